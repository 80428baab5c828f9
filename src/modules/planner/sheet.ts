import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { type SheetColumn, writeSheet, writeSheets } from '../../server/files/xlsx.ts'
import type { answer, comparison } from './contract.ts'
import type { vi } from './words.vi.ts'

type W = Words<typeof vi>
type Answer = z.infer<typeof answer>
type About = { id: number; name: string; year: number }

/** Scenarios side by side, as `planner.compare` answers. */
export type Comparison = z.infer<typeof comparison>

/** What one unit asked for in a programme and for a target group, and has. */
export type SeatRow = {
  unit: string
  title: string
  modeCode: string
  group: string
  asked: number
  seats: number
}

const text = (key: string, title: string, width?: number): SheetColumn => ({
  key,
  title,
  kind: 'text',
  ...(width && { width }),
})
const figure = (key: string, title: string): SheetColumn => ({ key, title, kind: 'number', width: 12 })
const modeName = (w: W, code: string) => w.modes[code as keyof W['modes']] ?? code
const head = (title: string, ...lines: string[]) => [{ text: title.toUpperCase(), isBold: true }, ...lines]

/** The proposed classes, a row each. */
export async function classesSheet(w: W, about: About, { classes, proof }: Answer): Promise<File> {
  const f = w.fields
  const bytes = await writeSheet({
    sheetName: w.pages.sheet,
    titleLines: head(w.pages.sheetTitle(about), w.pages.proven(proof)),
    isLandscape: true,
    columns: [
      text('title', f.class, 40),
      text('mode', f.mode),
      { key: 'startsOn', title: f.startsOn, kind: 'day' },
      { key: 'endsOn', title: f.endsOn, kind: 'day' },
      { key: 'length', title: f.weeks, kind: 'number' },
      text('room', f.room),
      { key: 'learners', title: f.learners, kind: 'number' },
      text('units', f.units, 60),
      text('lecturers', f.lecturers, 40),
      { key: 'cost', title: f.cost, kind: 'number' },
    ],
    rows: classes.map((one) => ({
      title: one.title,
      mode: modeName(w, one.modeCode),
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      length: one.weeks.length,
      room: one.rooms.join(', ') || w.pages.atHost,
      learners: one.learners,
      units: one.units.map(({ unit, heads }) => `${unit}: ${heads}`).join('; '),
      lecturers: one.lecturers.join(', '),
      cost: one.costDong,
    })),
    totals: [
      {
        title: w.pages.total({ classes: classes.length }),
        learners: classes.reduce((sum, one) => sum + one.learners, 0),
        cost: classes.reduce((sum, one) => sum + one.costDong, 0),
      },
    ],
  })
  return xlsxFile(`phuong-an-${about.id}`, bytes)
}

/** Who has a seat: a sheet by unit, one by target group, and one with all of it. */
export async function seatsSheet(
  w: W,
  about: About,
  { units, groups }: Answer,
  seats: readonly SeatRow[],
): Promise<File> {
  const f = w.fields
  const figures = [figure('asked', f.asked), figure('seats', f.seats), figure('unmet', f.unmet)]
  const unmet = <Row extends { asked: number; seats: number }>(row: Row) => ({
    ...row,
    unmet: row.asked - row.seats,
  })
  const sum = (rows: readonly { asked: number; seats: number }[]) =>
    unmet({
      asked: rows.reduce((all, one) => all + one.asked, 0),
      seats: rows.reduce((all, one) => all + one.seats, 0),
    })
  const bytes = await writeSheets([
    {
      sheetName: w.pages.byUnit,
      titleLines: head(w.pages.seatsTitle(about)),
      columns: [text('unit', f.unit, 44), ...figures],
      rows: units.map(unmet),
      totals: [{ unit: w.pages.sum, ...sum(units) }],
    },
    {
      sheetName: w.pages.byGroup,
      titleLines: head(w.pages.seatsTitle(about)),
      columns: [text('name', f.group, 44), ...figures],
      rows: groups.map(unmet),
      totals: [{ name: w.pages.sum, ...sum(groups) }],
    },
    {
      sheetName: w.pages.inDetail,
      titleLines: head(w.pages.seatsTitle(about)),
      isLandscape: true,
      columns: [
        text('unit', f.unit, 36),
        text('title', f.programme, 44),
        text('mode', f.mode),
        text('group', f.group, 30),
        ...figures,
      ],
      rows: seats.map((row) => ({ ...unmet(row), mode: modeName(w, row.modeCode) })),
      totals: [{ unit: w.pages.sum, ...sum(seats) }],
    },
  ])
  return xlsxFile(`cho-hoc-phuong-an-${about.id}`, bytes)
}

/** The comparison as the page shows it: a sheet by programme, one by target group. */
export async function comparisonSheet(w: W, { scenarios, forms, groups }: Comparison): Promise<File> {
  const f = w.fields
  const lines = scenarios.map((one) => w.pages.comparedOne(one))
  const bytes = await writeSheets([
    {
      sheetName: w.pages.sheet,
      titleLines: head(w.pages.compareTitle, ...lines),
      isLandscape: true,
      columns: [
        text('title', f.programme, 44),
        text('mode', f.mode),
        ...scenarios.flatMap(({ id, name }) =>
          (['classes', 'seats', 'unmet'] as const).map((key) => ({
            ...figure(`${key}${id}`, f[key]),
            group: name,
          })),
        ),
      ],
      rows: forms.map(({ title, modeCode, cells }) => ({
        title,
        mode: modeName(w, modeCode),
        ...Object.fromEntries(
          cells.flatMap((cell, i) =>
            (['classes', 'seats', 'unmet'] as const).map((key) => [`${key}${scenarios[i]?.id}`, cell[key]]),
          ),
        ),
      })),
    },
    {
      sheetName: w.pages.byGroup,
      titleLines: head(w.pages.compareTitle, ...lines),
      columns: [
        text('name', f.group, 44),
        figure('asked', f.asked),
        ...scenarios.map(({ id, name }) => ({ ...figure(`seats${id}`, name), width: 20 })),
      ],
      rows: groups.map(({ name, asked, seats }) => ({
        name,
        asked,
        ...Object.fromEntries(seats.map((heads, i) => [`seats${scenarios[i]?.id}`, heads])),
      })),
    },
  ])
  return xlsxFile(`so-sanh-phuong-an-${scenarios.map((one) => one.id).join('-')}`, bytes)
}
