import { type Day, printDay, readVietnameseDay, yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { fold, searchKey, tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { readDay, readText, readWhole, type Table, type TableRow } from '../../server/files/table.ts'
import { cellText } from '../../server/files/xlsx.ts'
import type { ImportCheck, Importer, ImportOptions, ImportRow } from '../../server/importer.ts'
import {
  catalogue,
  matchGroup,
  matchMode,
  matchProgramme,
  groups as programmeGroups,
  programmesService,
  modes as studyModes,
} from '../programmes/index.ts'
import { type Finder, unitFinder } from '../units/index.ts'
import { columns, type Key } from './importer/columns.ts'
import { freeCode, Known, NewCodes } from './importer/known.ts'
import {
  basisOf,
  dayIn,
  doubt,
  duplicates,
  isEmpty,
  issuerIn,
  kindOf,
  numberIn,
  type Problems,
  type Said,
  type Section,
  understood,
  wrong,
} from './importer/said.ts'
import { Totals } from './importer/totals.ts'
import { moveBookings } from './opening.ts'
import { type CountsAs, countsByDates, refusalsOf } from './rules/counting.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

type Plan = {
  said: Said
  known: store.KnownClass | null
  facts: Parameters<typeof store.addClasses>[1][number]
  /** A programme that is not in the catalogue yet, by the key of its name. */
  newProgramme: string | null
  correction: Exclude<CountsAs, 'notCounted'> | null
  report: ImportRow
}

type NewProgramme = { name: string; groupCode: string; code: string; modes: Set<string> }

/**
 * Lists of classes as training offices keep them: section rows name the programme group and, for classes beyond the plan, who
 * allowed them; a class is known by its code, without one by its name, place and day of opening.
 */
export const classesImporter: Importer = {
  kind: 'classes',
  can: 'classes.import',
  columns,
  template: {
    example: {
      code: 'TC14-23',
      name: 'Trung cấp lý luận chính trị',
      programme: 'Trung cấp lý luận chính trị',
      mode: 'Tập trung',
      kind: 'Khai giảng',
      opensOn: '2023-05-18',
      closesOn: '2024-04-15',
      place: 'Trường Chính trị',
      partner: 'Ban Tổ chức Tỉnh ủy',
      basis: 'Kế hoạch',
      learners: 118,
      note: '',
    },
    choices: {
      mode: ['Tập trung', 'Vừa làm vừa học', '-'],
      kind: ['Khai giảng', 'Chuyển tiếp'],
      basis: ['Kế hoạch', 'Chủ trương'],
    },
    days: ['opensOn', 'closesOn'],
    numbers: ['learners'],
  },
  check: async (ctx, table, options) => {
    const found = table as Table<Key>
    if (!found.columns.opensOn && !found.columns.period) {
      throw problem(422, 'file.noHeader', {
        lookedFor: ['Tên lớp', 'Khai giảng', 'Số học viên'],
        missing: ['Khai giảng'],
      })
    }
    const { year, checks } = yearOfFile(found, options)
    return new Reader(ctx, found, year, checks, options.fileName ?? found.sheetName).read()
  },
}

/** The year that the person chose, else the one that the title names. */
function yearOfFile(
  table: Table<Key>,
  options: ImportOptions,
): { year: number | null; checks: ImportCheck[] } {
  const inTitle = /năm\D{0,3}((?:19|20)\d\d)/iu.exec(table.titleLines.join(' '))?.[1]
  const named = Number(inTitle ?? /(?:19|20)\d\d/.exec(table.sheetName)?.[0]) || null
  const year = options.year ?? named
  if (year === null) {
    if (table.columns.kind) throw problem(422, 'classes.import.yearUnknown')
    return { year, checks: [] }
  }
  const checks: ImportCheck[] = [{ code: 'classes.import.check.year', params: { year }, holds: true }]
  if (named !== null && named !== year) {
    checks.push({ code: 'classes.import.yearDiffers', params: { said: named, year }, holds: false })
  }
  return { year, checks }
}

class Reader {
  private readonly ctx: Ctx
  private readonly table: Table<Key>
  private readonly year: number | null
  private readonly checks: ImportCheck[]
  private readonly fileName: string
  private readonly reports: ImportRow[] = []
  private readonly plans: Plan[] = []
  private readonly newProgrammes = new Map<string, NewProgramme>()
  private readonly looked = new Map<string, unknown>()
  private readonly finders = new Map<string, Finder>()
  private programmes: Awaited<ReturnType<typeof catalogue>> = []
  private groups: Awaited<ReturnType<typeof programmeGroups>> = []
  private modes: Awaited<ReturnType<typeof studyModes>> = []

  constructor(ctx: Ctx, table: Table<Key>, year: number | null, checks: ImportCheck[], fileName: string) {
    this.ctx = ctx
    this.fileName = fileName
    this.table = table
    this.year = year
    this.checks = checks
  }

  async read() {
    const { db } = this.ctx
    this.programmes = await catalogue(db)
    this.groups = await programmeGroups(db)
    this.modes = await studyModes(db)
    const read = this.readRows()
    if (!this.table.columns.basis && read.some((one) => one.said && !one.said.saysBasis))
      this.checks.push({ code: 'classes.import.check.noBasis', params: {}, holds: true })
    const said = read.flatMap((one) => (one.said ? [one.said] : []))
    const known = new Known(
      await store.classesLike(
        db,
        said.flatMap((one) => one.code ?? []),
        said.map((one) => one.name),
      ),
    )
    const twice = duplicates(said)
    const codes = new NewCodes(said.flatMap((one) => one.code ?? []))
    for (const one of read) {
      if (!one.said) continue
      const problems = one.report.problems
      for (const found of twice.get(one.said.row.rowNumber) ?? []) problems.push(found)
      const programme = this.programmeOf(one.said, problems)
      const before = known.of(one.said)
      const code =
        one.said.code ??
        before?.code ??
        (await codes.next(this.ctx, one.said, programme?.groupCode ?? 'other'))
      if (one.said.code === null && !before)
        problems.push(doubt(null, 'classes.import.codeMissing', { code }))
      const facts = await this.factsOf(one.said, before, code, programme?.id ?? 0)
      for (const refusal of refusalsOf(facts)) {
        if (refusal.code === 'classes.policyIssuerMissing')
          problems.push(doubt(this.title('basis'), 'classes.import.issuerMissing'))
        else problems.push(wrong(this.title(refusal.path as Key), refusal.code, refusal.params))
      }
      const correction = this.correctionOf(one.said, before, problems)
      if (before?.cancelledOn)
        problems.push(doubt(null, 'classes.import.cancelled', { cancelledOn: before.cancelledOn }))
      one.report.understood = understood(one.said, code)
      problems.sort((a, b) => Number(b.isError) - Number(a.isError))
      if (problems.some((found) => found.isError) || !programme) continue
      this.settle({
        said: one.said,
        known: before,
        facts,
        newProgramme: programme.isNew ? programme.key : null,
        correction,
        report: one.report,
      })
    }
    return {
      report: { rows: this.reports, checks: this.checks },
      apply: (ctx: Ctx) => this.apply(ctx),
    }
  }

  /** Adds, changes or leaves: decided once, for the report and for the writing. */
  private settle(plan: Plan): void {
    const { known, facts, report, correction } = plan
    if (!known) report.action = 'add'
    else {
      const changes = this.changesOf(known, facts, plan.newProgramme)
      if (correction && this.year !== null && known.corrections[this.year] !== correction) {
        changes.push({
          column: this.title('kind') ?? vi.field.countsAs,
          before: vi.countsAs[countsByDates(facts, this.year)],
          after: vi.countsAs[correction],
        })
      }
      report.action = changes.length > 0 ? 'change' : 'same'
      if (changes.length > 0) report.changes = changes
    }
    if (report.action !== 'same') this.plans.push(plan)
  }

  private async apply(ctx: Ctx): Promise<void> {
    const made = new Map<string, number>()
    for (const [key, { name, groupCode, code, modes }] of this.newProgrammes) {
      if (!this.plans.some((plan) => plan.newProgramme === key)) continue
      const kind = groupCode === 'fostering' ? 'fostering' : groupCode === 'other' ? 'briefing' : 'training'
      const { id } = await programmesService.make(ctx, {
        code,
        name,
        groupCode,
        kind,
        modes: [...modes],
        source: this.table.sheetName,
        synonyms: [],
      })
      made.set(key, id)
    }
    for (const plan of this.plans) {
      if (plan.newProgramme) plan.facts.programmeId = made.get(plan.newProgramme) ?? 0
    }
    const added = this.plans.filter((plan) => !plan.known)
    const ids = new Map<Plan, number>()
    for (let at = 0; at < added.length; at += 500) {
      const part = added.slice(at, at + 500)
      const addedIds = await store.addClasses(
        ctx.db,
        part.map((plan) => plan.facts),
      )
      for (const [i, plan] of part.entries()) ids.set(plan, addedIds[i] as number)
    }
    for (const plan of this.plans) {
      if (!plan.known) continue
      ids.set(plan, plan.known.id)
      if (!(await store.changeClass(ctx.db, plan.known.id, plan.facts, plan.known.version)))
        throw problem(409, 'database.tryAgain')
      await moveBookings(
        ctx,
        plan.known.id,
        { opensOn: plan.known.opensOn, closesOn: plan.known.closesOn ?? null },
        { opensOn: plan.facts.opensOn, closesOn: plan.facts.closesOn ?? null },
      )
    }
    for (const plan of this.plans) {
      const classId = ids.get(plan)
      if (!plan.correction || this.year === null || classId === undefined) continue
      if (plan.known?.corrections[this.year] === plan.correction) continue
      await store.putCorrection(ctx.db, {
        classId,
        year: this.year,
        countsAs: plan.correction,
        reason: vi.fromFile({ fileName: this.fileName, word: plan.said.kindWord }),
        madeBy: actorOf(ctx).accountId,
      })
    }
  }

  private readRows(): { said: Said | null; report: ImportRow }[] {
    const found: { said: Said | null; report: ImportRow }[] = []
    let section: Section = { title: '', group: null, basis: null, issuer: null }
    const totals = new Totals()
    for (const row of this.table.rows) {
      if (row.kind === 'blank') continue
      if (row.kind === 'section') {
        section = this.sectionOf(row.text, section)
        totals.section()
        continue
      }
      if (row.kind === 'total') {
        const learners = readWhole(row.cells.learners)
        const title = readText(row.cells.name) ?? row.text
        if (learners.ok && learners.value !== null) this.checks.push(totals.check(title, learners.value))
        continue
      }
      const report: ImportRow = {
        rowNumber: row.rowNumber,
        action: 'wrong',
        understood: row.text,
        problems: [],
      }
      this.reports.push(report)
      if (row.kind === 'note' || isEmpty(row)) {
        report.action = 'skipped'
        continue
      }
      const said = this.sayingOf(row, section, report.problems)
      const learners = readWhole(row.cells.learners)
      totals.add(said?.basis ?? section.basis ?? 'plan', learners.ok ? (learners.value ?? 0) : 0)
      found.push({ said, report })
    }
    return found
  }

  /** A section names a group, or who allowed the classes below; what it does not name it leaves as it was. */
  private sectionOf(text: string, before: Section): Section {
    const words = fold(text)
    const group = matchGroup(this.groups, text)?.group.code ?? null
    if (/chu truong|mo them|ngoai ke hoach/.test(words)) {
      return { title: text, group, basis: 'policy', issuer: issuerIn(text) ?? before.issuer }
    }
    const isPlan = /(^|\W)(trong|theo) ke hoach/.test(words) || group !== null
    return {
      title: text,
      group: group ?? before.group,
      basis: isPlan ? null : before.basis,
      issuer: before.issuer,
    }
  }

  private sayingOf(row: TableRow<Key>, section: Section, problems: Problems): Said | null {
    const cells = row.cells
    const text = (key: Key) => readText(cells[key])
    const name = text('name')
    if (name === null) problems.push(wrong(this.title('name'), 'classes.import.nameMissing'))
    else if (name.length > 300)
      problems.push(wrong(this.title('name'), 'classes.import.tooLong', { maximum: 300 }))
    const code = text('code')
    if (code !== null && code.length > 40)
      problems.push(wrong(this.title('code'), 'classes.import.tooLong', { maximum: 40 }))

    const { opensOn, closesOn } = this.daysOf(row, problems)
    const learners = readWhole(cells.learners)
    const written = cellText(cells.learners)
    if (!learners.ok) {
      const code =
        learners.reason === 'notWhole'
          ? 'classes.import.learnersNotWhole'
          : 'classes.import.learnersNotANumber'
      problems.push(wrong(this.title('learners'), code, { text: written }))
    } else if (learners.value === null)
      problems.push(doubt(this.title('learners'), 'classes.import.learnersMissing'))
    else if (learners.value < 0 || learners.value > 100_000) {
      problems.push(wrong(this.title('learners'), 'classes.import.learnersOutOfRange', { text: written }))
    }

    const modeText = text('mode')
    const mode = this.once(`mode|${modeText ?? ''}`, () => matchMode(this.modes, modeText))
    if (mode === null)
      problems.push(wrong(this.title('mode'), 'classes.import.modeUnknown', { text: modeText ?? '' }))
    const kindText = text('kind')
    const kind = kindOf(kindText)
    if (kind === 'unknown')
      problems.push(wrong(this.title('kind'), 'classes.import.kindUnknown', { text: kindText ?? '' }))
    const basisText = text('basis')
    const basis = basisText === null ? section.basis : basisOf(basisText)
    if (basis === 'unknown')
      problems.push(wrong(this.title('basis'), 'classes.import.basisUnknown', { text: basisText ?? '' }))
    else if (basis === null && section.title === '' && this.table.columns.basis)
      problems.push(doubt(this.title('basis'), 'classes.import.basisAssumed'))
    for (const [key, maximum] of [
      ['place', 300],
      ['partner', 300],
      ['note', 1000],
    ] as const) {
      if ((text(key)?.length ?? 0) > maximum)
        problems.push(wrong(this.title(key), 'classes.import.tooLong', { maximum }))
    }

    if (name === null || opensOn === null) return null
    const isPolicy = basis === 'policy'
    return {
      row,
      code,
      name,
      programmeName: text('programme') ?? name,
      group: (text('group') && matchGroup(this.groups, text('group') as string)?.group.code) || section.group,
      modeCode: (mode ?? 'none') as Said['modeCode'],
      saysMode: modeText !== null,
      kind: kind === 'unknown' ? null : kind,
      kindWord: kindText ?? '',
      opensOn,
      closesOn,
      place: text('place') ?? '',
      partner: text('partner') ?? '',
      basis: isPolicy ? 'policy' : 'plan',
      saysBasis: basisText !== null || section.basis !== null,
      issuer: isPolicy ? (basisText && issuerIn(basisText)) || section.issuer : null,
      policyNumber: isPolicy && basisText ? numberIn(basisText) : null,
      policyOn: isPolicy && basisText ? dayIn(basisText) : null,
      learners: learners.ok ? learners.value : null,
      note: text('note') ?? '',
    }
  }

  private daysOf(row: TableRow<Key>, problems: Problems): { opensOn: Day | null; closesOn: Day | null } {
    const days: { opensOn: Day | null; closesOn: Day | null } = { opensOn: null, closesOn: null }
    if (!this.table.columns.opensOn) {
      const [from = '', to = ''] = cellText(row.cells.period)
        .split(/\s*(?:đến ngày|đến|->|–|—| - )\s*/iu)
        .map((part) => part.replace(/^từ( ngày)?\s*/iu, '').trim())
      const column = this.title('period')
      for (const [key, text] of [
        ['opensOn', from],
        ['closesOn', to],
      ] as const) {
        if (text === '')
          problems.push(
            key === 'opensOn'
              ? wrong(column, 'classes.import.opensMissing')
              : doubt(column, 'classes.import.closesMissing'),
          )
        else {
          const reading = readVietnameseDay(text)
          if (reading.ok) days[key] = reading.day
          else problems.push(wrong(column, `classes.import.day.${reading.reason}`, { text }))
        }
      }
      return days
    }
    for (const key of ['opensOn', 'closesOn'] as const) {
      const reading = readDay(row.cells[key])
      if (!reading.ok)
        problems.push(
          wrong(this.title(key), `classes.import.day.${reading.reason}`, { text: cellText(row.cells[key]) }),
        )
      else if (reading.value !== null) days[key] = reading.value
      else if (key === 'opensOn') problems.push(wrong(this.title(key), 'classes.import.opensMissing'))
      else problems.push(doubt(this.title(key), 'classes.import.closesMissing'))
    }
    return days
  }

  /** The programme by its name on the day of opening; a new one where the group is known. */
  private programmeOf(
    said: Said,
    problems: Problems,
  ): { id: number; groupCode: string; isNew: boolean; key: string } | null {
    const column = this.title(this.table.columns.programme ? 'programme' : 'name')
    const match = this.once(`programme|${said.programmeName}|${said.opensOn}`, () =>
      matchProgramme(this.programmes, said.programmeName, said.opensOn),
    )
    const one =
      match.kind === 'one' && match.by !== 'contained' ? match.programme : this.broaderOf(said, match)
    if (one) return { id: one.id, groupCode: one.groupCode, isNew: false, key: '' }
    const key = searchKey(said.programmeName)
    const groupCode = said.group ?? matchGroup(this.groups, said.programmeName)?.group.code ?? null
    const group = this.groups.find((found) => found.code === groupCode)
    if (!group) {
      problems.push(wrong(column, 'classes.import.groupUnknown', { name: said.programmeName }))
      return null
    }
    problems.push(
      doubt(column, 'classes.import.programmeNew', { name: said.programmeName, group: group.name }),
    )
    const planned = this.newProgrammes.get(key)
    if (planned) planned.modes.add(said.modeCode)
    else {
      const code = freeCode(
        said.programmeName,
        [...this.programmes, ...this.newProgrammes.values()].map((found) => found.code),
      )
      this.newProgrammes.set(key, {
        name: tidy(said.programmeName),
        groupCode: group.code,
        code,
        modes: new Set([said.modeCode]),
      })
    }
    return { id: 0, groupCode: group.code, isNew: true, key }
  }

  /**
   * «Lớp trung cấp lý luận chính trị khóa 30» is the programme whose name stands in it. Only for degrees, where the name is
   * the programme; a short course with more words is another course.
   */
  private broaderOf(said: Said, match: ReturnType<typeof matchProgramme<(typeof this.programmes)[number]>>) {
    if (match.kind === 'one') return match.programme.kind === 'training' ? match.programme : null
    if (match.kind === 'none') return match.outOfPeriod.length === 1 ? match.outOfPeriod[0] : null
    const inGroup = match.candidates.filter((found) => found.groupCode === said.group)
    return inGroup.length === 1 ? inGroup[0] : null
  }

  private async factsOf(
    said: Said,
    before: store.KnownClass | null,
    code: string,
    programmeId: number,
  ): Promise<Plan['facts']> {
    const unit = async (text: string) => (text === '' ? undefined : await this.unitOf(text, said.opensOn))
    const isPolicy = said.saysBasis || !before ? said.basis === 'policy' : before.basis === 'policy'
    const text = (key: 'place' | 'partner' | 'note') => said[key] || (before?.[key] ?? '')
    const keeps = <T>(value: T | null | undefined): { value: T } | null =>
      value === null || value === undefined ? null : { value }
    const closesOn = keeps(said.closesOn ?? before?.closesOn)
    const learners = keeps(said.learners ?? before?.learners)
    const hostUnitId = (await unit(said.place)) ?? before?.hostUnitId ?? undefined
    const partnerUnitId = (await unit(said.partner)) ?? before?.partnerUnitId ?? undefined
    const issuer = keeps(said.issuer ?? before?.policyIssuer)
    const number = keeps(said.policyNumber ?? before?.policyNumber)
    const on = keeps(said.policyOn ?? before?.policyOn)
    return {
      code,
      name: said.name,
      programmeId,
      mode: said.saysMode || !before ? said.modeCode : before.mode,
      opensOn: said.opensOn,
      ...(closesOn && { closesOn: closesOn.value }),
      place: text('place'),
      ...(hostUnitId && { hostUnitId }),
      partner: text('partner'),
      ...(partnerUnitId && { partnerUnitId }),
      basis: isPolicy ? 'policy' : 'plan',
      ...(before?.planLineKey && !isPolicy && { planLineKey: before.planLineKey }),
      ...(isPolicy && issuer && { policyIssuer: issuer.value }),
      ...(isPolicy && number && { policyNumber: number.value }),
      ...(isPolicy && on && { policyOn: on.value }),
      ...(isPolicy && before?.policyTitle && { policyTitle: before.policyTitle }),
      ...(learners && { learners: learners.value }),
      note: text('note'),
    }
  }

  /** The unit of that name on the first day of that month; namesakes are not guessed between. */
  private async unitOf(name: string, on: Day): Promise<number | undefined> {
    const month = `${on.slice(0, 7)}-01`
    const finder = this.finders.get(month) ?? (await unitFinder(this.ctx.db, month))
    this.finders.set(month, finder)
    const found = finder(name)
    return found.found === 'one' ? found.unitId : undefined
  }

  private changesOf(
    known: store.KnownClass,
    facts: Plan['facts'],
    newProgramme: string | null,
  ): NonNullable<ImportRow['changes']> {
    const shown = (source: Plan['facts'], key: keyof Plan['facts']): string => {
      const value = source[key]
      if (value === undefined || value === null || value === '') return ''
      if (key === 'opensOn' || key === 'closesOn' || key === 'policyOn') return printDay(value as Day)
      if (key === 'mode') return vi.mode[value as keyof typeof vi.mode]
      if (key === 'basis') return vi.basis[value as keyof typeof vi.basis]
      if (key === 'programmeId') {
        return (
          this.programmes.find((one) => one.id === value)?.name ??
          (newProgramme && this.newProgrammes.get(newProgramme)?.name) ??
          ''
        )
      }
      return String(value)
    }
    const keys = [
      'code',
      'name',
      'programmeId',
      'mode',
      'opensOn',
      'closesOn',
      'place',
      'partner',
      'basis',
      'policyIssuer',
      'policyNumber',
      'policyOn',
      'learners',
      'note',
    ] as const
    const titles: Partial<Record<(typeof keys)[number], string | null>> = {
      programmeId: this.title('programme') ?? vi.field.programme,
      policyIssuer: vi.field.policyIssuer,
      policyNumber: vi.field.policyNumber,
      policyOn: vi.field.policyOn,
    }
    return keys.flatMap((key) => {
      const [before, after] = [shown(known, key), shown(facts, key)]
      if (before === after) return []
      return [{ column: titles[key] ?? this.title(key as Key) ?? vi.field[key as 'code'], before, after }]
    })
  }

  /** The file's word where it contradicts the dates; null where both say the same or it says nothing. */
  private correctionOf(said: Said, before: store.KnownClass | null, problems: Problems): Plan['correction'] {
    const { year } = this
    if (year === null) return null
    const byDates = countsByDates(said, year)
    const column = this.title('kind') ?? this.title('opensOn')
    const span = { year, opensOn: said.opensOn, closesOn: said.closesOn }
    const isFar = year < yearOf(said.opensOn) - 1 || year > yearOf(said.closesOn ?? said.opensOn) + 1
    if (byDates === 'notCounted' && isFar) {
      problems.push(wrong(column, 'classes.import.outsideYear', span))
      return null
    }
    if (said.kind === null) {
      if (byDates === 'notCounted') problems.push(doubt(column, 'classes.import.outsideYear', span))
      return null
    }
    if (said.kind === byDates) return null
    const other = Object.entries(before?.corrections ?? {}).find(
      ([at, word]) => word === 'opened' && Number(at) !== year,
    )
    if (said.kind === 'opened' && other) {
      problems.push(wrong(column, 'classes.openedTwice'))
      return null
    }
    problems.push(
      doubt(column, 'classes.import.kindContradicts', {
        ...span,
        word: said.kindWord,
        byDates: vi.countsAs[byDates],
      }),
    )
    return said.kind
  }

  /** Looked up once per wording: a file of ten thousand rows has some twenty names in it. */
  private once<T>(key: string, look: () => T): T {
    if (!this.looked.has(key)) this.looked.set(key, look())
    return this.looked.get(key) as T
  }

  private title(key: Key): string | null {
    return this.table.columns[key]?.title ?? null
  }
}
