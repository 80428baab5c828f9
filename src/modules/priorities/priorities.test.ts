import { beforeAll, expect, test } from 'vitest'
import { wordText } from '../../../tests/word.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

import { weightsOfDemand } from './index.ts'
import { equalWeights } from './rules/ranking.ts'

let world: World
let programmeIds: Record<'TC-LLCT' | 'BD-CV', number>

beforeAll(async () => {
  world = await aWorld()
  const { rows } = await world.office.programmes.list({ size: 100 })
  const idOf = (code: string) => rows.find((row) => row.code === code)?.id as number
  programmeIds = { 'TC-LLCT': idOf('TC-LLCT'), 'BD-CV': idOf('BD-CV') }
})

type Asked = { code: 'TC-LLCT' | 'BD-CV'; heads: number; priority?: number; personIds?: number[] }

const aUnit = async (name: string) =>
  (
    await world.office.units.make({
      name,
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ đơn vị',
    })
  ).unitId

/** A round of a year in which this unit has asked for these, confirmed by its head. */
async function aConfirmedRound(year: number, unitId: number, asked: Asked[]) {
  const office = await world.as('trainingOffice')
  const coordinator = await world.as('unitCoordinator', { unitId })
  const head = await world.as('unitHead', { unitId })
  const made = await office.needs.make({
    title: `Đăng ký nhu cầu năm ${year}`,
    year,
    opensOn: '2026-11-01',
    closesOn: '2026-12-20',
    programmeIds: Object.values(programmeIds),
    asks: 'chosen',
    unitIds: [unitId],
  })
  const round = await office.needs.open({ roundId: made.id, version: made.version })
  const { rows } = await coordinator.needs.board({ roundId: round.id })
  const answerId = rows[0]?.id as number
  for (const { code, priority = 2, ...one } of asked)
    await coordinator.needs.addLine({
      answerId,
      programmeId: programmeIds[code],
      modeCode: 'partTime',
      targetGroup: 'officeLeader',
      priority,
      ...(priority === 1 && { reason: 'Chuẩn hóa chức danh trước đại hội' }),
      ...one,
    })
  const { answer } = await coordinator.needs.answer({ answerId })
  await coordinator.needs.submit({ answerId, version: answer.version })
  const submitted = await head.needs.answer({ answerId })
  await head.needs.confirm({ answerId, version: submitted.answer.version })
}

test('a sheet ranks what heads have confirmed, and says for each criterion what it was computed from', async () => {
  const unitId = await aUnit('Sở Nội vụ')
  const person = await world.office.people.make({
    fullName: 'Nguyễn Thị Bình',
    unitId,
    title: 'Phó trưởng phòng Tổ chức',
    fromOn: '2020-01-01',
  } as never)
  await world.rows(
    `insert into person_education (person_id, kind, level, source) values ($1, 'politicalTheory', 'Sơ cấp', 'thử nghiệm')`,
    [person.id],
  )
  await aConfirmedRound(2030, unitId, [{ code: 'TC-LLCT', heads: 1 }])
  await aConfirmedRound(2031, unitId, [
    { code: 'TC-LLCT', heads: 4, personIds: [person.id] },
    { code: 'BD-CV', heads: 10, priority: 1 },
  ])
  const office = await world.as('trainingOffice')
  const { id } = await office.priorities.start({ year: 2031 })
  const { subjects, ranking } = await office.priorities.get({ sheetId: id })

  const trungCap = subjects.find((one) => one.programmeCode === 'TC-LLCT')
  expect(trungCap).toMatchObject({ heads: 4, units: 1 })
  expect(trungCap?.values.yearsWaited).toEqual({ value: 1 / 3, evidence: { years: 1 } })
  expect(trungCap?.values.legalDuty.evidence).toEqual({ part: 1, whole: 4 })
  expect(trungCap?.values.directive.value).toBeNull()
  const chuyenVien = subjects.find((one) => one.programmeCode === 'BD-CV')
  expect(chuyenVien?.values.unitUrgency.value).toBe(1)
  expect(ranking.map((one) => one.rank)).toEqual([1, 2])
})

test('a needs answer that no head has confirmed is not ranked', async () => {
  const unitId = await aUnit('Sở Y tế')
  const office = await world.as('trainingOffice')
  await aConfirmedRound(2033, unitId, [{ code: 'TC-LLCT', heads: 2 }])
  const head = await world.as('unitHead', { unitId })
  const { id } = await office.priorities.start({ year: 2033 })
  expect((await office.priorities.get({ sheetId: id })).subjects).toHaveLength(1)
  await world.rows(
    `update need_answer set state = 'returned', returned_at = now(), returned_by = $1, returned_from = 'school',
      return_reason = 'Chưa rõ nguồn quy hoạch' where round_id in (select id from need_round where year = 2033)`,
    [head.accountId],
  )
  expect((await office.priorities.get({ sheetId: id })).subjects).toEqual([])
})

