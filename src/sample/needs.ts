import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Api } from '../api.ts'
import type { App } from '../app.ts'
import type { Db } from '../server/db/transaction.ts'
import { fillTemplate } from '../server/files/docx.ts'
import { diceOf } from './dice.ts'

const guide = `Đợt đăng ký mẫu của một trường hư cấu.
1. Xem phần «Gợi ý từ hồ sơ»: ai giữ chức danh đòi hỏi trình độ chưa có, ai đã chờ từ đợt trước.
2. Ghi từng nhu cầu: chương trình, hệ, số người, đối tượng. Ưu tiên cao thì ghi lý do.
3. Đầu mối gửi, thủ trưởng xác nhận. Không có nhu cầu cũng báo lại.`

const offered = ['TC-LLCT', 'CC-LLCT', 'BD-BTCB', 'BD-CTD', 'BD-CV', 'BD-LDP', 'BD-MTTQ', 'CN-N3', 'BD-CUX']

/**
 * Two rounds of the sample school: last year's, closed, with answers of all; and the one for next year, open, with answers in
 * every state. The units' own forms are filled in by the command line, which may do what they may. Everything is invented.
 */
export async function needRounds(
  app: App,
  inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): Promise<void> {
  const office = app.clientFor(await app.commandLine())
  const programmes = new Map<string, { id: number; modes: string[] }>(
    (await inside((db) => db.selectFrom('programme').select(['id', 'code', 'modes']).execute())).map(
      (one) => [one.code, one],
    ),
  )
  await recordTheory(inside)
  await fill(office, inside, programmes, { year: 2026, opensOn: '2025-10-01', closesOn: '2025-11-15' })
  await fill(office, inside, programmes, { year: 2027, opensOn: '2026-11-02', closesOn: '2026-12-10' })
}

/** The same guide as a Word file, for units to take home. */
async function guideFile(title: string): Promise<File> {
  const template = await readFile(new URL('../../templates/need-guide.docx', import.meta.url))
  const bytes = await fillTemplate(template, { title, lines: guide.split('\n') })
  return new File([bytes as Uint8Array<ArrayBuffer>], 'Hướng dẫn đăng ký nhu cầu (mẫu).docx')
}

type Programmes = ReadonlyMap<string, { id: number; modes: string[] }>
type Inside = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Of most people who hold a post the level of political theory is recorded; of some it is not, as in real files. */
async function recordTheory(inside: Inside): Promise<void> {
  const dice = diceOf(145)
  const people = await inside((db) =>
    db
      .selectFrom('person')
      .where('code', 'like', 'BH%')
      .where('rank', '>', 0)
      .select(['id', 'rank'])
      .orderBy('id')
      .execute(),
  )
  const recorded: { person_id: number; kind: string; level: string; source: string }[] = []
  for (const person of people) {
    if (dice.percent(45)) continue
    const level = dice.percent(30 + 12 * (person.rank ?? 0))
      ? 'Trung cấp'
      : dice.percent(45)
        ? 'Cao cấp'
        : 'Sơ cấp'
    recorded.push({ person_id: person.id, kind: 'politicalTheory', level, source: 'HTTT cán bộ (mẫu)' })
  }
  await inside((db) => db.insertInto('person_education').values(recorded).execute())
}

