import { addDays, type Day } from '../pure/day.ts'
import type { Dice } from './dice.ts'

/** What the sample school holds in a year, by programme: carried over, opened full-time or in service, learners of a class, days. */
type Offer = {
  code: string
  name: string
  mode: 'Tập trung' | 'Vừa làm vừa học' | '-'
  perYear: number
  days: number
  partner: string
  section: string
}

const organisation = 'Ban Tổ chức Tỉnh ủy'
const offers: readonly Offer[] = [
  {
    code: 'TC',
    name: 'Trung cấp lý luận chính trị',
    mode: 'Tập trung',
    perYear: 3,
    days: 185,
    partner: organisation,
    section: 'I. ĐÀO TẠO TRUNG CẤP LÝ LUẬN CHÍNH TRỊ',
  },
  {
    code: 'TV',
    name: 'Trung cấp lý luận chính trị',
    mode: 'Vừa làm vừa học',
    perYear: 5,
    days: 360,
    partner: organisation,
    section: 'I. ĐÀO TẠO TRUNG CẤP LÝ LUẬN CHÍNH TRỊ',
  },
  {
    code: 'BD',
    name: 'Bồi dưỡng nghiệp vụ công tác đảng',
    mode: '-',
    perYear: 4,
    days: 12,
    partner: organisation,
    section: 'II. BỒI DƯỠNG',
  },
  {
    code: 'BT',
    name: 'Bồi dưỡng bí thư chi bộ',
    mode: '-',
    perYear: 3,
    days: 5,
    partner: organisation,
    section: 'II. BỒI DƯỠNG',
  },
  {
    code: 'CV',
    name: 'Bồi dưỡng ngạch chuyên viên',
    mode: '-',
    perYear: 3,
    days: 30,
    partner: 'Sở Nội vụ',
    section: 'II. BỒI DƯỠNG',
  },
  {
    code: 'LP',
    name: 'Bồi dưỡng lãnh đạo, quản lý cấp phòng',
    mode: '-',
    perYear: 2,
    days: 28,
    partner: 'Sở Nội vụ',
    section: 'II. BỒI DƯỠNG',
  },
  {
    code: 'MT',
    name: 'Bồi dưỡng cán bộ Mặt trận Tổ quốc',
    mode: '-',
    perYear: 2,
    days: 6,
    partner: 'Ủy ban MTTQ Việt Nam tỉnh',
    section: 'II. BỒI DƯỠNG',
  },
  {
    code: 'CC',
    name: 'Cao cấp lý luận chính trị',
    mode: 'Vừa làm vừa học',
    perYear: 1,
    days: 480,
    partner: 'Học viện Chính trị khu vực II',
    section: 'III. ĐÀO TẠO CAO CẤP LÝ LUẬN CHÍNH TRỊ',
  },
]

export type SampleClass = Record<string, string | number | null> & { 'Mã lớp': string; 'Khai giảng': string }

/** The classes that open in a year; the later ones have not opened yet when `until` lies before them. */
export function classRows(dice: Dice, year: number, until: Day): SampleClass[] {
  const rows: (SampleClass & { section: string })[] = []
  const short = String(year).slice(2)
  for (const offer of offers) {
    for (let n = 1; n <= offer.perYear; n++) {
      const opens =
        `${year}-${two(dice.between(offer.days > 100 ? 2 : 1, offer.days > 100 ? 9 : 11))}-${two(dice.between(3, 26))}` as Day
      if (opens > until) continue
      rows.push(
        classRow(
          `${offer.code}${two(n)}-${short}`,
          offer,
          opens,
          addDays(opens, offer.days + dice.between(0, 10)),
          dice.between(45, 96),
          'Kế hoạch',
          '',
        ),
      )
    }
  }
  // Beyond the plan, on the committee's word.
  const places = [
    'Đảng ủy xã Thanh Lưu',
    'Đảng ủy xã Sơn Hòa',
    'Đảng ủy phường Kim Giang',
    'Đảng ủy xã Đông Phong',
  ]
  for (let n = 1; n <= 6; n++) {
    const opens = `${year}-${two(dice.between(3, 10))}-${two(dice.between(3, 26))}` as Day
    if (opens > until) continue
    const offer = {
      name: 'Bồi dưỡng cấp ủy cấp xã và nguồn cấp ủy cấp xã',
      mode: '-' as const,
      partner: organisation,
      section: 'IV. LỚP MỞ THÊM (chủ trương của Thường trực Tỉnh ủy)',
    }
    rows.push(
      classRow(
        `MR${two(n)}-${short}`,
        offer,
        opens,
        addDays(opens, dice.between(3, 5)),
        dice.between(60, 110),
        'Chủ trương',
        dice.pick(places),
      ),
    )
  }
  return rows.map(({ section: _, ...row }) => row)
}

function classRow(
  code: string,
  offer: Pick<Offer, 'name' | 'mode' | 'partner' | 'section'>,
  opens: Day,
  closes: Day,
  learners: number,
  basis: string,
  place: string,
) {
  return {
    section: offer.section,
    'Mã lớp': code,
    'Tên lớp': offer.name,
    Hệ: offer.mode,
    'Khai giảng': opens,
    'Bế giảng': closes,
    'Địa điểm': place || 'Trường Chính trị',
    'Đơn vị phối hợp': offer.partner,
    'Căn cứ': basis,
    'Số học viên': learners,
    'Ghi chú': '',
  }
}

/** The plan of a year: what was carried over from the year before and what is to be opened, a line for each programme and mode. */
export function planRows(year: number, carriedOver: (code: string) => number) {
  return offers.map((offer, i) => {
    const carried = carriedOver(offer.code)
    return {
      TT: i + 1,
      'Nội dung': offer.name,
      Hệ: offer.mode,
      'Số lớp': carried + offer.perYear,
      'Chuyển tiếp': carried,
      'Mở mới': offer.perYear,
      'Số học viên dự kiến': (carried + offer.perYear) * 70,
      'Đơn vị phối hợp': offer.partner,
      'Địa điểm': offer.mode === 'Vừa làm vừa học' ? 'Tại địa phương' : 'Trường Chính trị',
      'Ghi chú': `Năm ${year}`,
    }
  })
}

const two = (n: number): string => String(n).padStart(2, '0')
