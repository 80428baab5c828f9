import type { Api } from '../api.ts'
import type { App } from '../app.ts'
import { actorOfAccount, addAccount, addGrant, setSchool } from '../modules/access/index.ts'
import { roles } from '../modules/access/rights.ts'
import type { Day } from '../pure/day.ts'
import { todayIn } from '../pure/day.ts'
import type { Db } from '../server/db/transaction.ts'
import { inTransaction } from '../server/db/transaction.ts'
import { sampleAccounts, samplePassword } from './accounts.ts'
import { callRolls } from './attendance.ts'
import { learnerCases } from './cases.ts'
import { coordinate } from './coordination.ts'
import { corpsOfGuests, proposeGuest } from './corps.ts'
import { csvFile } from './csv.ts'
import { makeCurricula } from './curricula.ts'
import { diceOf } from './dice.ts'
import { enrolLearners } from './enrolments.ts'
import { visitHosts } from './fieldstudies.ts'
import { needRounds } from './needs.ts'
import { admitPeople } from './nominations.ts'
import { peopleRows, planningRows, ratingRows } from './people.ts'
import { formsOfClass } from './planner.ts'
import { weighNeeds } from './priorities.ts'
import {
  absorbed,
  districts,
  divided,
  mergedDepartments,
  newCommunes,
  provinceName,
  reformDay,
  schoolName,
  unitRows,
} from './province.ts'
import { bookRunning, daysAndHours, lecturerRows, roomRows } from './resources.ts'
import { evaluateClasses, evaluateEarlier } from './surveys.ts'
import { teachClasses } from './teaching.ts'
import { classRows, planRows, type SampleClass } from './years.ts'

const peopleCount = 2000
const years = [2024, 2025, 2026] as const
const system = {
  accountId: 1,
  personId: null,
  units: 'all',
  procedure: 'sample.load',
  requestId: 'sample',
} as const

/**
 * Fills an empty installation with the invented school of «Bình Hà», through the same doors as everybody: files for units,
 * people, plans and classes, a reorganisation entered by one account and confirmed by another. The same on every machine.
 * The installation itself is set last: a load that was cut off is begun anew at the next start.
 */
export async function loadSample(app: App): Promise<void> {
  const { pool, config } = app.house
  const inside = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(pool, system, { readOnly: false, timeoutMs: 120_000 }, work)
  const today = todayIn(config.timeZone, new Date())

  const accountIds = await inside(async (db) => {
    const ids = new Map<string, number>()
    for (const one of sampleAccounts) {
      const id = await addAccount(
        { db, actor: null },
        { name: one.name, email: one.email, password: samplePassword },
      )
      ids.set(one.role, id)
      if (roles[one.role].reach !== 'school') continue
      await addGrant(db, {
        accountId: id,
        role: one.role,
        unitId: null,
        fromOn: '2024-01-01' as Day,
        untilOn: null,
        grantedBy: null,
      })
    }
    return ids
  })
  const as = async (role: string): Promise<Api> =>
    app.clientFor(app.visitorOf(await actorOfAccount(pool, accountIds.get(role) ?? 0, today)))
  /** As an account would have acted on an earlier day, at nine in the morning. */
  const asOn = async (role: string, on: Day): Promise<Api> =>
    app.clientFor({
      ...app.visitorOf(await actorOfAccount(pool, accountIds.get(role) ?? 0, on)),
      now: new Date(`${on}T02:00:00.000Z`),
    })
  const office = await as('trainingOffice')
  const organisation = await as('organisationCommittee')
  const committee = await as('standingCommittee')

  await bringIn(office, 'units', csvFile('don-vi-binh-ha.csv', unitRows()))
  await reorganise(office, organisation)
  const dice = diceOf(2026)
  const people = peopleRows(
    dice,
    unitRows()
      .map((row) => row['Mã đơn vị'])
      .filter((code) => code !== 'BH'),
    peopleCount,
  )
  await bringIn(office, 'people', csvFile('can-bo-binh-ha.csv', people))
  await bringIn(organisation, 'plannings', csvFile('quy-hoach-2025-2030.csv', planningRows(dice, people)))
  await bringIn(organisation, 'ratings', csvFile('xep-loai.csv', ratingRows(dice, people)))
  await plansAndClasses(office, committee)
  await bringIn(office, 'rooms', csvFile('phong-binh-ha.csv', roomRows()))
  await bringIn(office, 'lecturers', csvFile('giang-vien-binh-ha.csv', lecturerRows(diceOf(60))))
  await corpsOfGuests(office, today)
  await daysAndHours(office)
  await bookRunning(office, '2026-11-01')
  await evaluateClasses(office, app.clientFor(app.visitorOf(null)), today)

  await visitHosts(office, inside, today)

  await needRounds(app, inside)

  await inside(async (db) => {
    const [unit] = await db.selectFrom('unit').where('code', '=', 'M1').select('id').execute()
    const unitId = unit?.id ?? null
    const [person] = await db
      .selectFrom('person')
      .where('unit_id', '=', unitId)
      .select('id')
      .orderBy('id')
      .limit(1)
      .execute()
    for (const one of sampleAccounts) {
      if (roles[one.role].reach === 'school') continue
      const accountId = accountIds.get(one.role) ?? 0
      const isOwn = roles[one.role].reach === 'person'
      await addGrant(db, {
        accountId,
        role: one.role,
        unitId: isOwn ? null : unitId,
        fromOn: reformDay as Day,
        untilOn: null,
        grantedBy: null,
      })
      if (isOwn) await linkPerson(db, accountId, person?.id ?? null)
    }
  })
  const [marked] = await inside((db) => db.selectFrom('unit').where('code', '=', 'M1').select('id').execute())
  if (marked) await proposeGuest(await as('unitCoordinator'), marked.id, today)
  await weighNeeds(office, 2027)
  await formsOfClass(office, 2027)
  await coordinate(office, inside, today)
  const { nodes } = await office.units.tree({})
  await makeCurricula({
    office,
    rector: await as('rectorate'),
    unit: await as('unitCoordinator'),
    unitId: nodes.find((node) => node.code === 'M1')?.id ?? 0,
  })
  await teachClasses(office, app.clientFor(app.visitorOf(null)), inside, today)
  const classIds = await enrolLearners(
    {
      office,
      headId: accountIds.get('headTeacher') ?? 0,
      learnerId: (await personOf(inside, accountIds.get('learner') ?? 0)) ?? 0,
      unitId: nodes.find((node) => node.code === 'M1')?.id ?? 0,
    },
    today,
  )
  await callRolls(
    { office, head: await as('headTeacher'), unit: await as('unitCoordinator') },
    classIds,
    today,
  )
  await learnerCases(asOn, today)
  await evaluateEarlier({ office, anybody: app.clientFor(app.visitorOf(null)) }, today)
  await admitPeople(app.clientFor(await app.commandLine()), inside, today)
  await inside((db) => setSchool(db, { schoolName, provinceName, isSample: true }))
}

