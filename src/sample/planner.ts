import type { Api } from '../api.ts'

/** Lessons of an invented week. */
const hoursAWeek = 30

/** How classes are held of what the invented units ask for in a year, so that a scenario can be tried. All of it is invented. */
export async function formsOfClass(office: Api, year: number): Promise<void> {
  for (const row of await office.planner.forms({ year })) {
    if (row.asked === 0 || row.hours === 0) continue
    const isLong = row.hours > 500
    await office.planner.setForm({
      programmeId: row.programmeId,
      modeCode: row.modeCode,
      sizeFrom: 15,
      sizeTo: isLong ? 60 : 80,
      weeks: Math.max(1, Math.ceil(row.hours / hoursAWeek)),
      everyWeeks: row.modeCode === 'partTime' ? 2 : 1,
      seat: 'room',
      costDong: isLong ? 280_000_000 : 45_000_000,
      mayRunOver: isLong,
    })
  }
}
