import { afterAll } from 'vitest'
import type { Api } from '../../src/api.ts'
import { makeApp } from '../../src/app.ts'
import { actorOfAccount, actorOfSession, actorOfToken, type Known } from '../../src/modules/access/index.ts'
import { type Role, roleNames, roles } from '../../src/modules/access/rights.ts'
import type { Day } from '../../src/pure/day.ts'
import type { Visitor } from '../../src/server/visitor.ts'
import { workbook } from '../workbook.ts'
import { aWorld, type World } from '../world.ts'
import { type CaseIds, casesOf } from './cases.ts'
import { type CoordinationIds, coordinationOf } from './coordination.ts'
import { type CorpsIds, corpsOf } from './corps.ts'
import { type CurriculaIds, curriculaOf } from './curricula.ts'
import { type EnrolmentIds, enrolmentsOf } from './enrolments.ts'
import { type VisitIds, visitsOf } from './fieldstudies.ts'
import { type NominationIds, nominationsOf } from './nominations.ts'
import { type PlannerIds, scenariosOf } from './planner.ts'
import { atOneConnection, type OneConnection } from './rehearsal.ts'
import { type TeachingIds, teachingOf } from './teaching.ts'

/** Stands in every text that a unit of A may see and nobody else's unit; in every text that A must not see; in what everybody may see. */
export const own = 'ZZCUATOI'
export const foreign = 'ZZCUANGUOI'
export const common = 'ZZCUACHUNG'
/** Stands in every sensitive value, or is one: nobody's answer holds it but that of the unmasking, and of one's own file. */
export const secret = 'ZZNHAYCAM'
export const secretDays = ['1987-02-28', '1988-02-29'] as const
export const secretNumbers = { own: '079099031117', foreign: '080099031118' }

/** A day as a workbook has it. */
export const printed = (day: string): string => day.split('-').reverse().join('/')

const today = '2026-11-24' as Day
const divided = '2025-07-01' as Day
const reason = 'Lập dữ liệu kiểm tra phạm vi'

/**
 * The ids that an example speaks of, twice: those of unit A, and those of unit B or of the school itself. What is shared by
 * all (programmes, classes) has two ids as well, so that no example can be right by accident.
 */
export type Ids = CoordinationIds &
  CurriculaIds &
  PlannerIds &
  VisitIds &
  NominationIds &
  CorpsIds &
  EnrolmentIds &
  TeachingIds &
  CaseIds & {
    which: 'own' | 'foreign' | 'missing'
    unitId: number
    unitVersion: number
    /** A unit that ends: it has nobody under it. */
    leafUnitId: number
    parentUnitId: number
    reorganisationId: number
    personId: number
    personVersion: number
    otherPersonId: number
    postId: number
    proposedPostId: number
    educationId: number
    planningId: number
    accountId: number
    grantId: number
    tokenId: number
    programmeId: number
    groupCode: string
    /** What is published of a plan, and what is not. */
    versionId: number
    draftId: number
    draftVersion: number
    draftLineId: number
    submittedId: number
    submittedVersion: number
    /** A change within the year that a unit has proposed; a line of the plan that it is about. */
    changeId: number
    lineKey: string
    /** A submitted plan for a period. */
    periodVersionId: number
    /** A campaign that takes answers, one whose result is there, and the form of both. */
    campaignId: number
    settledCampaignId: number
    surveyVersionId: number
    surveyDraftId: number
    /** A year whose plan is approved and has no open version; a year that has an open one. */
    closedYear: number
    year: number
    classId: number
    roomBookingId: number
    lecturerBookingId: number
    entryId: number
    roomId: number
    lecturerId: number
    absenceId: number
    fieldCode: string
    runId: number
    /** Sheets of priorities that are being drafted; of one year there is only one. */
    sheetId: number
    sheetVersion: number
    /** An open round that asks both units; one whose unit was divided since; one that is a draft. */
    needRound: number
    /** A guide file of the round that asks both. */
    guideFile: number
    pastRound: number
    draftRoundId: number
    /** A form with lines, and one that waits for the head. */
    answerId: number
    answerVersion: number
    needId: number
    sentAnswerId: number
    sentVersion: number
    partedNeedId: number
    file: File
    /** A Word template that can be filled. */
    template: File
    /** A table of old and new units. */
    resolution: File
  }

/** The caller who has brought the files in: the only one to whom a file with what is masked goes back. */
export const sender = 'trainingOffice'

export type Caller = { name: string; visitor: Visitor }

export type School = {
  world: World
  one: OneConnection
  /** The same house over one connection, where an attempt can be taken back. */
  tryAs(visitor: Visitor): Api
  ids: Record<Ids['which'], Ids>
  /** Units of A with what is under them and what came to them whole. */
  reach: number[]
  callers: Caller[]
  caller(name: string): Visitor
  /** Head at B: answers for what is foreign to everybody else of a unit. */
  headOfB: Visitor
  /** Head at A and coordinator at B: may unmask at A only. */
  ofBoth: Visitor
  /** An account that holds a role of the school besides one at A. */
  overlapId: number
  overlapGrantId: number
}

