import type { Instance } from '../contract/instance.ts'
import type { Fault } from '../contract/proposal.ts'

/** What is wrong with a question before anybody tries to answer it: each fault names what it is about. */
export function faultsOf(instance: Instance): Fault[] {
  const faults: Fault[] = []
  const say = (code: Fault['code'], about: string, weeks: number[] = []) => {
    if (!faults.some((one) => one.code === code && one.about === about)) faults.push({ code, about, weeks })
  }
  const ids = {
    forms: new Set(instance.forms.map((one) => one.id)),
    units: new Set(instance.units.map((one) => one.id)),
    rooms: new Set(instance.rooms.map((one) => one.id)),
    lecturers: new Set(instance.lecturers.map((one) => one.id)),
    fields: new Set(instance.fields.map((one) => one.code)),
  }
  for (const list of [
    instance.forms,
    instance.units,
    instance.rooms,
    instance.lecturers,
    instance.demands,
    instance.assigned,
    instance.running,
  ]) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) say('twice', id)
      seen.add(id)
    }
  }
  const open = instance.weeks
    .filter((one) => one.teachingDays >= instance.limits.minTeachingDays)
    .map((one) => one.week)
  if (open.length === 0) say('noTeachingWeek', String(instance.year))
  for (const form of instance.forms) {
    if (form.sizeFrom > Math.min(form.sizeTo, instance.limits.seatsPerClass ?? form.sizeTo))
      say('sizeOrder', form.id)
    for (const field of Object.keys(form.hoursPerWeek)) if (!ids.fields.has(field)) say('unknownField', field)
    if (form.seat === 'room' && !instance.rooms.some((room) => room.seats >= form.sizeFrom))
      say('noRoomForForm', form.id)
  }
  for (const demand of instance.demands) {
    if (!ids.forms.has(demand.formId)) say('unknownForm', demand.formId)
    if (!ids.units.has(demand.unitId)) say('unknownUnit', demand.unitId)
  }
  for (const lecturer of instance.lecturers)
    for (const field of lecturer.fields) if (!ids.fields.has(field)) say('unknownField', field)
  for (const order of instance.assigned) {
    if (!ids.forms.has(order.formId)) say('unknownForm', order.formId)
    if (!open.some((week) => week >= order.startsFrom && week <= order.startsTo)) say('noWindow', order.id)
  }
  for (const { week } of instance.weeks) {
    const rooms = new Map<string, string>()
    const hours = new Map<string, number>()
    for (const running of instance.running.filter((one) => one.weeks.includes(week))) {
      if (running.roomId !== null) {
        if (!ids.rooms.has(running.roomId)) say('unknownRoom', running.roomId)
        const other = rooms.get(running.roomId)
        if (other !== undefined) say('runningRoom', `${other} · ${running.id}`, [week])
        rooms.set(running.roomId, running.id)
      }
      for (const { lecturerId, hoursPerWeek } of running.lecturers) {
        if (!ids.lecturers.has(lecturerId)) say('unknownLecturer', lecturerId)
        hours.set(lecturerId, (hours.get(lecturerId) ?? 0) + hoursPerWeek)
      }
    }
    for (const [lecturerId, sum] of hours) {
      const lecturer = instance.lecturers.find((one) => one.id === lecturerId)
      if (lecturer && sum > lecturer.hoursPerWeek) say('runningLecturer', lecturerId, [week])
    }
  }
  return faults
}
