import type { Instance } from '../contract/instance.ts'

/** Rooms that nothing tells apart: equally many seats, free in the same weeks. */
export type RoomKind = { seats: number; free: ReadonlySet<number>; roomIds: string[] }

/** Rooms by kind, running classes taken off, so that within a kind any free room does as well as another. */
export function roomKinds(instance: Instance): RoomKind[] {
  const kinds = new Map<string, RoomKind>()
  for (const room of instance.rooms) {
    const taken = new Set(
      instance.running.filter((one) => one.roomId === room.id).flatMap((one) => one.weeks),
    )
    const free = [...new Set(room.weeks)].filter((week) => !taken.has(week)).sort((a, b) => a - b)
    const mark = `${room.seats}|${room.site}|${free.join()}`
    const kind = kinds.get(mark)
    if (kind) kind.roomIds.push(room.id)
    else kinds.set(mark, { seats: room.seats, free: new Set(free), roomIds: [room.id] })
  }
  return [...kinds.values()].sort((a, b) => a.seats - b.seats)
}

/** Hours that a lecturer has left in a week. */
export function hoursLeft(instance: Instance, lecturer: Instance['lecturers'][number], week: number): number {
  if (lecturer.absentWeeks.includes(week)) return 0
  const taken = instance.running
    .filter((one) => one.weeks.includes(week))
    .flatMap((one) => one.lecturers)
    .filter((one) => one.lecturerId === lecturer.id)
    .reduce((sum, one) => sum + one.hoursPerWeek, 0)
  return Math.max(0, lecturer.hoursPerWeek - taken)
}

/** Lecturers who teach the same fields, as one source of hours. */
export type LecturerGroup = { fields: string[]; lecturers: Instance['lecturers']; left: Map<number, number> }

/** Lecturers by the set of their fields, with the hours that the whole group has left in each week. */
export function lecturerGroups(instance: Instance, weeks: readonly number[]): LecturerGroup[] {
  const asked = new Set(instance.forms.flatMap((form) => Object.keys(form.hoursPerWeek)))
  const groups = new Map<string, LecturerGroup>()
  for (const lecturer of instance.lecturers) {
    const fields = [...new Set(lecturer.fields)].filter((field) => asked.has(field)).sort()
    if (fields.length === 0) continue
    const mark = fields.join('|')
    const group: LecturerGroup = groups.get(mark) ?? { fields, lecturers: [], left: new Map() }
    groups.set(mark, group)
    group.lecturers.push(lecturer)
    for (const week of weeks)
      group.left.set(week, (group.left.get(week) ?? 0) + hoursLeft(instance, lecturer, week))
  }
  return [...groups.values()]
}
