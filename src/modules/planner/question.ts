import { addDays, type Day, monthOf } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { busyWeeksOfUnits, entriesBetween, mondaysOf, teachingWeeks } from '../calendar/index.ts'
import { demandsOf } from '../needs/index.ts'
import { weightsOfDemand } from '../priorities/index.ts'
import type { Form, Instance } from './contract/instance.ts'
import * as store from './store.ts'

type Parameters = store.Parameters

/** Heads that units ask for in the year, by programme and mode. */
export async function headsAsked(db: Db, year: number): Promise<Map<string, number>> {
  const heads = new Map<string, number>()
  for (const one of await demandsOf(db, { year })) {
    const key = `${one.programmeId}/${one.modeCode}`
    heads.set(key, (heads.get(key) ?? 0) + one.heads)
  }
  return heads
}

/**
 * Makes the question of a year from what the school has entered: needs, forms of class, rooms, lecturers, calendar, classes
 * and the plan in force. Nothing is invented: what the data do not say comes back in `missing`, and is left out.
 */
export async function questionOf(
  db: Db,
  parameters: Parameters,
): Promise<{ instance: Instance; missing: store.Missing[] }> {
  const { year } = parameters
  const missing: store.Missing[] = []
  const demands = await demandsOf(db, { year })
  const asked = await headsAsked(db, year)
  const rows = await store.formsOf(db, year, asked)
  const teaching = Map.groupBy(await store.teachingOf(db), (one) => one.programmeId)
  const lines = parameters.withPlan ? await store.planLinesOf(db, year) : []
  const rooms = await store.roomsOf(db, year)
  const lecturers = await store.lecturersOf(db, year)
  const classes = await store.classesIn(db, year)
  const names = await store.unitNames(db)

  // Weeks: the calendar's own count of teaching days, or, when only holidays count, as if the others were not there.
  const counted = await teachingWeeks(db, year)
  const holidays = (
    await entriesBetween(db, { fromOn: `${year - 1}-12-28`, lastOn: `${year + 1}-01-04` })
  ).filter((one) => one.kind === 'holiday')
  const kept = parameters.closes === 'stopping' ? null : new Set(holidays.map((one) => one.id))
  // New Year's Day of the next year, loaded alone, does not make the holidays of this one known.
  if (!holidays.some((one) => one.lastOn >= `${year}-01-02` && one.fromOn <= `${year}-12-31`))
    missing.push({ code: 'noHolidays', about: String(year), programmeId: null, heads: 0 })
  const weeks = counted.map((one) => {
    const gone = kept ? one.missing.filter((day) => kept.has(day.entryId)) : one.missing
    return {
      week: one.week,
      startsOn: one.mondayOn,
      teachingDays: one.days + one.missing.length - gone.length,
      note: [...new Set(gone.map((day) => day.title))].join(', '),
    }
  })
  const weeksWithin = (from: Day | null, until: Day | null): number[] =>
    mondaysOf(year).flatMap((monday, i) =>
      (from === null || addDays(monday, 4) >= from) && (until === null || monday < until) ? [i + 1] : [],
    )
  const wholeWeeksWithin = (from: Day | null, until: Day | null): number[] =>
    mondaysOf(year).flatMap((monday, i) =>
      (from === null || monday >= from) && (until === null || addDays(monday, 4) < until) ? [i + 1] : [],
    )

  const isWanted = (row: store.FormRow) =>
    row.asked > 0 || lines.some((one) => one.programmeId === row.programmeId && one.modeCode === row.modeCode)
  const forms = rows.filter(isWanted).flatMap((row): Form[] => {
    const about = { about: `${row.title} (${row.modeName})`, programmeId: row.programmeId, heads: row.asked }
    const { sizeFrom, sizeTo, weeks: length, seat } = row
    const hours = teaching.get(row.programmeId) ?? []
    if (hours.length === 0) missing.push({ code: 'noHours', ...about })
    if (sizeFrom === null || sizeTo === null || length === null || seat === null) {
      missing.push({ code: 'noForm', ...about })
      return []
    }
    if (hours.length === 0) return []
    return [
      {
        id: `${row.programmeId}/${row.modeCode}`,
        programmeId: row.programmeId,
        modeCode: row.modeCode,
        title: row.title,
        sizeFrom,
        sizeTo,
        weeks: length,
        everyWeeks: row.everyWeeks ?? 1,
        mayRunOver: row.mayRunOver,
        seat,
        hoursPerWeek: Object.fromEntries(hours.map((one) => [one.field, Math.ceil(one.hours / length)])),
        costDong: row.costDong ?? 0,
      },
    ]
  })
  const known = new Set(forms.map((form) => form.id))
  for (const field of new Set(forms.flatMap((form) => Object.keys(form.hoursPerWeek))))
    if (!lecturers.some((one) => one.fields.includes(field)))
      missing.push({ code: 'noFieldLecturer', about: field, programmeId: null, heads: 0 })
  if (rooms.length === 0) missing.push({ code: 'noRooms', about: String(year), programmeId: null, heads: 0 })
  if (lecturers.length === 0)
    missing.push({ code: 'noLecturers', about: String(year), programmeId: null, heads: 0 })
  if (demands.length === 0)
    missing.push({ code: 'noDemands', about: String(year), programmeId: null, heads: 0 })

  const agreed = new Map(
    (await weightsOfDemand(db, { year })).map((one) => [`${one.programmeId}/${one.modeCode}`, one.weight]),
  )
  const weights = { 1: parameters.first, 2: parameters.second, 3: parameters.third }
  const asking = demands.filter((one) => known.has(`${one.programmeId}/${one.modeCode}`))
  const unitIds = [...new Set(asking.map((one) => one.unitId))]
  const busy = Map.groupBy(await busyWeeksOfUnits(db, year), (one) => one.unitId)
  const assigned = lines.flatMap((line) => {
    const formId = `${line.programmeId}/${line.modeCode}`
    const open = line.opened - classes.filter((one) => one.lineKey === line.lineKey).length
    if (open <= 0) return []
    if (!known.has(formId)) {
      missing.push({
        code: 'planWithoutForm',
        about: line.title,
        programmeId: line.programmeId,
        heads: line.learners ?? 0,
      })
      return []
    }
    const inMonths = weeks.filter((one) => line.months.includes(monthOf(one.startsOn))).map((one) => one.week)
    return Array.from({ length: open }, (_, i) => ({
      id: `${line.lineKey}/${i + 1}`,
      formId,
      title: open > 1 ? `${line.title} (${i + 1}/${open})` : line.title,
      source: line.document,
      heads: line.learners === null ? null : Math.max(1, Math.round(line.learners / line.opened)),
      startsFrom: Math.min(...(inMonths.length > 0 ? inMonths : [1])),
      startsTo: Math.max(...(inMonths.length > 0 ? inMonths : [53])),
    }))
  })
  return {
    missing,
    instance: {
      format: 'nhip-instance-1',
      year,
      weeks,
      fields: await store.fieldsOf(db),
      units: unitIds.map((unitId) => ({
        id: String(unitId),
        name: names.get(unitId) ?? String(unitId),
        busyWeeks: (busy.get(unitId) ?? []).map((one) => one.week),
      })),
      forms,
      demands: asking.map((one) => ({
        id: String(one.needId),
        formId: `${one.programmeId}/${one.modeCode}`,
        unitId: String(one.unitId),
        group: one.targetGroup,
        heads: one.heads,
        // What the committee agreed for the programme, times what the unit itself put first; without a sheet only that.
        weight: (weights[one.priority] / 100) * (agreed.get(`${one.programmeId}/${one.modeCode}`) ?? 1),
        wishedWeeks: weeks
          .filter((week) => one.months.includes(monthOf(week.startsOn)))
          .map((week) => week.week),
      })),
      rooms: rooms.map((room) => {
        const gone = new Set(room.taken.flatMap((one) => weeksWithin(one.fromOn, one.untilOn)))
        return {
          id: String(room.id),
          name: room.name,
          site: room.site,
          seats: room.seats,
          weeks: wholeWeeksWithin(room.fromOn, room.untilOn).filter((week) => !gone.has(week)),
        }
      }),
      lecturers: lecturers.map((one) => {
        const here = new Set(wholeWeeksWithin(one.fromOn, one.untilOn))
        const gone = [...one.away, ...one.taken].flatMap((days) => weeksWithin(days.fromOn, days.untilOn))
        return {
          id: String(one.id),
          name: one.name,
          fields: one.fields,
          hoursPerWeek: one.weeklyHours,
          absentWeeks: weeks
            .map((week) => week.week)
            .filter((week) => !here.has(week) || gone.includes(week)),
        }
      }),
      assigned,
      // Their rooms and lecturers are taken off above, by day; here they count as classes of a week.
      running: classes.map((one) => ({
        id: String(one.id),
        title: one.title,
        weeks: weeksWithin(one.opensOn, addDays(one.closesOn, 1)),
        roomId: null,
        lecturers: [],
      })),
      budgetDong: parameters.budgetDong ?? null,
      limits: {
        minTeachingDays: parameters.minTeachingDays,
        seatsPerClass: parameters.seatsPerClass ?? null,
        classesAtOnce: parameters.classesAtOnce ?? null,
      },
      preferences: { wish: 0.1, busy: 0.3, spread: 0.5, perClass: 1 },
    },
  }
}
