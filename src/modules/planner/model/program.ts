import type { Form, Instance } from '../contract/instance.ts'
import type { Drafted } from './assign.ts'
import { lecturerGroups, type RoomKind, roomKinds } from './supply.ts'
import { evenLoad, fitOf, largestSize, teachingWeeks, weeksOfClass } from './weeks.ts'

/** An integer program in rows; all objectives are maximised. */
export type Program = {
  cost: number[]
  lower: number[]
  upper: number[]
  isInteger: boolean[]
  rowLower: number[]
  rowUpper: number[]
  rows: { columns: number[]; values: number[] }[]
}

/** So many classes of one form that begin in one week in rooms of one kind. */
export type ClassColumn = {
  column: number
  form: Form
  assignedId: string | null
  startWeek: number
  weeks: number[]
  /** Position in `roomKinds`; null: at a host's. */
  kind: number | null
  capacity: number
  namedHeads: number
}

export type PlanningProgram = {
  program: Program
  classes: ClassColumn[]
  /** Whole columns that follow from the classes: never held when a neighbourhood is searched. */
  counts: ReadonlySet<number>
}

class Rows {
  readonly program: Program = {
    cost: [],
    lower: [],
    upper: [],
    isInteger: [],
    rowLower: [],
    rowUpper: [],
    rows: [],
  }
  column(cost: number, upper: number, isInteger: boolean): number {
    const { program } = this
    program.cost.push(cost)
    program.lower.push(0)
    program.upper.push(upper)
    program.isInteger.push(isInteger)
    return program.cost.length - 1
  }
  row(lower: number, upper: number, entries: readonly (readonly [number, number])[]): void {
    if (entries.length === 0 && lower <= 0 && upper >= 0) return
    this.program.rowLower.push(lower)
    this.program.rowUpper.push(upper)
    this.program.rows.push({ columns: entries.map((one) => one[0]), values: entries.map((one) => one[1]) })
  }
}

const infinity = Number.POSITIVE_INFINITY

/**
 * The integer program of a year. Why it has this form, and what others cost, stands in docs/decisions (the planner).
 * Integer columns say how many classes of a form begin in a week in rooms of a kind; seats per demand and week are
 * continuous, because with the classes fixed they are a transportation problem, whose corners are whole. Rooms of a kind
 * and hours of lecturers are counted; `assign.ts` says why a name can be found for each of them.
 * @param only some of the assigned classes, and no others than assigned ones: to look for clashes
 */