test('the committee’s mark moves a demand up, with its reason; an agreed sheet is frozen with its figures', async () => {
  const unitId = await aUnit('Sở Tài chính')
  await aConfirmedRound(2035, unitId, [
    { code: 'TC-LLCT', heads: 3 },
    { code: 'BD-CV', heads: 3 },
  ])
  const office = await world.as('trainingOffice')
  const rector = await world.as('rectorate')
  const sheet = await office.priorities.start({ year: 2035 })
  const marked = await office.priorities.mark({
    sheetId: sheet.id,
    programmeId: programmeIds['BD-CV'],
    modeCode: 'partTime',
    criterion: 'directive',
    mark: 3,
    reason: 'Kết luận của Thường trực Tỉnh ủy',
  })
  const first = async () => (await office.priorities.get({ sheetId: sheet.id })).ranking[0]?.programmeId
  expect(await first()).toBe(programmeIds['BD-CV'])

  await expect(
    office.priorities.agree({
      sheetId: sheet.id,
      version: marked.version,
      documentNumber: '12-BB/TCT',
      documentOn: '2026-11-20',
    }),
  ).rejects.toMatchObject({ status: 403 })
  const agreed = await rector.priorities.agree({
    sheetId: sheet.id,
    version: marked.version,
    documentNumber: '12-BB/TCT',
    documentOn: '2026-11-20',
  })
  expect(agreed.can).toEqual([])
  await expect(
    office.priorities.setWeights({
      sheetId: sheet.id,
      version: agreed.version,
      ...equalWeights,
      directive: 0,
    }),
  ).rejects.toMatchObject({ code: 'priorities.frozen' })
  await expect(
    world.rows(`update priority_sheet set directive = 0 where id = $1`, [sheet.id]),
  ).rejects.toThrow(/frozen/)

  // What is confirmed later does not change what was agreed, and the planner takes the agreed weights.
  await aConfirmedRound(2035, await aUnit('Sở Tư pháp'), [{ code: 'TC-LLCT', heads: 500, priority: 1 }])
  expect((await office.priorities.get({ sheetId: sheet.id })).subjects[0]?.heads).toBe(3)
  const weights = await world.inside((db) => weightsOfDemand(db, { year: 2035 }))
  expect(weights[0]).toMatchObject({ programmeId: programmeIds['BD-CV'], modeCode: 'partTime' })
  expect(weights[0]!.weight).toBeGreaterThan(weights[1]!.weight)
})

test('one sheet of a year is drafted at a time, and the second of two editors is told', async () => {
  const office = await world.as('trainingOffice')
  const sheet = await office.priorities.start({ year: 2036 })
  await expect(office.priorities.start({ year: 2036 })).rejects.toMatchObject({
    code: 'priorities.alreadyDraft',
  })
  await office.priorities.setWeights({
    sheetId: sheet.id,
    version: sheet.version,
    ...equalWeights,
    directive: 9,
  })
  await expect(
    office.priorities.setWeights({ sheetId: sheet.id, version: sheet.version, ...equalWeights }),
  ).rejects.toMatchObject({ code: 'priorities.stale' })
  await expect(
    office.priorities.setWeights({ sheetId: sheet.id, version: 2, ...equalWeights, directive: 11 }),
  ).rejects.toMatchObject({ status: 422 })
})

test('nothing is agreed on where nothing is confirmed', async () => {
  const rector = await world.as('rectorate')
  const office = await world.as('trainingOffice')
  const sheet = await office.priorities.start({ year: 2037 })
  await expect(
    rector.priorities.agree({
      sheetId: sheet.id,
      version: sheet.version,
      documentNumber: '1',
      documentOn: '2026-11-20',
    }),
  ).rejects.toMatchObject({ code: 'priorities.nothingToRank' })
})

test('units and lecturers see no priorities', async () => {
  const unitId = await aUnit('Sở Công Thương')
  for (const who of [await world.as('unitHead', { unitId }), await world.as('lecturer')])
    await expect(who.priorities.list()).rejects.toMatchObject({ status: 403 })
})

test('minutes and workbook say the order with its reasons', async () => {
  const office = await world.as('trainingOffice')
  const sheet = (await office.priorities.list()).find((one) => one.year === 2035)
  const minutes = await office.priorities.minutes({ sheetId: sheet!.id })
  const text = await wordText(minutes)
  expect(text).toContain('12-BB/TCT')
  expect(text).toContain('Chỉ đạo của cấp trên: 3/3 (Kết luận của Thường trực Tỉnh ủy)')
  const workbook = await office.priorities.xlsx({ sheetId: sheet!.id })
  const [first] = await readSheets(new Uint8Array(await workbook.arrayBuffer()))
  const cells = first!.rows.flatMap((row) => row.cells.map((cell) => String(cell.raw)))
  expect(cells).toContain('Bồi dưỡng ngạch chuyên viên, vừa làm vừa học')
})
