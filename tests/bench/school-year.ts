import { type Instance, instanceInput } from '../../src/modules/planner/contract/instance.ts'
import { addDays } from '../../src/pure/day.ts'
import { diceOf } from '../../src/sample/dice.ts'

/**
 * A year of an invented school of real size, the same for the same seed: 100 units, demands for about 83 classes of 25
 * forms, 12 rooms, 60 lecturers in 8 fields. Rooms, hours and money do not suffice for everything.
 */
export function aSchoolYear(
  seed: number,
  size: { units?: number; rooms?: number; lecturers?: number } = {},
): Instance {
  const dice = diceOf(seed)
  const units = size.units ?? 100
  const fields = ['triet', 'ktct', 'cnxhkh', 'lsd', 'xdd', 'nnpl', 'qlhc', 'kynang']
  const closed: Record<number, string> = {
    1: 'Tết dương lịch',
    6: 'Tết',
    7: 'Tết',
    8: 'Tết',
    36: 'Quốc khánh',
  }
  const weeks = Array.from({ length: 52 }, (_, i) => ({
    week: i + 1,
    startsOn: addDays('2027-01-04', 7 * i),
    teachingDays: closed[i + 1] ? (i + 1 === 1 ? 4 : i + 1 === 36 ? 3 : 0) : 5,
    note: closed[i + 1] ?? '',
  }))
  for (const week of [dice.between(20, 24), dice.between(40, 44)])
    weeks[week - 1] = { ...weeks[week - 1]!, teachingDays: 0, note: 'Kỳ họp' }
  const some = (from: readonly string[], hours: number, count: number) => {
    const chosen: Record<string, number> = {}
    for (let i = 0; i < count; i += 1) {
      const field = dice.pick(from)
      chosen[field] = (chosen[field] ?? 0) + Math.round(hours / count)
    }
    return chosen
  }
  const forms = [
    ...Array.from({ length: 3 }, (_, i) => ({
      id: `TC${i}`,
      title: `Trung cấp ${i}`,
      groupCode: 'intermediate',
      sizeFrom: 40,
      sizeTo: 70,
      weeks: i === 0 ? 24 : 22,
      everyWeeks: i === 0 ? 1 : 2,
      mayRunOver: true,
      seat: 'room' as const,
      hoursPerWeek: some(fields, 28, 4),
      costDong: 300_000_000 + 10_000_000 * dice.between(0, 10),
    })),
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `BD${i}`,
      title: `Bồi dưỡng ${i}`,
      groupCode: 'fostering',
      sizeFrom: 40,
      sizeTo: dice.pick([80, 100, 120]),
      weeks: dice.between(1, 6),
      seat: 'room' as const,
      hoursPerWeek: some(fields, 28, 3),
      costDong: 20_000_000 * dice.between(2, 8),
    })),
    ...Array.from({ length: 10 }, (_, i) => ({
      id: `HU${i}`,
      title: `Lớp tại huyện ${i}`,
      groupCode: 'fostering',
      sizeFrom: 50,
      sizeTo: dice.pick([100, 120, 150]),
      weeks: dice.between(1, 2),
      seat: 'host' as const,
      hoursPerWeek: some(fields, 28, 2),
      costDong: 10_000_000 * dice.between(2, 6),
    })),
  ]
  const wanted = (id: string) => (id.startsWith('TC') ? 6 : id.startsWith('BD') ? 3 : 3.4)
  const demands = forms.flatMap((form) => {
    const total = Math.round(wanted(form.id) * form.sizeTo * 1.05)
    const askers = Array.from({ length: units }, (_, u) => u).filter(() =>
      dice.percent(form.seat === 'host' ? 30 : 35),
    )
    return askers.map((u) => {
      const month = dice.between(0, 10)
      return {
        id: `${form.id}-${u}`,
        formId: form.id,
        unitId: `u${u}`,
        heads: Math.max(1, Math.round((total / askers.length) * (dice.between(50, 150) / 100))),
        weight: dice.pick([0.5, 0.7, 1]) * (dice.between(80, 100) / 100),
        wishedWeeks: dice.percent(50) ? Array.from({ length: 9 }, (_, i) => month * 4 + i + 1) : [],
      }
    })
  })
  const all = weeks.map((one) => one.week)
  return instanceInput.parse({
    format: 'nhip-instance-1',
    year: 2027,
    weeks,
    fields: fields.map((code) => ({ code, name: code })),
    units: Array.from({ length: units }, (_, u) => {
      const from = dice.between(1, 45)
      return { id: `u${u}`, name: `Xã ${u}`, busyWeeks: [from, from + 1, from + 2, 26, 52] }
    }),
    forms,
    demands,
    rooms: Array.from({ length: size.rooms ?? 12 }, (_, i) => {
      const from = dice.between(1, 44)
      const lent = i % 4 === 3 ? Array.from({ length: 6 }, (_, n) => from + n) : []
      return {
        id: `P${i + 1}`,
        name: `Phòng ${i + 1}`,
        seats: i < 2 ? 150 : i < 5 ? 100 : 70,
        weeks: all.filter((week) => !lent.includes(week)),
      }
    }),
    lecturers: Array.from({ length: size.lecturers ?? 60 }, (_, i) => {
      const from = dice.between(1, 48)
      const own = fields[i % fields.length] as string
      return {
        id: `G${i + 1}`,
        name: `Giảng viên ${i + 1}`,
        fields: dice.percent(50) ? [own, dice.pick(fields)] : [own],
        hoursPerWeek: dice.between(6, 12),
        absentWeeks: dice.percent(40) ? [from, from + 1, from + 2] : [],
      }
    }),
    assigned: [
      {
        id: 'giao-1',
        formId: 'BD0',
        title: 'Lớp theo kết luận của Thường trực',
        heads: 60,
        startsFrom: 10,
        startsTo: 16,
      },
      { id: 'giao-2', formId: 'TC0', title: 'Lớp theo kế hoạch giao', startsFrom: 9, startsTo: 20 },
      { id: 'giao-3', formId: 'HU1', title: 'Lớp đại biểu HĐND', heads: 100, startsFrom: 28, startsTo: 34 },
    ],
    running: Array.from({ length: 6 }, (_, i) => ({
      id: `cu-${i}`,
      title: `Lớp chuyển tiếp ${i}`,
      weeks: all.filter((week) => week <= 10 + 2 * i),
      roomId: `P${6 + i}`,
      lecturers: [
        { lecturerId: `G${i + 1}`, hoursPerWeek: 4 },
        { lecturerId: `G${i + 11}`, hoursPerWeek: 4 },
      ],
    })),
    budgetDong: 9_500_000_000,
  })
}
