import type { Day } from '../../pure/day.ts'
import { isDay, readVietnameseDay, yearOf } from '../../pure/day.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { findTable, readText, type TableRow } from '../../server/files/table.ts'
import type { Cell, Sheet } from '../../server/files/xlsx.ts'
import { readBirth } from '../people/index.ts'
import { keyOf, type RuleSet, regulations } from '../regulations/index.ts'
import { partyWritten, trackWritten } from './checking.ts'
import { type ProfileKey, profileColumns, ratingYears } from './profile-columns.ts'
import {
  type GroundFact,
  type Judgement,
  judge,
  type NomineeFacts,
  type Sending,
} from './rules/eligibility.ts'

/** What the command says where the file does not. */
export type ProfileOptions = {
  on: Day
  programme?: 'intermediate' | 'advanced' | undefined
  mode?: 'fullTime' | 'partTime' | undefined
}

export type CheckedProfile = {
  row: number
  name: string
  sentOn: Day
  judgement: Judgement
  /** What stands in the row and could not be read, under its column. */
  unread: { column: string; written: string }[]
  /** The earlier row of the same person. */
  sameAsRow: number | null
}

/**
 * Reads a list of short profiles as units keep it and checks everybody: no database, nothing is stored. The rule sets come from
 * their files.
 */
export async function checkProfiles(
  sheets: readonly Sheet[],
  options: ProfileOptions,
): Promise<CheckedProfile[]> {
  const { sets } = await regulations()
  const table = findTable(sheets, profileColumns(options.on))
  const above = table.titleLines.join(' ')
  const title = (key: ProfileKey) => table.columns[key]?.title ?? ''
  const first = new Map<string, number>()
  return table.rows
    .filter((row) => row.kind === 'data' || (row.kind === 'section' && hasName(row)))
    .map((row): CheckedProfile => {
      const reader = new ProfileReader(row, title)
      const name = tidy(reader.text('fullName'))
      const sentOn = reader.day('sentOn') ?? options.on
      const sending: Sending = {
        programme:
          programmeWritten(reader.text('programme')) ??
          options.programme ??
          programmeWritten(above) ??
          'intermediate',
        mode: modeWritten(reader.text('mode')) ?? options.mode ?? modeWritten(above),
        sentOn,
        opensOn: null,
      }
      const facts = factsIn(reader, sentOn, ratingYears(options.on))
      const key = `${keyOf(name)}|${facts.birth.on ?? facts.birth.year ?? ''}`
      const earlier = first.get(key) ?? null
      if (earlier === null) first.set(key, row.rowNumber)
      return {
        row: row.rowNumber,
        name,
        sentOn,
        judgement: judge(sets as RuleSet[], facts, sending),
        unread: reader.unread,
        sameAsRow: earlier,
      }
    })
}

const hasName = (row: TableRow<ProfileKey>) =>
  readText(row.cells.fullName) !== null && readText(row.cells.birth) !== null

class ProfileReader {
  readonly row: TableRow<ProfileKey>
  readonly unread: { column: string; written: string }[] = []
  private readonly title: (key: ProfileKey) => string

  constructor(row: TableRow<ProfileKey>, title: (key: ProfileKey) => string) {
    this.row = row
    this.title = title
  }

  cell(key: ProfileKey): Cell | undefined {
    return this.row.cells[key]
  }

  /** '' where the cell is empty or a lone dash. */
  text(key: ProfileKey): string {
    const text = tidy(readText(this.cell(key)) ?? '')
    return /^[-–—.…]*$/.test(text) ? '' : text
  }

  /** A date of the workbook as a day, else what was typed. */
  written(key: ProfileKey): string {
    const cell = this.cell(key)
    return cell?.kind === 'day' ? cell.day : this.text(key)
  }

  day(key: ProfileKey): Day | null {
    const written = this.written(key)
    if (written === '') return null
    if (isDay(written)) return written
    const read = readVietnameseDay(written)
    if (read.ok) return read.day
    this.wrong(key)
    return null
  }

  wrong(key: ProfileKey): void {
    this.unread.push({ column: this.title(key), written: this.text(key) })
  }
}

