import { printDay } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { searchKey, tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import { RowReader } from '../../server/files/row-reader.ts'
import type { Table } from '../../server/files/table.ts'
import type { Importer, ImportRow } from '../../server/importer.ts'
import { readBirth } from '../people/index.ts'
import * as noticeStore from './notice-store.ts'
import { type ProfileKey, profileColumns } from './profile-columns.ts'
import { nominate } from './service.ts'
import * as store from './store.ts'

const doubts = {
  otherClass: 'nominations.rowOtherClass',
  learning: 'nominations.rowLearning',
  otherFile: 'nominations.rowOtherFile',
} as const

type Plan = { row: ImportRow; personId: number | null; basis: 'held' | 'planned'; note: string }

/**
 * A unit's list of short profiles for the one class that lies open to it: whom it nominates. The people must be in the unit's
 * files already; what else the list says of them changes no file. The title names the class where several are open.
 */
export const nomineesImporter: Importer = {
  kind: 'nominees',
  can: 'nominations.edit',
  holdsMasked: true,
  columns: profileColumns('2026-12-31'),
  template: {
    example: {
      fullName: 'Nguyễn Minh Bình',
      code: 'CB10001',
      birth: '1985-05-19',
      post: 'Phó Trưởng phòng',
      planned: '',
    },
    days: ['birth'],
  },

  check: async (outer, found) => {
    const ctx = await outer.under('nominations.edit')
    const table = found as unknown as Table<ProfileKey>
    const { notice, quota } = await openNotice(ctx, table.titleLines)
    const unitIds = await store.unitsUnder(ctx.db, quota.unitId, ctx.today)
    const people = await store.peopleOf(ctx.db, { unitIds, q: '', on: ctx.today, limit: 20_000 })
    const codes = await store.codesOf(
      ctx.db,
      people.map((one) => one.personId),
    )
    const standing = await store.standingFor(ctx.db, notice.classId)
    const clashes = await store.clashes(
      ctx.db,
      people.map((one) => ({ personId: one.personId, classId: notice.classId })),
      ctx.today,
    )
    const byName = new Map<string, store.Person[]>()
    for (const one of people) byName.set(one.searchKey, [...(byName.get(one.searchKey) ?? []), one])
    const first = new Map<number, number>()
    const plans = table.rows
      .filter((row) => row.kind === 'data')
      .map((row): Plan => {
        const reader = new RowReader(table, row)
        const name = tidy(reader.line('fullName', 120))
        const code = reader.optional('code', 40).toUpperCase()
        const birthCell = [row.cells.birth, row.cells.birthMale, row.cells.birthFemale].find(
          (cell) => cell && cell.kind !== 'empty',
        )
        const birth = readBirth(
          birthCell?.kind === 'day'
            ? birthCell.day
            : (reader.text('birth') ?? reader.text('birthMale') ?? reader.text('birthFemale')),
          ctx.today,
        )
        const basis = reader.text('planned') !== null && reader.text('post') === null ? 'planned' : 'held'
        const fits =
          code !== ''
            ? people.filter((one) => codes.get(one.personId) === code)
            : (byName.get(searchKey(name)) ?? []).filter(
                (one) =>
                  (birth.on === null || one.bornOn === null || birth.on === one.bornOn) &&
                  (birth.year === null || one.bornYear === null || birth.year === one.bornYear),
              )
        const [person, ...more] = fits
        if (name !== '' && !person)
          reader.wrong(code !== '' ? 'code' : 'fullName', 'nominations.rowUnknown', {
            name,
            unit: quota.unit,
          })
        else if (more.length > 0)
          reader.wrong('fullName', 'nominations.rowUnclear', { name, count: fits.length })
        else if (person && name !== '' && person.searchKey !== searchKey(name))
          reader.wrong('fullName', 'nominations.rowOtherName', { name, known: person.fullName })
        const earlier = person && more.length === 0 ? first.get(person.personId) : undefined
        if (earlier !== undefined) reader.wrong('fullName', 'nominations.rowTwice', { rowNumber: earlier })
        else if (person && more.length === 0) first.set(person.personId, row.rowNumber)
        for (const clash of clashes.filter((one) => one.personId === person?.personId))
          if (clash.kind === 'otherUnit')
            reader.wrong('fullName', 'nominations.byOther', { name, unit: clash.about })
          else reader.doubtful(doubts[clash.kind], { about: clash.about })
        const isSame = person !== undefined && standing.has(person.personId)
        return {
          personId: person?.personId ?? null,
          basis,
          note: '',
          row: {
            rowNumber: row.rowNumber,
            action: reader.isWrong ? 'wrong' : isSame ? 'same' : 'add',
            understood: [
              person?.fullName ?? name,
              person?.bornOn ? printDay(person.bornOn) : '',
              person?.posts[0]?.title ?? '',
            ]
              .filter(Boolean)
              .join(' · '),
            problems: reader.problems,
          },
        }
      })
    const added = plans.filter((one) => one.row.action === 'add')
    const over = quota.names + added.length - quota.seats
    return {
      report: {
        rows: plans.map((one) => one.row),
        checks: [
          {
            code: 'nominations.forClass',
            params: { code: notice.classCode, unit: quota.unit, count: added.length },
            holds: true,
          },
          ...(over > 0
            ? [{ code: 'nominations.overSeats', params: { seats: quota.seats, over }, holds: false }]
            : []),
        ],
      },
      apply: async (outer) => {
        const ctx = await outer.under('nominations.edit')
        for (const one of added)
          if (one.personId !== null)
            await nominate(ctx, {
              noticeId: notice.id,
              unitId: quota.unitId,
              personId: one.personId,
              basis: one.basis,
              isForeign: false,
              note: one.note,
            })
      },
    }
  },
}

/** The one open notice that the file is for: named by its class's code above the table, else the only one. */
async function openNotice(
  ctx: Ctx,
  titleLines: readonly string[],
): Promise<{ notice: noticeStore.NoticeRow; quota: noticeStore.Quota }> {
  const { rows } = await noticeStore.notices(
    ctx.db,
    { q: '', page: 1, size: 100, sort: 'deadlineOn', desc: false, state: 'issued' },
    ctx.scope,
  )
  const open = rows.filter((row) => row.deadlineOn >= ctx.today)
  const above = ` ${searchKey(titleLines.join(' '))} `
  const named = open.filter((row) => above.includes(` ${searchKey(row.classCode)} `))
  const chosen = named.length > 0 ? named : open
  const [notice, ...more] = chosen
  if (!notice) throw problem(422, 'nominations.noOpenNotice')
  if (more.length > 0)
    throw problem(422, 'nominations.severalNotices', { codes: chosen.map((row) => row.classCode).join(', ') })
  const quotas = await noticeStore.quotasOf(ctx.db, notice.id, ctx.scope, ctx.today)
  const ofTitle = quotas.filter((one) => above.includes(` ${searchKey(one.unit)} `))
  const [quota, ...others] = ofTitle.length > 0 ? ofTitle : quotas
  if (!quota) throw problem(409, 'nominations.notAsked')
  if (others.length > 0) throw problem(422, 'nominations.severalUnits')
  return { notice, quota }
}