export function planningProgram(
  instance: Instance,
  only: { assignedIds?: ReadonlySet<string>; optional?: boolean } = {},
): PlanningProgram {
  const rows = new Rows()
  const teaching = teachingWeeks(instance)
  const kinds = roomKinds(instance)
  const classes: ClassColumn[] = []
  const counts = new Set<number>()
  const perClass = -100 * instance.preferences.perClass

  const addClass = (
    form: Form,
    startWeek: number,
    most: number,
    about: { assignedId: string | null; smallest: number; namedHeads: number; points: number },
  ) => {
    const weeks = weeksOfClass(form, startWeek, teaching)
    if (!weeks) return
    const size = largestSize(instance, form)
    const add = (kind: number | null, count: number) => {
      const seats = kind === null ? infinity : (kinds[kind] as RoomKind).seats
      const capacity = Math.min(size, seats)
      if (about.namedHeads > 0 ? about.namedHeads > seats : about.smallest > capacity) return
      const column = rows.column(about.points, Math.min(most, count), true)
      const { assignedId, namedHeads } = about
      classes.push({ column, form, assignedId, startWeek, weeks, kind, capacity, namedHeads })
    }
    if (form.seat === 'host') add(null, most)
    else
      kinds.forEach((kind, k) => {
        if (weeks.every((week) => kind.free.has(week))) add(k, kind.roomIds.length)
      })
  }

  for (const form of instance.forms) {
    const demands = instance.demands.filter((one) => one.formId === form.id)
    const heads = demands.reduce((sum, one) => sum + one.heads, 0)
    const most = Math.min(Math.floor(heads / form.sizeFrom), form.maxClasses ?? infinity)
    if (only.optional !== false && most > 0)
      for (const startWeek of teaching)
        addClass(form, startWeek, most, {
          assignedId: null,
          smallest: form.sizeFrom,
          namedHeads: 0,
          points: perClass,
        })
  }
  const assigned = instance.assigned.filter((one) => only.assignedIds?.has(one.id) ?? true)
  for (const one of assigned) {
    const form = instance.forms.find((form) => form.id === one.formId)
    const before = classes.length
    if (form)
      for (const startWeek of teaching.filter((week) => week >= one.startsFrom && week <= one.startsTo))
        addClass(form, startWeek, 1, {
          assignedId: one.id,
          smallest: one.heads === null ? form.sizeFrom : 0,
          namedHeads: one.heads ?? 0,
          points: 0,
        })
    // It must open: exactly once, and a row without a column makes the whole thing impossible, as it should.
    const own = classes.slice(before).map((one) => [one.column, 1] as const)
    if (own.length === 0) rows.row(1, 1, [[rows.column(0, 0, false), 1]])
    else rows.row(1, 1, own)
  }

  // Seats: how many of each demand, and how many in each week in which a class of its form can begin.
  for (const form of instance.forms) {
    const own = classes.filter((one) => one.form === form && one.namedHeads === 0)
    const starts = [...new Set(own.map((one) => one.startWeek))]
    const demands = instance.demands.filter((one) => one.formId === form.id)
    const given = demands.map((demand) => {
      const column = rows.column(100 * demand.weight, demand.heads, false)
      return [column, 1] as const
    })
    const suits = fitOf(instance, demands)
    const begun = starts.map((startWeek) => {
      const there = own.filter((one) => one.startWeek === startWeek)
      const column = rows.column(100 * suits(there[0]?.weeks ?? [startWeek]), infinity, false)
      rows.row(-infinity, 0, [[column, 1], ...there.map((one) => [one.column, -one.capacity] as const)])
      rows.row(0, infinity, [[column, 1], ...there.map((one) => [one.column, -form.sizeFrom] as const)])
      return [column, -1] as const
    })
    rows.row(0, 0, [...given, ...begun])
    // How many classes of the form there are, as one whole number: rounding it moves the bound as no single week's does.
    const number = rows.column(0, infinity, true)
    const size = Math.max(0, ...own.map((one) => one.capacity))
    counts.add(number)
    rows.row(0, 0, [[number, -1] as const, ...own.map((one) => [one.column, 1] as const)])
    rows.row(-infinity, 0, [...given, [number, -size] as const])
    rows.row(0, infinity, [...given, [number, -form.sizeFrom] as const])
    const counted = own.filter((one) => one.assignedId === null)
    const assignedOf = assigned.filter((one) => one.formId === form.id).length
    if (form.maxClasses !== undefined)
      rows.row(
        -infinity,
        Math.max(0, form.maxClasses - assignedOf),
        counted.map((one) => [one.column, 1] as const),
      )
  }

  // Rooms of a kind in a week.
  kinds.forEach((kind, k) => {
    for (const week of teaching) {
      const there = classes.filter((one) => one.kind === k && one.weeks.includes(week))
      const entries = there.map((one) => [one.column, 1] as const)
      if (entries.length > 0) rows.row(-infinity, kind.roomIds.length, entries)
    }
  })

  // Classes of a form in a week, as columns of their own: they keep the rows below short.
  const groups = lecturerGroups(instance, teaching)
  const even = evenLoad(instance)
  const load = new Map<Form, Map<number, number>>()
  for (const form of instance.forms) {
    const own = classes.filter((one) => one.form === form)
    const byWeek = new Map<number, number>()
    load.set(form, byWeek)
    for (const week of teaching) {
      const there = own.filter((one) => one.weeks.includes(week))
      if (there.length === 0) continue
      const column = rows.column(0, infinity, false)
      byWeek.set(week, column)
      rows.row(0, 0, [[column, -1] as const, ...there.map((one) => [one.column, 1] as const)])
    }
  }
  const fields = [...new Set(instance.forms.flatMap((form) => Object.keys(form.hoursPerWeek)))]
  for (const week of teaching) {
    const loads = instance.forms.flatMap((form) => {
      const column = load.get(form)?.get(week)
      return column === undefined ? [] : [{ form, column }]
    })
    if (loads.length === 0) continue
    const given = groups.map((group) => ({
      group,
      columns: group.fields.map((field) => [field, rows.column(0, infinity, false)] as const),
    }))
    for (const { group, columns } of given)
      rows.row(
        -infinity,
        group.left.get(week) ?? 0,
        columns.map(([, column]) => [column, 1] as const),
      )
    for (const field of fields) {
      const wanted = loads
        .filter(({ form }) => (form.hoursPerWeek[field] ?? 0) > 0)
        .map(({ form, column }) => [column, form.hoursPerWeek[field] as number] as const)
      const from = given
        .flatMap(({ columns }) => columns)
        .filter(([one]) => one === field)
        .map(([, column]) => [column, -1] as const)
      if (wanted.length > 0) rows.row(-infinity, 0, [...wanted, ...from])
    }
    const running = instance.running.filter((one) => one.weeks.includes(week)).length
    const all = loads.map(({ column }) => [column, 1] as const)
    if (instance.limits.classesAtOnce !== null)
      rows.row(-infinity, Math.max(0, instance.limits.classesAtOnce - running), all)
    if (instance.preferences.spread > 0) {
      const over = rows.column(-100 * instance.preferences.spread, infinity, false)
      rows.row(-infinity, Math.max(0, even - running), [...all, [over, -1]])
    }
  }
  if (instance.budgetDong !== null) {
    // In millions, so that its numbers are of the size of the others.
    const million = 1_000_000
    rows.row(
      -infinity,
      instance.budgetDong / million,
      classes
        .filter((one) => one.form.costDong > 0)
        .map((one) => [one.column, one.form.costDong / million] as const),
    )
  }
  return { program: rows.program, classes, counts }
}

/** The classes that a solution of the program holds. */
export const draftedFrom = ({ classes }: PlanningProgram, values: Float64Array): Drafted[] =>
  classes.flatMap(({ column, form, assignedId, startWeek, weeks, kind, namedHeads }) =>
    Array.from({ length: Math.round(values[column] ?? 0) }, () => ({
      form,
      assignedId,
      startWeek,
      weeks,
      kind,
      namedHeads,
    })),
  )

/** The integer columns of given classes, the other columns 0; null when the program has no such class. */
export function valuesOf(
  { program, classes }: PlanningProgram,
  drafted: readonly Drafted[],
): Float64Array | null {
  const values = new Float64Array(program.cost.length)
  for (const one of drafted) {
    const column = classes.find(
      (other) =>
        other.form.id === one.form.id &&
        other.assignedId === one.assignedId &&
        other.startWeek === one.startWeek &&
        other.kind === one.kind,
    )?.column
    if (column === undefined) return null
    values[column] = (values[column] ?? 0) + 1
  }
  return values
}
