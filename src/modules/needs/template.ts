import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeTemplate } from '../../server/files/xlsx.ts'
import { modes } from '../programmes/index.ts'
import { targetGroupsIn } from '../regulations/index.ts'
import { columns } from './columns.ts'
import type { NeedRow } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** Where a file of needs says whose it is: the line above its head. */
export const answerInLine = (line: string): number | null => {
  const found = /Phiếu nhu cầu số (\d+)/u.exec(line.normalize('NFC'))
  return found ? Number(found[1]) : null
}

/**
 * The workbook of one unit's form: drop-downs from the round's offer, an example that is never read in, what stands in the
 * form already, and a sheet of notes. Head and example are Vietnamese, as files of offices are.
 */
export async function answerTemplate(
  ctx: Ctx,
  about: {
    answer: { id: number; unitName: string }
    round: { title: string; year: number; programmes: readonly { name: string; modes: readonly string[] }[] }
    needs: readonly NeedRow[]
  },
): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const groups = await targetGroupsIn('vi')
  const groupName = new Map(groups.map((group) => [group.code, group.name]))
  const modeNames = (await modes(ctx.db)).filter((mode) => mode.code !== 'none').map((mode) => mode.name)
  const [first] = about.round.programmes
  const bytes = await writeTemplate({
    sheetName: vi.sheet.template,
    titleLines: [
      vi.sheet.answerLine({
        unit: about.answer.unitName,
        round: about.round.title,
        answerId: about.answer.id,
      }),
    ],
    columns: [
      ...columns.map(({ key, synonyms: [title] }) => ({
        key,
        title,
        kind: key === 'heads' ? ('number' as const) : ('text' as const),
        width: key === 'programme' || key === 'people' ? 40 : key === 'reason' ? 30 : 18,
      })),
      { key: 'mark', title: vi.sheet.example, kind: 'text' as const, width: 34 },
    ],
    example: {
      programme: first?.name ?? 'Trung cấp lý luận chính trị',
      mode: first?.modes.includes('partTime') ? 'Vừa làm vừa học' : '',
      heads: 2,
      targetGroup: groups[0]?.name ?? '',
      postTitle: 'Phó Trưởng phòng',
      people: '',
      months: '3; 4',
      place: 'Trường Chính trị',
      reason: 'Chức danh đòi hỏi',
      priority: '1',
      mark: vi.sheet.example,
    },
    rows: about.needs.map((need) => ({
      programme: need.programmeName,
      mode: need.modeCode === 'none' ? '' : need.modeName,
      heads: need.heads,
      targetGroup: groupName.get(need.targetGroup) ?? need.targetGroup,
      postTitle: need.postTitle,
      people: need.people.map((person) => person.name).join('; '),
      months: need.months.join('; '),
      place: need.place,
      reason: need.reason,
      priority: String(need.priority),
    })),
    choices: {
      programme: about.round.programmes.map((one) => one.name),
      mode: modeNames,
      targetGroup: groups.map((group) => group.name),
      months: Array.from({ length: 12 }, (_, i) => String(i + 1)),
      priority: ['1', '2', '3'],
    },
    notes: {
      sheetName: w.sheet.notes,
      lines: w.sheet.noteLines,
      columns: [
        { key: 'title', title: w.sheet.column, kind: 'text', width: 26 },
        { key: 'how', title: w.sheet.how, kind: 'text', width: 70 },
      ],
      rows: columns.map(({ key, synonyms: [title] }) => ({ title, how: w.columns[key] })),
    },
  })
  return xlsxFile(`phieu-nhu-cau-${about.round.year}-${about.answer.id}`, bytes)
}