/** A file checked and written; the sample's own files have nothing wrong, and a change that breaks that is found at once. */
async function bringIn(who: Api, kind: string, file: File, year?: number): Promise<void> {
  const run = await who.exchange.check({ kind, file, ...(year !== undefined && { year }) })
  if (run.counts.wrong > 0) {
    const { rows } = await who.exchange.get({ runId: run.id, size: 20 })
    throw new Error(`the sample's ${file.name} is wrong: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  await who.exchange.apply({ runId: run.id })
}

async function reorganise(office: Api, organisation: Api): Promise<void> {
  const { nodes } = await office.units.tree({ on: '2025-06-30' })
  const idOf = new Map(nodes.map((node) => [node.fullName, node.id]))
  const unit = (name: string) => ({ unitId: idOf.get(name) ?? 0 })
  const province = { unitId: idOf.get(provinceName) ?? 0 }
  const commune = (name: string) => unit(`Đảng ủy xã ${name}`)
  const acts = [
    ...mergedDepartments.map((one) => ({
      act: 'merge' as const,
      from: one.from.map((name) => ({ unit: unit(name), extent: 'whole' as const })),
      into: {
        key: one.code,
        code: one.code,
        name: one.name,
        kind: one.code.startsWith('S') ? ('department' as const) : ('partyBoard' as const),
        level: 'province' as const,
        bloc: one.code.startsWith('S') ? ('state' as const) : ('party' as const),
        parent: province,
      },
    })),
    { act: 'absorb' as const, from: [{ unit: unit(absorbed.unit) }], into: unit(absorbed.by) },
    ...newCommunes.map((one) => ({
      act: 'merge' as const,
      from: [
        ...one.from.map((name) => ({ unit: commune(name), extent: 'whole' as const })),
        ...(one.code === divided.part
          ? [{ unit: commune(divided.commune), extent: 'part' as const, share: 0.4 }]
          : []),
        ...(one.code === divided.remainder
          ? [{ unit: commune(divided.commune), extent: 'remainder' as const, share: 0.6 }]
          : []),
      ],
      into: {
        key: one.code,
        code: one.code,
        name: one.name,
        kind: 'partyCommittee' as const,
        level: 'commune' as const,
        bloc: 'party' as const,
        parent: province,
      },
    })),
    ...districts.map((one) => ({ act: 'dissolve' as const, unit: unit(one.name) })),
  ]
  const { reorganisationId } = await office.units.enter({
    title: 'Sắp xếp đơn vị, kết thúc hoạt động cấp huyện (mẫu)',
    documentNumber: '01-QĐ/TU (mẫu)',
    documentOn: '2025-06-16',
    documentIssuer: 'Tỉnh ủy Bình Hà (hư cấu)',
    effectiveOn: reformDay,
    acts,
  })
  const { version } = await organisation.units.reorganisation({ reorganisationId })
  await organisation.units.confirm({ reorganisationId, version })
}

async function plansAndClasses(office: Api, committee: Api): Promise<void> {
  const dice = diceOf(48)
  const all: SampleClass[] = []
  for (const year of years) {
    const isCarried = (row: SampleClass, code: string) =>
      row['Mã lớp'].startsWith(code) &&
      row['Khai giảng'] < `${year}-01-01` &&
      String(row['Bế giảng']) >= `${year}-01-01`
    const rows = planRows(year, (code) => all.filter((row) => isCarried(row, code)).length)
    await bringIn(office, 'plan', csvFile(`ke-hoach-${year}.csv`, rows), year)
    const [draft] = await office.plans.list({ year })
    if (!draft) throw new Error(`the sample has no plan for ${year}`)
    const submitted = await office.plans.submit({ versionId: draft.id, version: draft.version })
    await committee.plans.approve({
      versionId: draft.id,
      version: submitted.version,
      documentNumber: `${year - 2000}-KH/TU (mẫu)`,
      documentOn: `${year}-01-12`,
    })
    const opened = classRows(dice, year, `${year}-12-20` as Day)
    // The year runs as years do: one planned class fell out, one more was opened than planned.
    all.push(...opened.filter((row) => row['Mã lớp'] !== `BT03-${String(year).slice(2)}`))
  }
  await bringIn(office, 'classes', csvFile('lop-2024-2026.csv', all))
  await changesOf(office, committee, 2026)
  const next = await office.plans.makeDraft({
    year: 2027,
    title: 'Kế hoạch đào tạo, bồi dưỡng năm 2027 (mẫu)',
  })
  if (!next) throw new Error('the sample has no draft for 2027')
}

/** Two changes of the year that were approved and one that waits; and the plan of the term, against which the years roll up. */
async function changesOf(office: Api, committee: Api, year: number): Promise<void> {
  const { lines } = await office.plans.adjusted({ year })
  const line = (title: string) => {
    const found = lines.find((one) => one.title.includes(title))
    if (!found) throw new Error(`the sample's plan has no line «${title}»`)
    return found
  }
  const approve = async (
    change: { id: number; version: number },
    documentNumber: string,
    documentOn: string,
  ) =>
    committee.plans.approveChange({
      changeId: change.id,
      version: change.version,
      documentNumber,
      documentOn,
    })
  const branch = line('bí thư chi bộ')
  await approve(
    await office.plans.propose({
      year,
      kind: 'resize',
      lineKey: branch.lineKey,
      opened: branch.opened + 1,
      reason: 'Nhiều chi bộ mới sau sắp xếp, nhu cầu tăng (mẫu)',
    }),
    '45-TB/TU (mẫu)',
    `${year}-05-18`,
  )
  await approve(
    await office.plans.propose({
      year,
      kind: 'move',
      lineKey: line('Mặt trận').lineKey,
      months: [9, 10],
      reason: 'Trùng thời gian đại hội Mặt trận các cấp (mẫu)',
    }),
    '71-TB/TU (mẫu)',
    `${year}-08-04`,
  )
  await office.plans.propose({
    year,
    kind: 'drop',
    lineKey: line('ngạch chuyên viên').lineKey,
    opened: 2,
    reason: 'Sở Nội vụ chuyển một lớp sang năm sau (mẫu)',
  })
  const period = await office.plans.makePeriodDraft({
    fromYear: 2025,
    untilYear: 2030,
    title: 'Kế hoạch đào tạo, bồi dưỡng giai đoạn 2025–2030 (mẫu)',
    assignedBy: 'Thường trực Tỉnh ủy',
  })
  for (const { programmeId, modeCode, openedByYear } of [
    { ...line('Trung cấp'), openedByYear: [8, 8, 8, 8, 8, 8] },
    { ...line('Cao cấp'), openedByYear: [1, 1, 1, 1, 1, 1] },
  ])
    await office.plans.addLine({
      versionId: period.id,
      programmeId: programmeId ?? undefined,
      modeCode: openedByYear[0] === 8 ? 'none' : modeCode,
      openedByYear,
    })
  await office.plans.addLine({
    versionId: period.id,
    groupCode: line('công tác đảng').groupCode,
    title: 'Bồi dưỡng cán bộ các khối',
    opened: 84,
  })
}

const personOf = async (inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>, accountId: number) =>
  (
    await inside((db) =>
      db.selectFrom('account').where('id', '=', accountId).select('person_id').executeTakeFirst(),
    )
  )?.person_id ?? null

const linkPerson = (db: Db, accountId: number, personId: number | null) =>
  db.updateTable('account').set({ person_id: personId }).where('id', '=', accountId).execute()
