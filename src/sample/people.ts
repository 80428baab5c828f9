import type { Dice } from './dice.ts'

/** Names are put together by chance from common parts; a likeness to anybody is chance too. */
const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Hoàng',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
]
const middles = {
  Nam: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Đức', 'Công', 'Thanh', 'Xuân'],
  Nữ: ['Thị', 'Thị Ngọc', 'Thị Thu', 'Kim', 'Thị Mỹ', 'Thanh', 'Hồng'],
}
const givens = {
  Nam: [
    'An',
    'Ân',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Đức',
    'Hải',
    'Hùng',
    'Khánh',
    'Long',
    'Nam',
    'Phúc',
    'Quân',
    'Sơn',
    'Tâm',
    'Thắng',
    'Tuấn',
    'Việt',
    'Ý',
  ],
  Nữ: [
    'Anh',
    'Ánh',
    'Bích',
    'Chi',
    'Dung',
    'Duyên',
    'Hà',
    'Hạnh',
    'Hiền',
    'Hoa',
    'Lan',
    'Linh',
    'Mai',
    'Ngân',
    'Nhung',
    'Oanh',
    'Phương',
    'Thảo',
    'Trang',
    'Yến',
  ],
}
const posts: Record<'xa' | 'phong', readonly (readonly [string, number])[]> = {
  xa: [
    ['Bí thư Đảng ủy', 3],
    ['Phó Bí thư Đảng ủy', 2],
    ['Chủ tịch UBND', 2],
    ['Phó Chủ tịch UBND', 2],
    ['Chủ tịch Hội Nông dân', 1],
    ['Công chức Văn phòng', 0],
    ['Công chức Tư pháp – Hộ tịch', 0],
    ['Cấp ủy viên', 1],
  ],
  phong: [
    ['Trưởng phòng', 2],
    ['Phó Trưởng phòng', 1],
    ['Chuyên viên chính', 0],
    ['Chuyên viên', 0],
    ['Chuyên viên', 0],
    ['Phó Giám đốc', 3],
  ],
}
const fields = ['kinh_te', 'luat', 'hanh_chinh', 'su_pham', 'nong_nghiep', 'cong_nghe', 'xay_dung_dang']

export type SamplePerson = Record<string, string | number | null> & {
  ma_can_bo: string
  ho_ten: string
  ma_to_chuc: string
}

/** A name of a woman or a man; without `sex` of either. */
export function sampleName(dice: Dice, sex: 'Nam' | 'Nữ' = dice.percent(45) ? 'Nữ' : 'Nam'): string {
  return `${dice.pick(families)} ${dice.pick(middles[sex])} ${dice.pick(givens[sex])}`
}

/** So many people, spread over the units; their files have the gaps that real files have. */
export function peopleRows(dice: Dice, units: readonly string[], count: number): SamplePerson[] {
  return Array.from({ length: count }, (_, i) => {
    const sex = dice.percent(42) ? 'Nữ' : 'Nam'
    const unit = dice.pick(units)
    const [title, rank] = dice.pick(/X/.test(unit) ? posts.xa : posts.phong)
    const bornYear = dice.between(1967, 1999)
    const born = `${bornYear}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`
    const field = dice.pick(fields)
    return {
      ma_can_bo: `BH${String(i + 1).padStart(5, '0')}`,
      ho_ten: sampleName(dice, sex),
      // As offices report it: now and then only the year is known.
      ngay_sinh: dice.percent(3) ? String(bornYear) : born,
      gioi_tinh: sex,
      ma_to_chuc: unit,
      chuc_vu: title,
      bac_chuc_vu: rank,
      chuyen_mon: field,
      linh_vuc_cong_tac: dice.percent(70) ? field : dice.pick(fields),
      ngay_vao_dang: dice.percent(78)
        ? `${bornYear + dice.between(20, 30)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`
        : '',
      so_hieu_can_bo: dice.percent(60) ? `BH${dice.between(100000, 999999)}` : '',
      nguon: dice.pick(['HTTT cán bộ', 'Báo cáo đơn vị']),
    }
  })
}

/** Who is planned for which post in the term 2025–2030. */
export const planningRows = (dice: Dice, people: readonly SamplePerson[]) =>
  people
    .filter(() => dice.percent(18))
    .map((person) => ({
      ma_can_bo: person.ma_can_bo,
      nhiem_ky: '2025-2030',
      ngay_dua_vao: `2024-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`,
      ngay_dua_ra: '',
      chuc_danh_quy_hoach: /X/.test(person.ma_to_chuc)
        ? dice.pick(['Bí thư Đảng ủy', 'Chủ tịch UBND', 'Cấp ủy viên'])
        : dice.pick(['Trưởng phòng', 'Phó Giám đốc']),
      nguon: 'HTTT cán bộ',
    }))

/** The rating of each year; a few are missing, nearly all are good. */
export const ratingRows = (dice: Dice, people: readonly SamplePerson[]) =>
  people.flatMap((person) =>
    [2023, 2024, 2025]
      .filter(() => dice.percent(93))
      .map((year) => ({
        ma_can_bo: person.ma_can_bo,
        nam: year,
        muc_xep_loai: dice.percent(20) ? 4 : dice.percent(92) ? 3 : 2,
        nguon: 'HTTT cán bộ',
      })),
  )

const two = (n: number): string => String(n).padStart(2, '0')
