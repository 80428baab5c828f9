import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { readConfig } from '../../server/config.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import type { Definition, Subject } from './contract.ts'
import { turnCampaignsEveryNight } from './index.ts'
import { answersSchema, hidden, tally } from './rules.ts'

let world: World
let office: Api
let classId: number
let versionId: number

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  await office.surveys.loadForms()
  versionId = (await office.surveys.forms())[0]?.versionId as number
  const programme = await office.programmes.make({
    code: 'BD-X',
    name: 'Bồi dưỡng cấp ủy',
    groupCode: 'fostering',
    kind: 'fostering',
    modes: ['none'],
  })
  const made = await office.classes.open({
    code: 'BD-01',
    name: 'Lớp bồi dưỡng 01',
    programmeId: programme.id,
    opensOn: '2026-11-02',
    closesOn: '2026-11-20',
    place: 'Hội trường A',
    basis: 'plan',
  })
  classId = made.id
})

const open = (more: object = {}) =>
  office.surveys.open({
    classId,
    versionId,
    opensOn: '2026-11-20',
    closesOn: '2026-12-04',
    expected: 100,
    way: 'tokens',
    lecturers: 'Nguyễn Văn Một\nTrần Thị Hai',
    ...more,
  })
const linksOf = async (campaignId: number, links: number) =>
  (await office.surveys.issue({ campaignId, links })).tokens
async function answersFor(token: string, mark: number) {
  const { subjects } = await world.stranger.surveys.sheet({ token })
  const [one] = subjects.filter((subject) => subject.kind === 'lecturer')
  return { [`gv.a@${one?.id}`]: mark, yk: `Góp ý ${mark}` }
}
const send = async (token: string, mark: number) =>
  world.stranger.surveys.answer({ token, answers: await answersFor(token, mark) })
const close = async (campaignId: number) =>
  office.surveys.close({ campaignId, version: (await office.surveys.campaign({ campaignId })).version })

test('four answers stay hidden, five show, and nobody sees a result before the campaign is closed', async () => {
  for (const [count, isHidden] of [
    [4, true],
    [5, false],
  ] as const) {
    const { id } = await open()
    for (const [i, token] of (await linksOf(id, count)).entries()) await send(token, 1 + (i % 5))
    expect((await office.surveys.campaign({ campaignId: id })).answers).toBe(count)
    await expect(office.surveys.results({ campaignId: id })).rejects.toMatchObject({
      code: 'surveys.notClosed',
    })
    await close(id)
    const result = await office.surveys.results({ campaignId: id })
    expect(result).toMatchObject({ answers: count, isHidden })
    expect(result.items.some((item) => item.comments.length > 0)).toBe(!isHidden)
  }
})

test('a link is good for one answer, and pressing twice gives the first one’s page', async () => {
  const { id } = await open()
  const [token = '', unused = ''] = await linksOf(id, 2)
  const answers = await answersFor(token, 3)
  const pressed = await Promise.all([1, 2, 3].map(() => world.stranger.surveys.answer({ token, answers })))
  expect(pressed.map((one) => one.state).sort()).toEqual(['spent', 'spent', 'taken'])
  expect((await office.surveys.campaign({ campaignId: id })).answers).toBe(1)
  expect((await world.stranger.surveys.sheet({ token })).definition).toBeNull()
  await close(id)
  await expect(world.stranger.surveys.answer({ token: unused, answers })).rejects.toMatchObject({
    code: 'surveys.over',
  })
  await expect(world.stranger.surveys.sheet({ token: 'doan-bua' })).rejects.toMatchObject({
    code: 'surveys.noLink',
  })
})