const decision = {
  documentNumber: '15-QĐ/TU',
  documentOn: '2025-06-20' as Day,
  documentIssuer: 'Tỉnh ủy',
  effectiveOn: divided,
}

/** A province with two units that have nothing to do with each other, and everything that Nhịp keeps about both. */
export async function aSchool(options: { firstWall: boolean }): Promise<School> {
  const world = await aWorld({ ...options, today })
  const { office, pool } = world
  const visitorOf = (known: Known | null) => world.app.visitorOf(known)
  const asAccount = async (accountId: number) =>
    world.app.clientFor(visitorOf(await actorOfAccount(pool, accountId, today)))
  const one = <T>(text: string, ...values: unknown[]): Promise<T> =>
    world.rows<T>(text, values).then((rows) => rows[0] as T)

  // Units are known to all, so their names carry the mark of what is everybody's.
  const aUnit = async (name: string, parentId?: number) =>
    (
      await office.units.make({
        name: `${name} ${common}`,
        kind: 'office',
        level: 'province',
        bloc: 'state',
        reason,
        ...(parentId ? { parentId } : {}),
      })
    ).unitId
  const province = await aUnit('Khối cơ quan')
  const [a, b] = [await aUnit('Sở A', province), await aUnit('Sở B', province)]
  const [underA, underB] = [await aUnit('Trung tâm A', a), await aUnit('Trung tâm B', b)]
  const [leafA, leafB] = [await aUnit('Trạm A', a), await aUnit('Trạm B', b)]
  const [wholeToA, parted] = [await aUnit('Ban nhập vào A', province), await aUnit('Ban bị chia', province)]

  // Accounts of the school's people: their names are for the school only.
  const made = async (name: string, role: Role, unitId?: number) => {
    const { accountId } = await office.access.makeAccount({
      name,
      email: `${name.replace(/\W+/g, '-')}-${role}-${unitId ?? 0}@thu-nghiem.vn`,
      role,
      fromOn: '2020-01-01',
      ...(unitId ? { unitId } : {}),
    })
    return accountId
  }
  const officer = await asAccount(await made(`${foreign} can bo`, 'trainingOffice'))
  const deputy = await asAccount(await made(`${foreign} pho phong`, 'trainingOffice'))
  const committee = await asAccount(await made(`${foreign} thuong truc`, 'standingCommittee'))
  const accountA = await made(`${own} dau moi`, 'unitCoordinator', underA)
  const accountB = await made(`${foreign} dau moi`, 'unitCoordinator', underB)
  const headOfB = await made(`${foreign} thu truong`, 'unitHead', b)
  await made(`${foreign} dau moi cu`, 'unitCoordinator', parted)
  const overlapId = await made(`${own} kiem nhiem`, 'unitCoordinator', a)
  const overlapGrantId = (
    await office.access.grant({ accountId: overlapId, role: 'trainingOffice', fromOn: '2020-01-01' })
  ).id
  const grantOf = async (accountId: number) =>
    (
      await one<{ id: number }>(
        'select id from role_grant where account_id = $1 order by id limit 1',
        accountId,
      )
    ).id

  // People, with everything that can hang on a file.
  const aPerson = async (mark: string, name: string, unitId: number, title = `${mark} chuyên viên`) => {
    const person = await office.people.make({
      code: `${mark}${unitId}${name}`.toUpperCase(),
      fullName: `Nguyễn ${mark} ${name}`,
      born: '19/05/1980',
      sex: 'female',
      cadreNumber: `SH${mark}${unitId}${name}`.toUpperCase(),
      unitId,
      title,
      rank: 1,
      workField: `${mark} tổ chức`,
      document: `${mark} quyết định`,
      fromOn: '2020-01-01',
    })
    return person.id
  }
  const aFile = async (mark: string, unitId: number, citizenId: string) => {
    const personId = await aPerson(mark, 'An', unitId)
    await office.people.addEducation({
      personId,
      kind: 'politicalTheory',
      level: `${mark} cao cấp`,
      field: mark,
    })
    await office.people.setPrivate({
      personId,
      partyAdmittedOn: secretDays[0],
      partyOfficialOn: secretDays[1],
      ethnicity: `${secret} ${mark}`,
      religion: `${secret} ${mark}`,
      citizenId,
      reason,
    })
    await office.people.addPlanning({
      personId,
      term: `${secret} 2025`,
      post: `${secret} ${mark}`,
      decidedOn: '2024-01-02',
      document: `${secret} ${mark}`,
      reason,
    })
    await office.people.addRating({ personId, year: 2025, level: 3, document: `${secret} ${mark}`, reason })
    const row = await one<{ post: number; education: number; planning: number; version: number }>(
      `select (select id from person_post where person_id = p.id) as post, (select id from person_education where person_id = p.id) as education,
        (select id from person_planning where person_id = p.id) as planning, p.version from person p where p.id = $1`,
      personId,
    )
    return { personId, ...row }
  }
  const fileA = await aFile(own, a, secretNumbers.own)
  const fileB = await aFile(foreign, b, secretNumbers.foreign)
  const otherA = await aPerson(own, 'Anh', underA)
  const otherB = await aPerson(foreign, 'Anh', underB)
  await office.people.tellApart({ firstId: otherB, secondId: fileB.personId, reason })

  // One unit goes over to A whole; one is divided: what it was stays with the school until a person has placed it.
  await aPerson(own, 'Theo', wholeToA)
  await aPerson(foreign, 'Chia', parted)
  await aPerson(foreign, 'Phần', parted)
  const reorganise = async (title: string, acts: Parameters<Api['units']['enter']>[0]['acts']) =>
    (await officer.units.enter({ title, ...decision, acts })).reorganisationId
  const applied = await reorganise(`Sắp xếp ${common}`, [
    { act: 'absorb', from: [{ unit: { unitId: wholeToA } }], into: { unitId: a } },
    {
      act: 'split',
      from: { unitId: parted },
      into: [
        { to: { unitId: a }, extent: 'remainder' },
        { to: { unitId: b }, extent: 'part', share: 0.4 },
      ],
    },
  ])
  await deputy.units.confirm({ reorganisationId: applied, version: 1 })
  await office.people.placeAfterReorganisation({})
  // Whoever is entered late still lies at the old unit, and is found there by who reaches it.
  await aPerson(own, 'Muộn', wholeToA)
  await aPerson(foreign, 'Muộn', parted)
  const proposed = await world.rows<{ id: number }>(
    `select id from person_post where placement = 'proposed' order by id`,
  )
  const draft = (unitId: number) =>
    reorganise(`Dự kiến ${foreign}`, [{ act: 'dissolve', clause: foreign, unit: { unitId } }])
  const [reorganisationA, reorganisationB] = [await draft(leafA), await draft(leafB)]

  // Programmes and classes are known to everybody who is signed in.
  const aProgramme = async (code: string) =>
    (
      await office.programmes.make({
        code,
        name: `Chương trình ${code} ${common}`,
        groupCode: 'fostering',
        kind: 'fostering',
        modes: ['none'],
      })
    ).id
  const [programmeA, programmeB] = [await aProgramme('ZZ-A'), await aProgramme('ZZ-B')]
  for (const code of ['zzOwn', 'zzForeign'])
    await office.programmes.makeGroup({
      code,
      name: `${code} ${common}`,
      nameEn: `${code} ${common}`,
      sortOrder: 90,
    })
  const aClass = async (code: string, hostUnitId: number, programmeId: number) => {
    const { id } = await officer.classes.open({
      code,
      name: `Lớp ${code} ${common}`,
      programmeId,
      opensOn: '2026-03-02',
      closesOn: '2026-05-04',
      hostUnitId,
      partner: common,
      partnerUnitId: hostUnitId,
      place: common,
      basis: 'plan',
      learners: 40,
      note: common,
    })
    await officer.classes.correctYear({
      classId: id,
      year: 2026,
      countsAs: 'opened',
      reason: `${common} điều chỉnh`,
    })
    return id
  }
  const [classA, classB] = [await aClass('ZZA', a, programmeA), await aClass('ZZB', b, programmeB)]

  // Days, rooms, lecturers. What concerns the province and the rooms are known to all; a unit's days to it alone.
  const anEntry = async (mark: string, unitId?: number) =>
    (
      await officer.calendar.make({
        kind: unitId === undefined ? 'congress' : 'busy',
        title: `Lịch ${mark}`,
        fromOn: '2026-12-07',
        lastOn: '2026-12-11',
        source: mark,
        ...(unitId !== undefined && { unitId }),
      })
    ).id
  await anEntry(common)
  const [entryA, entryB] = [await anEntry(own, a), await anEntry(foreign, b)]
  const aRoom = async (code: string) =>
    (
      await officer.rooms.make({
        code,
        name: `Phòng ${code} ${common}`,
        seats: 60,
        site: common,
        note: common,
      })
    ).id
  const [roomA, roomB] = [await aRoom('ZZP1'), await aRoom('ZZP2')]
  const aLecturer = async (code: string) => {
    const { id } = await officer.lecturers.make({
      code,
      name: `Trần ${foreign} ${code}`,
      fields: ['LLCS'],
      note: foreign,
      workplace: foreign,
    })
    const { absences } = await officer.lecturers.addAbsence({
      lecturerId: id,
      fromOn: '2027-03-01',
      lastOn: '2027-03-05',
      reason: foreign,
    })
    return { id, absenceId: absences[0]?.id ?? 0 }
  }
  const [lecturerA, lecturerB] = [await aLecturer('ZZGV1'), await aLecturer('ZZGV2')]
  for (const code of ['ZZO', 'ZZF'])
    await officer.lecturers.makeField({ code, name: `${code} ${common}`, nameEn: `${code} ${common}` })
  for (const programmeId of [programmeA, programmeB])
    await officer.lecturers.setHours({ programmeId, hours: { LLCS: 40 } })

  const bookingsOf = async (classId: number, roomId: number, lecturerId: number) => {
    const days = { fromOn: '2026-03-02', lastOn: '2026-03-06' }
    const { rooms } = await officer.classes.bookRoom({ classId, roomId, ...days })
    const { lecturers } = await officer.classes.bookLecturer({
      classId,
      lecturerId,
      fieldCode: 'LLCS',
      ...days,
    })
    return { roomBookingId: rooms[0]?.id ?? 0, lecturerBookingId: lecturers[0]?.id ?? 0 }
  }
  const bookedA = await bookingsOf(classA, roomA, lecturerA.id)
  const bookedB = await bookingsOf(classB, roomB, lecturerB.id)

  await officer.surveys.loadForms()
  const surveyVersionId = (await officer.surveys.forms())[0]?.versionId ?? 0
  const campaignsOf = async (classId: number, mark: string) => {
    const aCampaign = () =>
      officer.surveys.open({
        classId,
        versionId: surveyVersionId,
        opensOn: '2026-03-06',
        closesOn: '2026-12-31',
        expected: 40,
        way: 'tokens',
        lecturers: `Giảng viên ${mark}`,
      })
    const settled = await aCampaign()
    const { tokens } = await officer.surveys.issue({ campaignId: settled.id, links: 5 })
    const { subjects } = await officer.surveys.campaign({ campaignId: settled.id })
    const taught = subjects.find((one) => one.label.includes(mark))
    const programme = subjects.find((one) => one.kind === 'programme')
    const answers = { [`gv.a@${taught?.id}`]: 4, [`ct.a@${programme?.id}`]: 3 }
    for (const token of tokens) await world.stranger.surveys.answer({ token, answers })
    await officer.surveys.close({ campaignId: settled.id, version: settled.version })
    const draft = await officer.surveys.makeForm({ title: `Mẫu ${mark}`, copyOf: surveyVersionId })
    return {
      campaignId: (await aCampaign()).id,
      settledCampaignId: settled.id,
      surveyVersionId,
      surveyDraftId: draft.versionId,
    }
  }
  const campaignsA = await campaignsOf(classA, own)
  const campaignsB = await campaignsOf(classB, foreign)

  // Plans: what is submitted or approved everybody reads; a draft is the school's.
  const aDraft = async (year: number, mark: string) => {
    const version = await officer.plans.makeDraft({
      year,
      title: `Kế hoạch ${year} ${mark}`,
      assignedBy: mark,
    })
    const line = await officer.plans.addLine({
      versionId: version.id,
      programmeId: programmeA,
      title: `${mark} dòng kế hoạch`,
      opened: 2,
      partnerText: mark,
      place: mark,
      note: mark,
    })
    return { versionId: version.id, lineId: line.id }
  }
  const versionOf = async (id: number) =>
    (await one<{ version: number }>('select version from plan_version where id = $1', id)).version
  const submitted = async (year: number) => {
    const { versionId } = await aDraft(year, common)
    await officer.plans.submit({ versionId, version: await versionOf(versionId) })
    return versionId
  }
  const approved = async (year: number) => {
    const versionId = await submitted(year)
    await committee.plans.approve({
      versionId,
      version: await versionOf(versionId),
      documentNumber: common,
      documentOn: '2023-01-05',
    })
    return versionId
  }
  const [closedA, closedB] = [2021, 2022]
  for (const year of [closedA, closedB]) await approved(year)
  const published = await approved(2026)
  // The next version of a published plan is under way: its lines are nobody's business yet.
  const underWay = await officer.plans.makeDraft({ year: 2026 })
  await officer.plans.addLine({
    versionId: underWay.id,
    programmeId: programmeB,
    title: `${foreign} thêm`,
    opened: 1,
    note: foreign,
  })
  const [draftA, draftB] = [await aDraft(2027, foreign), await aDraft(2028, foreign)]
  const [submittedA, submittedB] = [await submitted(2029), await submitted(2030)]

  // Needs: an open round is known to all, a draft to the school; what a unit asks for to the unit and the school.
  await aPerson(own, 'Trưởng', a, 'Trưởng phòng')
  await aPerson(foreign, 'Trưởng', b, 'Trưởng phòng')
  const aRound = async (title: string, opensOn: Day, unitIds: number[], isOpen: boolean, year = 2027) => {
    const made = await office.needs.make({
      title,
      year,
      guide: title,
      opensOn,
      closesOn: '2026-12-31',
      programmeIds: [programmeA, programmeB],
      asks: 'chosen',
      unitIds,
    })
    if (isOpen) await office.needs.open({ roundId: made.id, version: made.version })
    return made.id
  }
  const past = await aRound(`Đợt cũ ${common}`, '2025-01-02' as Day, [parted], true)
  const [lines, sent] = [
    await aRound(`Đợt đang mở ${common}`, '2026-11-02' as Day, [a, b], true),
    await aRound(`Đợt đã gửi ${common}`, '2026-11-02' as Day, [a, b], true),
  ]
  const draftRound = async (mark: string) => aRound(`Đợt dự thảo ${mark}`, '2026-11-02' as Day, [a, b], false)
  const [draftRoundA, draftRoundB] = [await draftRound(foreign), await draftRound(foreign)]
  const answerOf = async (roundId: number, unitId: number) =>
    one<{ id: number; version: number }>(
      'select id, version from need_answer where round_id = $1 and unit_id = $2',
      roundId,
      unitId,
    )
  const aNeed = async (
    roundId: number,
    unitId: number,
    mark: string,
    programmeId: number,
    people: number[],
  ) => {
    const answer = await answerOf(roundId, unitId)
    return (
      await office.needs.addLine({
        answerId: answer.id,
        programmeId,
        heads: 5,
        targetGroup: 'committeeMember',
        postTitle: mark,
        place: mark,
        reason: mark,
        personIds: people,
      })
    ).id
  }
  const needA = await aNeed(lines, a, own, programmeA, [fileA.personId])
  await aNeed(lines, a, own, programmeB, [fileA.personId])
  const needB = await aNeed(lines, b, foreign, programmeA, [fileB.personId])
  await aNeed(lines, b, foreign, programmeB, [fileB.personId])
  const partedNeed = await aNeed(past, parted, foreign, programmeA, [])
  for (const [unitId, mark] of [
    [a, own],
    [b, foreign],
  ] as const) {
    await aNeed(sent, unitId, mark, programmeA, [])
    const { id: answerId, version } = await answerOf(sent, unitId)
    await office.needs.submit({ answerId, version, note: mark })
  }

  // Changes within the year that units have proposed; a plan for a period that everybody reads.
  const { line_key: lineKey } = await one<{ line_key: string }>(
    'select line_key from plan_line where version_id = $1 limit 1',
    published,
  )
  const proposedBy = async (accountId: number, unitId: number, mark: string) =>
    (
      await (
        await asAccount(accountId)
      ).plans.propose({
        year: 2026,
        kind: 'resize',
        lineKey,
        opened: 3,
        proposerUnitId: unitId,
        letterNumber: mark,
        reason: `${mark} xin thêm lớp`,
      })
    ).id
  const [changeA, changeB] = [
    await proposedBy(accountA, underA, own),
    await proposedBy(accountB, underB, foreign),
  ]
  const period = await officer.plans.makePeriodDraft({
    fromYear: 2025,
    untilYear: 2030,
    title: `Giai đoạn ${common}`,
  })
  await officer.plans.addLine({ versionId: period.id, programmeId: programmeA, title: common, opened: 9 })
  await officer.plans.submit({ versionId: period.id, version: await versionOf(period.id) })
  const drafted = await officer.plans.makePeriodDraft({
    fromYear: 2031,
    untilYear: 2035,
    title: `Giai đoạn ${foreign}`,
  })
  await officer.plans.addLine({ versionId: drafted.id, programmeId: programmeB, title: foreign, opened: 9 })
  // Priorities: a sheet of a year whose one demand is confirmed, the first one agreed, the next being drafted.
  const aSheet = async (year: number, unitId: number, programmeId: number) => {
    const roundId = await aRound(`Đợt ưu tiên ${common}`, '2026-11-02' as Day, [unitId], true, year)
    await aNeed(roundId, unitId, unitId === a ? own : foreign, programmeId, [])
    for (const step of ['submit', 'confirm'] as const) {
      const { id: answerId, version } = await answerOf(roundId, unitId)
      await office.needs[step]({ answerId, version })
    }
    const mark = { programmeId, modeCode: 'none', criterion: 'directive', mark: 2, reason: foreign } as const
    const first = await office.priorities.start({ year })
    const marked = await office.priorities.mark({ sheetId: first.id, ...mark })
    await office.priorities.agree({
      sheetId: first.id,
      version: marked.version,
      documentNumber: foreign,
      documentOn: '2026-11-02',
    })
    const { id: sheetId } = await office.priorities.start({ year })
    const { version: sheetVersion } = await office.priorities.mark({ sheetId, ...mark })
    return { sheetId, sheetVersion }
  }
  const [sheetA, sheetB] = [await aSheet(2088, a, programmeA), await aSheet(2089, b, programmeB)]

  // A template of the school's own, so that one may go back to the shipped one.
  const ownTemplate = await officer.documents.templateFile({ kind: 'plan', layout: 'state' })
  const guide = await officer.documents.templateFile({ kind: 'planSubmission', layout: 'state' })
  const guided = await office.needs.attach({
    roundId: lines,
    file: new File([await guide.arrayBuffer()], `Hướng dẫn ${common}.docx`),
  })
  const guideFile = guided.files[0]?.id ?? 0
  await officer.documents.replace({
    kind: 'planSubmission',
    layout: 'party',
    file: await officer.documents.templateFile({ kind: 'planSubmission', layout: 'party' }),
  })

  // Files that came in.
  const classList = (mark: string) =>
    new File(
      [
        workbook({
          name: 'Lớp',
          rows: [
            [`DANH SÁCH LỚP NĂM 2026 ${mark}`],
            ['Mã lớp', 'Tên lớp', 'Khai giảng', 'Bế giảng', 'Đơn vị phối hợp', 'Số học viên', 'Ghi chú'],
            [mark, 'Bồi dưỡng bí thư chi bộ', '02/03/2026', '20/03/2026', mark, 55, mark],
          ],
        }) as BlobPart,
      ],
      `${mark}.xlsx`,
    )
  const resolution = (mark: string) =>
    new File(
      [
        workbook({
          name: 'Nghị quyết',
          rows: [
            ['Khoản', 'Loại đơn vị mới', 'Đơn vị mới', 'Đơn vị cũ', 'Phần'],
            ['1', 'xã', `Hưng Điền ${mark}`, `Hưng Hà ${mark}`, 'toàn bộ'],
            ['1', 'xã', `Hưng Điền ${mark}`, `Hưng Điền B ${mark}`, 'toàn bộ'],
          ],
        }) as BlobPart,
      ],
      `${mark}.xlsx`,
    )
  // Who calls. A unit's role stands at A; the learner is a person of A.
  const callers: Caller[] = [{ name: 'signed out', visitor: visitorOf(null) }]
  const account = async (
    name: string,
    grants: { role: Role; unitId?: number; untilOn?: Day }[],
    personId?: number,
  ) => {
    const [first, ...more] = grants
    const made = await office.access.makeAccount({
      name: `Đồng chí ${name} ${own}`,
      email: `${name.replace(/\W+/g, '-')}@thu-nghiem.vn`,
      fromOn: '2020-01-01',
      ...(first ?? { role: 'lecturer', untilOn: '2020-01-02' as Day }),
    })
    for (const grant of more)
      await office.access.grant({ accountId: made.accountId, fromOn: '2020-01-01', ...grant })
    if (personId)
      await pool.query('update account set person_id = $1 where id = $2', [personId, made.accountId])
    return made.accountId
  }
  const add = async (name: string, accountId: number) => {
    const visitor = visitorOf(await actorOfAccount(pool, accountId, today))
    callers.push({ name, visitor })
    return world.app.clientFor(visitor)
  }
  for (const role of roleNames) {
    const at = roles[role].reach === 'unit' ? { unitId: a } : {}
    await add(role, await account(role, [{ role, ...at }], role === 'learner' ? fileA.personId : undefined))
  }
  await add('nobody in particular', await account('khong vai tro', []))
  // As lecturer every class, as head only A: one right must not widen the other.
  await add(
    'lecturer and head',
    await account('giang vien thu truong', [{ role: 'lecturer' }, { role: 'unitHead', unitId: a }]),
  )
  await add(
    'head who was at B before',
    await account('tung o B', [
      { role: 'unitHead', unitId: b, untilOn: '2026-01-01' },
      { role: 'unitHead', unitId: a },
    ]),
  )
  const both = await account('hai noi', [
    { role: 'unitHead', unitId: a },
    { role: 'unitCoordinator', unitId: b },
  ])
  const ofBoth = visitorOf(await actorOfAccount(pool, both, today))
  // A personal role reaches its holder alone, wherever it is noted.
  await add('learner noted at B', await account('hoc vien o B', [{ role: 'learner', unitId: b }], otherA))
  const peopleList = (...rows: string[][]) =>
    new File(
      [
        workbook({
          name: 'Cán bộ',
          rows: [
            [`DANH SÁCH CÁN BỘ ${foreign}`],
            ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ', 'Ngày vào Đảng'],
            ...rows,
          ],
        }) as BlobPart,
      ],
      `${foreign}.xlsx`,
    )
  const [nameOfB, nameOfParted] = [`Sở B ${common}`, `Ban bị chia ${common}`]
  const sends = world.app.clientFor((callers.find((one) => one.name === sender) as Caller).visitor)
  const runA = (await sends.exchange.check({ kind: 'classes', file: classList(`${foreign}1`), year: 2026 }))
    .id
  // With Party dates: of a person who is new, and of one whose date that is kept differs from the file's.
  const withDates = peopleList(
    ['ZZN1', `Trần ${foreign} Tâm`, '01/02/1975', 'Nam', nameOfB, foreign, printed(secretDays[0])],
    [
      `${foreign}${b}AN`,
      `Nguyễn ${foreign} An`,
      '19/05/1980',
      'Nữ',
      nameOfB,
      `${foreign} chuyên viên`,
      '01/03/1987',
    ],
  )
  const runB = (await sends.exchange.check({ kind: 'people', file: withDates })).id
  // A list that still has the unit that was divided: whom the machine can only propose for A is not yet A's.
  const ofParted = peopleList([
    'ZZN2',
    `Trần ${foreign} Toàn`,
    '01/02/1976',
    'Nam',
    nameOfParted,
    foreign,
    '',
  ])
  const { id: late } = await sends.exchange.check({ kind: 'people', file: ofParted })
  await sends.exchange.apply({ runId: late })

  const head = callers.find((one) => one.name === 'unitHead') as Caller
  const ownToken = await world.app.clientFor(head.visitor).access.makeToken({
    name: `Phần mềm của ${own}`,
    rights: ['people.read', 'units.read', 'accounts.read'],
    days: 30,
  })
  const foreignToken = await (await asAccount(headOfB)).access.makeToken({
    name: `Phần mềm của ${foreign}`,
    rights: ['people.read'],
    days: 30,
  })
  const known = await actorOfToken(pool, ownToken.token, today)
  callers.push({ name: 'token of unitHead', visitor: { ...visitorOf(known), isProgram: true } })
  callers.push({
    name: 'disabled',
    visitor: visitorOf(
      await sessionOfDisabled(world, await account('da khoa', [{ role: 'trainingOffice' }])),
    ),
  })

  const coordination = {
    own: await coordinationOf(world, a, { mark: own, hidden: foreign, common }, accountA),
    foreign: await coordinationOf(world, b, { mark: foreign, hidden: foreign, common }, headOfB),
  }
  const curricula = {
    own: await curriculaOf(world, programmeA, a, accountA, { mark: own, common }),
    foreign: await curriculaOf(world, programmeB, b, accountB, { mark: foreign, common }),
  }
  const planned = {
    own: await scenariosOf(world, programmeA, 2036, foreign),
    foreign: await scenariosOf(world, programmeB, 2037, foreign),
  }
  const programme = async (mark: string) => new File([await guide.arrayBuffer()], `Chương trình ${mark}.docx`)
  const visited = {
    own: await visitsOf(world, office, {
      unitId: a,
      classId: classA,
      mark: own,
      hidden: foreign,
      file: await programme(own),
    }),
    foreign: await visitsOf(world, office, {
      unitId: b,
      classId: classB,
      mark: foreign,
      hidden: foreign,
      file: await programme(foreign),
    }),
  }
  const theory = (await one<{ id: number }>(`select id from programme where code = 'TC-LLCT'`)).id
  const nominated = {
    own: await nominationsOf(world, office, { unitId: a, mark: own, hidden: foreign, programmeId: theory }),
    foreign: await nominationsOf(world, office, {
      unitId: b,
      mark: foreign,
      hidden: foreign,
      programmeId: theory,
    }),
  }
  const callerNamed = (name: string) => callers.find((one) => one.name === name) as Caller
  const accountOf = (name: string) => callerNamed(name).visitor.actor?.accountId ?? 0
  const officers = [accountOf('rectorate'), accountOf('headTeacher')] as const
  const trainingOffice = world.app.clientFor(callerNamed('trainingOffice').visitor)
  const cases = {
    own: await casesOf(
      { unit: await asAccount(accountOf('unitHead')), office: trainingOffice, officers },
      { personId: fileA.personId, mark: own, hidden: foreign, file: await programme(own) },
    ),
    foreign: await casesOf(
      { unit: await asAccount(headOfB), office: trainingOffice, officers },
      { personId: fileB.personId, mark: foreign, hidden: foreign, file: await programme(foreign) },
    ),
  }
  // The lecturer among the callers is one of the two.
  const lecturing = callers.find((one) => one.name === 'lecturer')?.visitor.actor?.accountId
  await pool.query('update lecturer set account_id = $1 where id = $2', [lecturing, lecturerA.id])
  const guests = {
    own: await corpsOf(
      { office: officer, unit: await asAccount(accountA) },
      underA,
      'ZZK',
      { mark: own, hidden: foreign, common },
      guide,
    ),
    foreign: await corpsOf(
      { office: officer, unit: await asAccount(accountB) },
      underB,
      'ZZL',
      { mark: foreign, hidden: foreign, common },
      guide,
    ),
  }
  // Classes that run on, with an outline: those above have ended.
  const running = async (code: string, programmeId: number, curriculumId: number) => {
    const { id } = await officer.classes.open({
      code,
      name: `Lớp ${code} ${common}`,
      programmeId,
      opensOn: '2026-11-02',
      closesOn: '2027-01-29',
      // Beyond the plan: what the forecast says of the plan stays as it was.
      basis: 'policy',
      policyIssuer: common,
      policyTitle: common,
    })
    await pool.query('update training_class set curriculum_id = $1 where id = $2', [curriculumId, id])
    return id
  }
  const marks = { hidden: foreign, common }
  const teaching = {
    own: await teachingOf(
      world,
      await running('ZZRA', programmeA, curricula.own.approvedCurriculumId),
      lecturerA.id,
      marks,
    ),
    foreign: await teachingOf(
      world,
      await running('ZZRB', programmeB, curricula.foreign.approvedCurriculumId),
      lecturerB.id,
      marks,
    ),
  }
  const ruled = await enrolmentsOf(world, {
    own: {
      classId: teaching.own.runningClassId,
      personId: fileA.personId,
      otherPersonId: otherA,
      mark: own,
      headId: callers.find((one) => one.name === 'headTeacher')?.visitor.actor?.accountId ?? 0,
    },
    foreign: {
      classId: teaching.foreign.runningClassId,
      personId: fileB.personId,
      otherPersonId: otherB,
      mark: foreign,
      headId: await made(`${foreign} chu nhiem`, 'headTeacher'),
    },
    common,
  })
  const ids = (which: 'own' | 'foreign'): Ids => {
    const isOwn = which === 'own'
    const file = isOwn ? fileA : fileB
    const drafted = isOwn ? draftA : draftB
    return {
      ...coordination[which],
      ...planned[which],
      ...curricula[which],
      ...visited[which],
      ...nominated[which],
      ...cases[which],
      ...guests[which],
      ...teaching[which],
      ...ruled[which],
      which,
      unitId: isOwn ? a : b,
      unitVersion: 0,
      leafUnitId: isOwn ? leafA : leafB,
      parentUnitId: isOwn ? underA : underB,
      reorganisationId: isOwn ? reorganisationA : reorganisationB,
      personId: file.personId,
      personVersion: file.version,
      otherPersonId: isOwn ? otherA : otherB,
      postId: file.post,
      proposedPostId: proposed[isOwn ? 0 : 1]?.id ?? 0,
      educationId: file.education,
      planningId: file.planning,
      accountId: isOwn ? accountA : accountB,
      grantId: 0,
      tokenId: isOwn ? ownToken.id : foreignToken.id,
      programmeId: isOwn ? programmeA : programmeB,
      groupCode: isOwn ? 'zzOwn' : 'zzForeign',
      versionId: isOwn ? published : underWay.id,
      draftId: drafted.versionId,
      draftVersion: 0,
      draftLineId: drafted.lineId,
      submittedId: isOwn ? submittedA : submittedB,
      submittedVersion: 0,
      changeId: isOwn ? changeA : changeB,
      lineKey,
      periodVersionId: period.id,
      closedYear: isOwn ? closedA : closedB,
      year: isOwn ? 2026 : 2027,
      classId: isOwn ? classA : classB,
      ...(isOwn ? bookedA : bookedB),
      ...(isOwn ? campaignsA : campaignsB),
      entryId: isOwn ? entryA : entryB,
      roomId: isOwn ? roomA : roomB,
      lecturerId: isOwn ? lecturerA.id : lecturerB.id,
      absenceId: isOwn ? lecturerA.absenceId : lecturerB.absenceId,
      fieldCode: isOwn ? 'ZZO' : 'ZZF',
      runId: isOwn ? runA : runB,
      ...(isOwn ? sheetA : sheetB),
      needRound: lines,
      guideFile,
      pastRound: past,
      draftRoundId: isOwn ? draftRoundA : draftRoundB,
      answerId: 0,
      answerVersion: 0,
      needId: isOwn ? needA : needB,
      sentAnswerId: 0,
      sentVersion: 0,
      partedNeedId: partedNeed,
      file: classList(isOwn ? 'ZZF1' : 'ZZF2'),
      template: ownTemplate,
      resolution: resolution(isOwn ? own : foreign),
    }
  }
  const full = async (which: 'own' | 'foreign'): Promise<Ids> => {
    const found = ids(which)
    const [written, waiting] = [await answerOf(lines, found.unitId), await answerOf(sent, found.unitId)]
    return {
      ...found,
      answerId: written.id,
      answerVersion: written.version,
      sentAnswerId: waiting.id,
      sentVersion: waiting.version,
      unitVersion: (await one<{ version: number }>('select version from unit where id = $1', found.unitId))
        .version,
      grantId: await grantOf(found.accountId),
      draftVersion: await versionOf(found.draftId),
      submittedVersion: await versionOf(found.submittedId),
    }
  }
  const ownIds = await full('own')
  const missing = Object.fromEntries(
    Object.entries(ownIds).map(([key, value]) => [key, /Id$/.test(key) ? 900_000_001 : value]),
  ) as Ids
  const single = await atOneConnection(pool)
  afterAll(() => single.end())
  const rehearsed = makeApp({
    pool: single.pool,
    config: world.app.house.config,
    log: world.app.house.log,
    firstWall: options.firstWall,
    clock: { now: () => visitorOf(null).now },
  })
  return {
    world,
    one: single,
    tryAs: (visitor) => rehearsed.clientFor(visitor),
    ids: {
      own: ownIds,
      foreign: await full('foreign'),
      missing: {
        ...missing,
        which: 'missing',
        groupCode: 'zzNone',
        fieldCode: 'ZZNONE',
        year: 2090,
        closedYear: 2091,
      },
    },
    reach: [a, underA, leafA, wholeToA],
    callers,
    caller: (name) => (callers.find((one) => one.name === name) as Caller).visitor,
    headOfB: visitorOf(await actorOfAccount(pool, headOfB, today)),
    ofBoth,
    overlapId,
    overlapGrantId,
  }
}

/** What the session of an account finds that was disabled after it had signed in: nobody. */
async function sessionOfDisabled(world: World, accountId: number): Promise<Known | null> {
  const token = `phien-${accountId}`
  await world.pool.query(
    `insert into auth."session" ("id", "token", "expiresAt", "userId")
     select $2, $2, now() + interval '1 hour', auth_user_id from account where id = $1`,
    [accountId, token],
  )
  if (!(await actorOfSession(world.pool, token, today)))
    throw new Error('the session was no session before either')
  await world.office.access.disable({ accountId, reason })
  await world.pool.query(
    `insert into auth."session" ("id", "token", "expiresAt", "userId")
     select $2, $2, now() + interval '1 hour', auth_user_id from account where id = $1 on conflict do nothing`,
    [accountId, token],
  )
  return actorOfSession(world.pool, token, today)
}