async function fill(
  office: Api,
  inside: Inside,
  programmes: Programmes,
  about: { year: number; opensOn: string; closesOn: string },
): Promise<void> {
  const draft = await office.needs.make({
    title: `Đăng ký nhu cầu đào tạo, bồi dưỡng năm ${about.year} (mẫu)`,
    guide,
    programmeIds: offered.flatMap((code) => programmes.get(code)?.id ?? []),
    ...about,
  })
  const round = await office.needs.open({ roundId: draft.id, version: draft.version })
  const isPast = about.year === 2026
  if (!isPast) await office.needs.attach({ roundId: round.id, file: await guideFile(round.title) })
  const dice = diceOf(about.year)
  const { rows } = await office.needs.board({ roundId: round.id, size: 100 })
  for (const [place, row] of rows.entries()) {
    // The commune whose people the sample's accounts are has its form still to fill in.
    const isOwn = row.unitName === 'Đảng ủy xã Thanh Lưu'
    const state = isPast ? 'confirmed' : isOwn ? 'asked' : states[place % states.length]
    if (state === 'asked') continue
    await office.needs.markOpened({ answerId: row.id })
    if (state === 'opened') continue
    const version = async () => (await office.needs.answer({ answerId: row.id })).answer.version
    if (state === 'noNeed') {
      await office.needs.submit({ answerId: row.id, noNeed: true, version: await version() })
      await office.needs.confirm({ answerId: row.id, version: await version() })
      continue
    }
    await addLines(office, inside, programmes, row, dice, isPast)
    if (state === 'draft') continue
    await office.needs.submit({ answerId: row.id, version: await version() })
    if (state === 'submitted') continue
    await office.needs.confirm({ answerId: row.id, version: await version() })
    if (state === 'returned')
      await office.needs.return({
        answerId: row.id,
        reason: 'Đề nghị ghi rõ chức danh của người học trung cấp (mẫu)',
        version: await version(),
      })
  }
  // The forms were opened and sent on days of their own, not all in the minute in which the sample is loaded.
  await inside((db) =>
    sql`update need_answer set opened_at = ${about.opensOn}::date + make_interval(days => 2 + (id % 9)::int, hours => 3 + (id % 8)::int),
        submitted_at = case when submitted_at is not null
          then ${about.opensOn}::date + make_interval(days => (9 + id % 12)::int, hours => (2 + id % 9)::int) end,
        confirmed_at = case when confirmed_at is not null
          then ${about.opensOn}::date + make_interval(days => (10 + id % 12)::int, hours => (2 + id % 9)::int) end
      where round_id = ${round.id} and opened_at is not null`.execute(db),
  )
  if (isPast) {
    const { version } = await office.needs.round({ roundId: round.id })
    await office.needs.close({ roundId: round.id, version })
  }
}

const states = [
  'confirmed',
  'draft',
  'submitted',
  'confirmed',
  'asked',
  'returned',
  'confirmed',
  'noNeed',
  'opened',
] as const

async function addLines(
  office: Api,
  inside: Inside,
  programmes: Programmes,
  answer: { id: number; unitId: number },
  dice: ReturnType<typeof diceOf>,
  isPast: boolean,
): Promise<void> {
  const people = await inside((db) =>
    db
      .selectFrom('person')
      .where('unit_id', '=', answer.unitId)
      .where('rank', '>', 0)
      .select('id')
      .orderBy('id')
      .limit(12)
      .execute(),
  )
  const codes = [...new Set(['TC-LLCT', dice.pick(offered), dice.pick(offered)])]
  for (const code of codes) {
    const programme = programmes.get(code)
    if (!programme) continue
    const named = code === 'TC-LLCT' ? people.slice(isPast ? 0 : 2, isPast ? 4 : 5).map((one) => one.id) : []
    await office.needs.addLine({
      answerId: answer.id,
      programmeId: programme.id,
      modeCode: programme.modes.includes('none') ? 'none' : dice.percent(70) ? 'partTime' : 'fullTime',
      heads: Math.max(named.length, dice.between(1, 9)),
      targetGroup: dice.pick(['committeeMember', 'officeLeader', 'communeLeader', 'front', 'specialist']),
      personIds: named,
      months: dice.percent(50) ? [dice.between(3, 11)] : [],
      priority: dice.percent(20) ? 1 : 2,
      reason: 'Chức danh đòi hỏi, đang thiếu (mẫu)',
      ...(dice.percent(30) && { place: 'Tại địa phương' }),
    })
  }
}
