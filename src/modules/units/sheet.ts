import { type Day, printDay } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { allUnitsOf } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The list of units as a workbook. It says of which day it is, and closed units keep their names. */
export async function unitsFile(
  rows: Awaited<ReturnType<typeof allUnitsOf>>,
  on: Day,
  locale: Locale,
): Promise<File> {
  const w = locale === 'en' ? en : vi
  const bytes = await writeSheet({
    sheetName: w.units,
    titleLines: [{ text: w.unitsOnTitle({ on }), isBold: true }],
    columns: [
      { key: 'number', title: w.ordinal, kind: 'number' },
      { key: 'code', title: w.code, kind: 'text' },
      { key: 'fullName', title: w.name, kind: 'text' },
      { key: 'kind', title: w.kind, kind: 'text' },
      { key: 'level', title: w.level, kind: 'text' },
      { key: 'bloc', title: w.bloc, kind: 'text' },
      { key: 'parentName', title: w.parent, kind: 'text' },
      { key: 'fromOn', title: w.fromOn, kind: 'day' },
      { key: 'lastOn', title: w.untilOn, kind: 'day' },
      { key: 'state', title: w.state, kind: 'text' },
    ],
    rows: rows.map((row, index) => ({
      number: index + 1,
      code: row.code,
      fullName: row.fullName,
      kind: w.kinds[row.kind],
      level: w.levels[row.level],
      bloc: w.blocs[row.bloc],
      parentName: row.parentName,
      fromOn: row.fromOn,
      lastOn: row.untilOn,
      state: row.isClosed ? w.states.closed : w.states.existing,
    })),
    footnotes: [w.untilIsFirstDayWithout],
    isLandscape: true,
  })
  return new File([bytes as BlobPart], `don-vi-${printDay(on).replaceAll('/', '-')}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