test('a shared link takes one answer for each opened sheet, and no more than are expected', async () => {
  const { id } = await open({ way: 'shared', expected: 2 })
  const token = (await office.surveys.campaign({ campaignId: id })).sharedKey as string
  const answers = await answersFor(token, 4)
  const put = (press: string) => world.stranger.surveys.answer({ token, press, answers })
  expect([await put('a'), await put('a'), await put('b')].map((one) => one.state)).toEqual([
    'taken',
    'spent',
    'taken',
  ])
  await expect(put('c')).rejects.toMatchObject({ code: 'surveys.full' })
})

test('nothing in the database leads from an answer to its link, its time or its place in the order', async () => {
  const { id } = await open()
  const tokens = await linksOf(id, 70)
  const learner = await world.as('learner')
  const before = await world.rows<{ n: number }>('select count(*)::int as n from audit_line')
  for (const [i, token] of tokens.entries())
    await learner.surveys.answer({
      token,
      answers: { yk: `Ý kiến ${String((i * 37) % 70).padStart(2, '0')}` },
    })
  // Signed in or not, answering leaves no line in the record.
  expect(await world.rows('select count(*)::int as n from audit_line')).toEqual(before)
  const batches = await world.rows<{ answers: { yk: string }[]; size: number; xmin: string }>(
    'select answers, size, xmin::text from survey_batch where campaign_id = $1',
    [id],
  )
  expect(batches.reduce((sum, one) => sum + one.size, 0)).toBe(70)
  // A batch is written as a whole: the newest link's transaction is also that of 31 other answers or more.
  for (const batch of batches) {
    expect(batch.size).toBeGreaterThanOrEqual(32)
    const said = batch.answers.map((answer) => answer.yk)
    expect(said).toEqual(said.toSorted())
    expect(batch.answers.every((answer) => Object.keys(answer).join() === 'yk')).toBe(true)
  }
  const columns = await world.rows<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_name in ('survey_batch', 'survey_token')`,
  )
  expect(columns.filter((one) => /date|time|serial/.test(one.type))).toEqual([])
  expect(
    columns.map((one) => one.name).filter((name) => /account|person|token_id|request/.test(name)),
  ).toEqual([])
  // No link stands anywhere but as its hash.
  const kept = await world.rows<{ text: string }>(
    'select t::text as text from survey_token t where campaign_id = $1',
    [id],
  )
  expect(kept.some((row) => tokens.some((token) => row.text.includes(token)))).toBe(false)
})

test('even whoever sees the whole school cannot read an answer of an open campaign', async () => {
  const { id } = await open()
  for (const token of await linksOf(id, 6)) await send(token, 2)
  const read = (query: string) =>
    world.inside(async (db) => {
      const { sql } = await import('kysely')
      return (await sql.raw<object>(query).execute(db)).rows
    })
  expect(await read(`select * from survey_opened(${id}, '2026-11-24')`)).toEqual([])
  await expect(read('select * from survey_batch')).rejects.toThrow(/permission denied/)
})

test('an empty or wrong sheet is refused with its question, and the link stays good', async () => {
  const { id } = await open()
  const [token = ''] = await linksOf(id, 1)
  const put = (answers: Record<string, string | number>) => world.stranger.surveys.answer({ token, answers })
  await expect(put({})).rejects.toMatchObject({ code: 'surveys.empty' })
  const good = await answersFor(token, 6)
  await expect(put(good)).rejects.toMatchObject({
    status: 422,
    fields: [expect.objectContaining({ code: 'field.notInList' })],
  })
  expect(await send(token, 5)).toEqual({ state: 'taken' })
})

test('a published form does not change', async () => {
  await expect(
    world.rows(`update survey_version set definition = '{}' where id = $1`, [versionId]),
  ).rejects.toMatchObject({
    constraint: 'survey_version_frozen',
  })
})

test('whoever only reads opens no campaign; a learner sees none', async () => {
  const rector = await world.as('rectorate')
  await expect(
    rector.surveys.open({ classId, versionId, opensOn: '2026-11-20', closesOn: '2026-12-04', expected: 5 }),
  ).rejects.toMatchObject({ status: 403 })
  await expect((await world.as('learner')).surveys.campaigns({})).rejects.toMatchObject({ status: 403 })
})

/** The night before the morning of a day, by the school's clock. */
const night = (day: string) =>
  turnCampaignsEveryNight({
    pool: world.pool,
    config: readConfig({}),
    clock: { now: () => new Date(`${day}T00:11:00.000+07:00`) },
  }).run({})

test('a campaign closes by itself the day after its last day, and is counted once', async () => {
  const { id } = await open()
  for (const token of await linksOf(id, 5)) await send(token, 4)
  await night('2026-12-04')
  expect(await office.surveys.campaign({ campaignId: id })).toMatchObject({ state: 'open', closedOn: null })
  await night('2026-12-05')
  await night('2026-12-06')
  expect(await office.surveys.campaign({ campaignId: id })).toMatchObject({
    state: 'settled',
    closedOn: '2026-12-05',
  })
  expect(await office.surveys.results({ campaignId: id })).toMatchObject({ answers: 5, isHidden: false })
})

test('a class that ends opens its campaign by itself, once the school has confirmed the form and switched it on', async () => {
  const [{ programmeId } = { programmeId: 0 }] = await world.rows<{ programmeId: number }>(
    'select programme_id as "programmeId" from training_class where id = $1',
    [classId],
  )
  const aClass = async (code: string, closesOn: string, learners?: number) =>
    (
      await office.classes.open({
        code,
        name: `Lớp ${code}`,
        programmeId,
        opensOn: '2026-11-02',
        closesOn,
        basis: 'plan',
        ...(learners !== undefined && { learners }),
      })
    ).id
  const before = await aClass('TU-1', '2026-11-23', 30)
  const ending = await aClass('TU-2', '2026-11-30', 33)
  const uncounted = await aClass('TU-3', '2026-11-30')
  const campaignsOf = async () =>
    (await office.surveys.campaigns({ size: 100 })).rows.filter((row) =>
      [before, ending, uncounted].includes(row.classId),
    )

  await night('2026-11-30')
  expect(await campaignsOf()).toEqual([])

  const { version } = await office.surveys.setting()
  await expect(office.surveys.setSetting({ opensItself: true, versionId, version })).rejects.toMatchObject({
    code: 'surveys.unconfirmed',
  })
  expect(
    await office.surveys.setSetting({ opensItself: true, versionId, isConfirmed: true, version }),
  ).toMatchObject({ opensItself: true, since: '2026-11-24' })
  expect((await office.surveys.forms())[0]?.needsConfirmation).toBe(false)
  await expect(office.surveys.setSetting({ opensItself: false, version })).rejects.toMatchObject({
    code: 'surveys.stale',
  })

  await night('2026-11-29')
  expect(await campaignsOf()).toEqual([])
  await night('2026-11-30')
  await night('2026-12-01')
  const opened = await campaignsOf()
  expect(opened).toHaveLength(1)
  expect(opened[0]).toMatchObject({
    classId: ending,
    isAutomatic: true,
    opensOn: '2026-11-30',
    closesOn: '2026-12-13',
    expected: 33,
    way: 'shared',
  })

  await office.surveys.setSetting({ opensItself: false, version: version + 1 })
  const late = await aClass('TU-4', '2026-12-10', 20)
  await night('2026-12-10')
  expect((await office.surveys.campaigns({ size: 100 })).rows.some((row) => row.classId === late)).toBe(false)
})

test('a draft of a form can be opened neither through the house nor past it', async () => {
  const [draft] = await world.rows<{ id: number }>(
    `insert into survey_version (form_id, number, definition)
       select form_id, number + 1, definition from survey_version where id = $1 returning id::int`,
    [versionId],
  )
  const id = draft?.id ?? 0
  await expect(open({ versionId: id })).rejects.toMatchObject({ code: 'surveys.noForm' })
  const { version } = await office.surveys.setting()
  await expect(
    office.surveys.setSetting({ opensItself: true, versionId: id, isConfirmed: true, version }),
  ).rejects.toMatchObject({ code: 'surveys.noForm' })
  await expect(
    world.rows(
      `insert into survey_campaign (class_id, version_id, opens_on, closes_on, expected, way)
         values ($1, $2, '2026-11-24', '2026-12-01', 10, 'tokens')`,
      [classId, id],
    ),
  ).rejects.toMatchObject({ constraint: 'survey_version_published' })
  await expect(world.rows('update survey_setting set version_id = $1', [id])).rejects.toMatchObject({
    constraint: 'survey_version_published',
  })
})

test('links that were withdrawn open nothing and say so; what was sent stays', async () => {
  const { id, version } = await open()
  const [used = '', unused = ''] = await linksOf(id, 2)
  await send(used, 4)
  const answers = await answersFor(unused, 3)
  expect(await office.surveys.withdraw({ campaignId: id, version })).toEqual({ withdrawn: 1 })
  await expect(office.surveys.withdraw({ campaignId: id, version })).rejects.toMatchObject({
    code: 'surveys.stale',
  })
  await expect(world.stranger.surveys.answer({ token: unused, answers })).rejects.toMatchObject({
    code: 'surveys.withdrawn',
  })
  expect((await office.surveys.campaign({ campaignId: id })).answers).toBe(1)

  const shared = await open({ way: 'shared' })
  const keyNow = async () => (await office.surveys.campaign({ campaignId: shared.id })).sharedKey as string
  const old = await keyNow()
  await office.surveys.withdraw({ campaignId: shared.id, version: shared.version })
  const next = await keyNow()
  expect(next).not.toBe(old)
  expect((await world.stranger.surveys.sheet({ token: old })).state).toBe('withdrawn')
  await expect(world.stranger.surveys.answer({ token: old, press: 'a', answers })).rejects.toMatchObject({
    code: 'surveys.withdrawn',
  })
  const fresh = await answersFor(next, 5)
  expect(await world.stranger.surveys.answer({ token: next, press: 'a', answers: fresh })).toEqual({
    state: 'taken',
  })
  await close(shared.id)
  await expect(
    office.surveys.withdraw({ campaignId: shared.id, version: shared.version + 2 }),
  ).rejects.toMatchObject({ code: 'surveys.fixed' })
})

test('a link opens its own campaign only, from the first day to the last, however it is changed', async () => {
  const [mine, other] = [await open(), await open()]
  const [token = '', spare = ''] = await linksOf(mine.id, 2)
  const [foreign = ''] = await linksOf(other.id, 1)
  const answers = await answersFor(token, 4)
  // Another campaign's link takes no answer about this one's subjects; the link stays good.
  await expect(world.stranger.surveys.answer({ token: foreign, answers })).rejects.toMatchObject({
    status: 422,
  })
  for (const guess of [
    token.slice(0, -1),
    `${token}A`,
    token.toLowerCase(),
    token.split('').reverse().join(''),
  ])
    await expect(world.stranger.surveys.sheet({ token: guess })).rejects.toMatchObject({
      code: 'surveys.noLink',
    })
  await world.stranger.surveys.answer({ token, answers })
  expect((await office.surveys.campaign({ campaignId: other.id })).answers).toBe(0)

  const dates = { campaignId: mine.id, expected: 60, version: mine.version }
  await office.surveys.change({ ...dates, opensOn: '2026-12-01', closesOn: '2026-12-04' })
  expect(await world.stranger.surveys.sheet({ token: spare })).toMatchObject({
    state: 'early',
    definition: null,
    subjects: [],
  })
  await expect(world.stranger.surveys.answer({ token: spare, answers })).rejects.toMatchObject({
    code: 'surveys.early',
  })
  await office.surveys.change({
    ...dates,
    version: mine.version + 1,
    opensOn: '2026-11-01',
    closesOn: '2026-11-20',
  })
  expect(await world.stranger.surveys.sheet({ token: spare })).toMatchObject({
    state: 'over',
    definition: null,
    subjects: [],
  })
  await expect(world.stranger.surveys.answer({ token: spare, answers })).rejects.toMatchObject({
    code: 'surveys.over',
  })
})

test('the Excel file holds what the page shows, and nothing of what is hidden', async () => {
  for (const [count, isHidden] of [
    [4, true],
    [5, false],
  ] as const) {
    const { id } = await open()
    for (const token of await linksOf(id, count)) await send(token, 4)
    await expect(office.surveys.resultsXlsx({ campaignId: id })).rejects.toMatchObject({
      code: 'surveys.notClosed',
    })
    await close(id)
    const file = await office.surveys.resultsXlsx({ campaignId: id })
    const texts = (await readSheets(new Uint8Array(await file.arrayBuffer()))).flatMap((sheet) =>
      sheet.rows.flatMap((row) => row.cells.map((cell) => cellText(cell))),
    )
    expect(texts.includes('Góp ý 4')).toBe(!isHidden)
    expect(texts.some((text) => text.includes('Dưới 5 phiếu'))).toBe(isHidden)
    // Of the second lecturer nobody said anything; of the first all said 4.
    expect(texts.includes('1: 0 · 2: 0 · 3: 0 · 4: 5 · 5: 0')).toBe(!isHidden)
  }
})

describe('which groups stay hidden', () => {
  test.each<[number[], boolean[], string]>([
    [[60, 60], [false, false], 'all are large'],
    [[4], [true], 'one is small'],
    [[30, 4, 12], [false, true, true], 'the sum would tell the small one: the next smallest goes with it'],
    [[30, 2, 2], [true, true, true], 'two small ones are together still below five'],
    [[30, 3, 3], [false, true, true], 'two small ones are together six'],
    [[5, 0], [false, false], 'nobody answered: there is nothing to hide'],
  ])('%j → %j (%s)', (sizes, expected) => expect(hidden(sizes)).toEqual(expected))
})

const form: Definition = {
  lead: '',
  sections: [
    {
      title: 'A',
      questions: [
        {
          kind: 'single',
          key: 'co',
          text: 'Có?',
          isRequired: true,
          options: [
            { key: 'c', text: 'Có' },
            { key: 'k', text: 'Không' },
          ],
        },
        {
          kind: 'scale',
          key: 'bao',
          text: 'Bao nhiêu?',
          isRequired: true,
          from: 0,
          to: 10,
          low: '',
          high: '',
          showIf: { q: 'co', is: 'c' },
        },
      ],
    },
  ],
}
const none: Subject[] = []

test('a question that was not asked is neither demanded nor kept', () => {
  const schema = answersSchema(form, none)
  expect(schema.parse({ co: 'k', bao: 7 })).toEqual({ co: 'k' })
  expect(schema.safeParse({ co: 'c' }).success).toBe(false)
  expect(schema.parse({ co: 'c', bao: 0 })).toEqual({ co: 'c', bao: 0 })
  expect(schema.safeParse({ co: 'k', la: 1 }).success).toBe(false)
})

test('mean, spread and distribution are those of the marks: 2, 4, 4, 5, 10', () => {
  const marks = [2, 4, 4, 5, 10].map((bao) => ({ co: 'c', bao }))
  const item = tally(form, none, marks, 5).items.find((one) => one.key === 'bao')
  expect(item).toMatchObject({ n: 5, mean: 5 })
  expect(item?.spread).toBeCloseTo(3, 10)
  expect(item?.counts.filter((one) => one.count > 0)).toEqual([
    { label: '2', count: 1 },
    { label: '4', count: 2 },
    { label: '5', count: 1 },
    { label: '10', count: 1 },
  ])
})
