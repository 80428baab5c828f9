import type { Api } from '../api.ts'
import type { Day } from '../pure/day.ts'
import { Problem } from '../pure/problem.ts'
import type { Dice } from './dice.ts'
import { sampleName } from './people.ts'

const site = 'Cơ sở chính (mẫu)'

/** Twelve rooms: nine of the school, three lent by hosts. */
export const roomRows = () =>
  [
    ['HT-A', 'Hội trường A', 250, site, 'Của trường'],
    ['HT-B', 'Hội trường B', 150, site, 'Của trường'],
    ['P101', 'Phòng 101', 120, site, 'Của trường'],
    ['P102', 'Phòng 102', 110, site, 'Của trường'],
    ['P103', 'Phòng 103', 100, site, 'Của trường'],
    ['P201', 'Phòng 201', 100, site, 'Của trường'],
    ['P202', 'Phòng 202', 90, site, 'Của trường'],
    ['P203', 'Phòng 203', 80, 'Cơ sở 2 (mẫu)', 'Của trường'],
    ['P204', 'Phòng 204', 80, 'Cơ sở 2 (mẫu)', 'Của trường'],
    ['M-TL', 'Hội trường Đảng ủy xã Thanh Lưu', 120, 'Xã Thanh Lưu', 'Mượn'],
    ['M-KG', 'Hội trường Đảng ủy phường Kim Giang', 180, 'Phường Kim Giang', 'Mượn'],
    ['M-DP', 'Hội trường Đảng ủy xã Đông Phong', 100, 'Xã Đông Phong', 'Mượn'],
  ].map(([code, name, seats, place, owner]) => ({
    'Mã phòng': code as string,
    'Tên phòng': name as string,
    'Số chỗ': seats as number,
    'Cơ sở': place as string,
    'Quản lý': owner as string,
  }))

/** Sixty lecturers: twenty to a faculty, some teach in two; every fifth is a guest. */
export function lecturerRows(dice: Dice) {
  const faculties = ['LLCS', 'XDĐ', 'NNPL'] as const
  return Array.from({ length: 60 }, (_, i) => {
    const own = faculties[i % 3] as string
    const second = dice.percent(25) ? `; ${faculties[(i + 1) % 3]}` : ''
    const isGuest = i % 5 === 4
    return {
      'Mã giảng viên': `GV${String(i + 1).padStart(2, '0')}`,
      'Họ và tên': sampleName(dice),
      'Chuyên môn': own + second,
      'Loại giảng viên': isGuest ? 'Mời giảng' : 'Cơ hữu',
      'Nơi công tác': isGuest ? dice.pick(['Ban Tổ chức Tỉnh ủy', 'Sở Nội vụ', 'Sở Tư pháp']) : '',
      'Số tiết mỗi tuần': isGuest ? 8 : dice.pick([14, 16, 16, 18]),
    }
  })
}

/** What the province holds and when the school rests, besides the public holidays. All of it invented. */
const events = [
  ['session', 'Kỳ họp thường lệ cuối năm 2026 của HĐND tỉnh (mẫu)', '2026-12-08', '2026-12-11', false],
  ['congress', 'Hội nghị Tỉnh ủy tổng kết năm 2026 (mẫu)', '2026-12-22', '2026-12-23', false],
  ['congress', 'Đại hội MTTQ Việt Nam tỉnh (mẫu)', '2027-03-16', '2027-03-18', false],
  ['session', 'Kỳ họp thường lệ giữa năm 2027 của HĐND tỉnh (mẫu)', '2027-07-06', '2027-07-09', false],
  ['break', 'Nghỉ hè của trường (mẫu)', '2027-07-19', '2027-07-30', true],
  ['session', 'Kỳ họp thường lệ cuối năm 2027 của HĐND tỉnh (mẫu)', '2027-12-07', '2027-12-10', false],
] as const

const busy = [
  ['Sở Nội vụ', 'Tổng kết năm, thẩm định thi đua (mẫu)', '2026-12-14', '2026-12-25'],
  ['Ban Tổ chức Tỉnh ủy', 'Kiểm điểm, xếp loại cuối năm (mẫu)', '2026-12-01', '2026-12-18'],
  ['Đảng ủy xã Thanh Lưu', 'Tuyển quân (mẫu)', '2027-02-22', '2027-03-03'],
  ['Đảng ủy xã Sơn Hòa', 'Tuyển quân (mẫu)', '2027-02-22', '2027-03-03'],
  ['Đảng ủy phường Kim Giang', 'Lễ hội của phường (mẫu)', '2027-04-05', '2027-04-09'],
] as const