function factsIn(reader: ProfileReader, sentOn: Day, years: readonly number[]): NomineeFacts {
  const { sex, birth } = birthIn(reader, sentOn)
  const unit = [reader.text('unitLevel'), reader.text('unit')].filter(Boolean).join(' ')
  const held = reader.text('post')
  const planned = reader.text('planned')
  const place = unitWritten(unit || held)
  const postDecision = decisionWritten(reader.text('postDecision'))
  const planning = decisionWritten([reader.text('planningDecision'), planned].filter(Boolean).join(' '))
  const grounds: GroundFact[] = [
    ...(held === ''
      ? []
      : [
          {
            title: held,
            ...place,
            basis: 'held' as const,
            document: postDecision.number,
            fromOn: reader.day('postFrom') ?? postDecision.on,
            untilOn: null,
            term: null,
          },
        ]),
    ...(planned === ''
      ? []
      : [
          {
            title: planned,
            ...(unitWritten(planned).level ? unitWritten(planned) : place),
            basis: 'planned' as const,
            document: planning.number,
            fromOn: reader.day('planningOn') ?? planning.on,
            untilOn: null,
            term: reader.text('term') || termWritten(planned),
          },
        ]),
  ]
  const nationality = keyOf(reader.text('foreign'))
  return {
    isForeign: nationality !== '' && !nationality.includes('viet nam'),
    birth,
    sex,
    grounds,
    ground: null,
    party: partyIn(reader, sentOn),
    ethnicity: reader.text('ethnicity') || null,
    educations: [reader.text('education'), reader.text('schooling')].filter(Boolean),
    ratings: ratingsIn(reader, sentOn, years),
  }
}

function birthIn(reader: ProfileReader, sentOn: Day): Pick<NomineeFacts, 'birth' | 'sex'> {
  const [male, female] = [reader.written('birthMale'), reader.written('birthFemale')]
  const named = keyOf(reader.text('sex'))
  const sex =
    named === 'nam' || named === 'male'
      ? 'male'
      : named === 'nu' || named === 'female'
        ? 'female'
        : male && !female
          ? 'male'
          : female && !male
            ? 'female'
            : null
  // A mark in the column of the sex beside a birth of its own: «x».
  const inColumn = [male, female].find((text) => /\d/.test(text)) ?? ''
  const written = reader.written('birth') || inColumn
  const read = readBirth(written, sentOn)
  if (written !== '' && read.precision === 'unknown')
    reader.wrong(reader.written('birth') ? 'birth' : male ? 'birthMale' : 'birthFemale')
  return { sex, birth: { precision: read.precision, on: read.on, year: read.year, month: read.month } }
}

/** «03/02/2010», «03/02/2010/03/02/2011» in one cell, two cells, or a word that there is none. */
function partyIn(reader: ProfileReader, sentOn: Day): NomineeFacts['party'] {
  const official = reader.day('official')
  const written = reader.written('admitted')
  const days = written.match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/g) ?? []
  const [first, second] = days.map((text) => (isDay(text) ? text : readDayOf(text)))
  if (first) return { admittedOn: first, officialOn: official ?? second ?? null, isMember: true }
  if (official) return { admittedOn: null, officialOn: official, isMember: true }
  const read = partyWritten({ admittedOn: null, officialOn: null, text: written }, sentOn)
  if (written !== '' && read.isMember === null && !/^(x|co|dang vien)$/.test(keyOf(written)))
    reader.wrong('admitted')
  return read
}

const readDayOf = (text: string): Day | undefined => {
  const read = readVietnameseDay(text)
  return read.ok ? read.day : undefined
}

/** The four levels, as words, abbreviations or scores' names; null when it is none of them. */
export function ratingWritten(text: string): number | null {
  const key = keyOf(text)
  if (key === '') return null
  if (/^[1-4]$/.test(key)) return Number(key)
  if (/(^| )(khong hoan thanh|khtnv)( |$)/.test(key)) return 1
  if (/(^| )(xuat sac|htxsnv|htxs|excellent)( |$)/.test(key)) return 4
  if (/(^| )(tot|httnv|htt|htttnv|good)( |$)/.test(key)) return 3
  if (/(^| )(hoan thanh|htnv|completed)( |$)/.test(key)) return 2
  return null
}