/** Hours by field of what the sample holds. The total of the intermediate programme is the Academy's; how it divides is invented. */
const hours: Record<string, Record<string, number>> = {
  'Trung cấp lý luận chính trị': { LLCS: 420, XDĐ: 336, NNPL: 300 },
  'Cao cấp lý luận chính trị': { LLCS: 380, XDĐ: 300, NNPL: 200 },
  'Bồi dưỡng nghiệp vụ công tác đảng': { XDĐ: 56, LLCS: 16 },
  'Bồi dưỡng bí thư chi bộ': { XDĐ: 32, LLCS: 8 },
  'Bồi dưỡng ngạch chuyên viên': { NNPL: 120, LLCS: 40 },
  'Bồi dưỡng lãnh đạo, quản lý cấp phòng': { NNPL: 90, XDĐ: 40, LLCS: 30 },
  'Bồi dưỡng cán bộ Mặt trận Tổ quốc': { XDĐ: 24, LLCS: 8 },
  'Bồi dưỡng cấp ủy cấp xã và nguồn cấp ủy cấp xã': { XDĐ: 24, NNPL: 8 },
}

/** Holidays, events and busy periods of 2026 and 2027, and the hours of programmes. */
export async function daysAndHours(office: Api): Promise<void> {
  for (const year of [2026, 2027]) await office.calendar.loadHolidays({ year })
  for (const [kind, title, fromOn, lastOn, stopsTeaching] of events)
    await office.calendar.make({ kind, title, fromOn, lastOn, stopsTeaching, source: 'Dữ liệu mẫu' })
  const { nodes } = await office.units.tree({})
  for (const [name, title, fromOn, lastOn] of busy) {
    const unit = nodes.find((node) => node.fullName === name)
    if (unit) await office.calendar.make({ kind: 'busy', title, fromOn, lastOn, unitId: unit.id })
  }
  for (let page = 1; ; page += 1) {
    const { rows } = await office.programmes.list({ page, size: 100 })
    for (const { id, name } of rows)
      if (hours[name]) await office.lecturers.setHours({ programmeId: id, hours: hours[name] })
    if (rows.length < 100) break
  }
}

/** Rooms and lecturers for the classes that still run after that day, as far as there are any free. */
export async function bookRunning(office: Api, after: Day): Promise<void> {
  const { rows: rooms } = await office.rooms.list({ size: 100, sort: 'seats' })
  const { rows } = await office.classes.list({ year: 2026, size: 100 })
  for (const one of rows) {
    if (one.closesOn === null || one.closesOn < after || one.cancelledOn) continue
    const days = { classId: one.id, fromOn: one.opensOn, lastOn: one.closesOn }
    for (const room of rooms.filter((r) => r.seats >= (one.learners ?? 0) && r.isOwn))
      if (await unlessTaken(() => office.classes.bookRoom({ ...days, roomId: room.id }))) break
    // A class that opens on a Saturday is taught from Monday on: the second week looked at.
    const openings = await office.classes.openings({
      classId: one.id,
      programmeId: one.programmeId,
      learners: one.learners ?? 1,
      teachingDays: workingDays(one.opensOn, one.closesOn),
      earliest: one.opensOn,
      weeks: 2,
      needsRoom: false,
    })
    const opening = openings
      .filter((o) => o.blocks.length > 0)
      .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0]
    for (const block of opening?.blocks ?? []) {
      const lastOn = block.lastOn > one.closesOn ? one.closesOn : block.lastOn
      if (lastOn < block.fromOn) continue
      for (const lecturerId of block.chosen)
        await unlessTaken(() =>
          office.classes.bookLecturer({
            classId: one.id,
            lecturerId,
            fieldCode: block.fieldCode,
            fromOn: block.fromOn,
            lastOn,
          }),
        )
    }
  }
}

const workingDays = (fromOn: Day, lastOn: Day): number =>
  Math.min(
    700,
    Math.max(1, Math.floor(((Date.parse(lastOn) - Date.parse(fromOn)) / 86_400_000 / 7) * 5) - 12),
  )

/** True when it was booked; what is taken already stays as it is. */
export async function unlessTaken(book: () => Promise<unknown>): Promise<boolean> {
  try {
    await book()
    return true
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return false
    throw error
  }
}