/** One column a year, or both years in one cell: «2024: HTTNV; 2025: HTXSNV», «HTTNV/HTXSNV» with the earlier year first. */
function ratingsIn(reader: ProfileReader, sentOn: Day, years: readonly number[]): NomineeFacts['ratings'] {
  const found: { year: number; level: number; track: ReturnType<typeof trackWritten> }[] = []
  for (const year of years) {
    const text = reader.text(`rating${year}`)
    if (text === '') continue
    const level = ratingWritten(text)
    if (level === null) reader.wrong(`rating${year}`)
    else found.push({ year, level, track: trackWritten(text) })
  }
  const both = reader.text('ratings')
  if (both === '') return found
  const parts = both
    .split(/[;,\n/|]+|\s+-\s+/u)
    .map(tidy)
    .filter(Boolean)
  const lastYear = yearOf(sentOn) - 1
  for (const [i, part] of parts.entries()) {
    const named = /(20\d{2})/.exec(part)?.[1]
    const level = ratingWritten(part.replace(/(năm\s*)?20\d{2}/giu, ''))
    const year = named ? Number(named) : parts.length === 2 ? lastYear - 1 + i : null
    if (level === null || year === null) reader.wrong('ratings')
    else found.push({ year, level, track: trackWritten(part) })
  }
  return found
}

/** «12-QĐ/TU ngày 01/08/2025» → its number and day; what is not there is null. */
export function decisionWritten(text: string): { number: string | null; on: Day | null } {
  const number = /\d+[-/][^\s,;()]*(?:QĐ|KL|NQ|CV|TB)[^\s,;()]*/iu.exec(text)?.[0] ?? null
  const days = text.replace(number ?? '', ' ').match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/)
  const read = days ? readVietnameseDay(days[0]) : null
  return { number, on: read?.ok ? read.day : null }
}

const termWritten = (text: string): string | null => {
  const found = /(20\d{2})\s*[-–]\s*(20\d{2})/.exec(text)
  return found ? `${found[1]}-${found[2]}` : null
}

/** Level and kind of a unit from how it is called; null where the name does not say. */
export function unitWritten(text: string): Pick<GroundFact, 'level' | 'kind'> {
  const key = ` ${keyOf(text)} `
  const says = (...words: string[]) => words.some((word) => key.includes(` ${keyOf(word)} `))
  const kind = says('công ty', 'tổng công ty', 'doanh nghiệp', 'ngân hàng', 'tập đoàn') ? 'enterprise' : null
  if (says('xã', 'phường', 'thị trấn', 'đặc khu', 'cấp xã', 'ubnd xã')) return { level: 'commune', kind }
  if (says('huyện', 'quận', 'thị xã', 'thành phố', 'cấp huyện', 'huyện ủy', 'thị ủy', 'thành ủy'))
    return { level: 'district', kind }
  if (says('tỉnh', 'sở', 'tỉnh ủy', 'tỉnh đoàn', 'cấp tỉnh', 'chi cục', 'trường chính trị'))
    return { level: 'province', kind }
  if (says('trung ương', 'bộ', 'tổng cục')) return { level: 'central', kind }
  return { level: null, kind }
}

/** A level of political theory from a name of a programme or class, a code, or the words of the command. */
export function programmeWritten(text: string): 'intermediate' | 'advanced' | null {
  const key = ` ${keyOf(text)} `
  if (/ (cao cap|ccllct|cc llct|advanced|cc) /.test(key)) return 'advanced'
  if (/ (trung cap|tcllct|tc llct|intermediate|tc) /.test(key)) return 'intermediate'
  return null
}

export function modeWritten(text: string): 'fullTime' | 'partTime' | null {
  const key = ` ${keyOf(text)} `
  if (/ (khong tap trung|ktt|vua lam vua hoc|vlvh|tai chuc|parttime|part time) /.test(key)) return 'partTime'
  if (/ (tap trung|tt|fulltime|full time|chinh quy|chinh qui) /.test(key)) return 'fullTime'
  return null
}
