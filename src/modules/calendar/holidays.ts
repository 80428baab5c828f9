import Holidays from 'date-holidays'
import { addDays, type Day } from '../../pure/day.ts'
import { type Holiday, withDaysInLieu } from './rules.ts'

/**
 * Bộ luật Lao động 2019, Điều 112: the days off by law. Tết is five days and Quốc khánh two, of which days the Government
 * chooses every year: what the school must confirm is marked so.
 */
const known: Record<string, { key: string; title: string; needsConfirmation: boolean; source: string }> = {
  '01-01': { key: 'duong-lich', title: 'Tết Dương lịch', needsConfirmation: false, source: '1 ngày' },
  '1 day before vietnamese 1-0-1 P5D': {
    key: 'nguyen-dan',
    title: 'Tết Nguyên đán',
    needsConfirmation: true,
    source: '5 ngày; mặc định từ ngày cuối năm âm lịch',
  },
  'vietnamese 3-0-10': {
    key: 'gio-to',
    title: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    needsConfirmation: false,
    source: '1 ngày',
  },
  '04-30': { key: 'chien-thang', title: 'Ngày Chiến thắng', needsConfirmation: false, source: '1 ngày' },
  '05-01': { key: 'lao-dong', title: 'Ngày Quốc tế lao động', needsConfirmation: false, source: '1 ngày' },
  '09-02': {
    key: 'quoc-khanh',
    title: 'Quốc khánh',
    needsConfirmation: true,
    source: '2 ngày; ngày liền kề trước hoặc sau do Chính phủ chọn, chưa ghi ở đây',
  },
}

/**
 * The public holidays of Vietnam in a year, by the Vietnamese lunar calendar (zone +7, so not always that of China: Tết 2007
 * and 2030 fall a day earlier), with the days in lieu.
 */
export function holidaysOf(year: number): (Holiday & { key: string })[] {
  const found = new Holidays('VN').getHolidays(year).flatMap((one) => {
    const rule = known[one.rule]
    if (!rule || one.type !== 'public') return []
    const fromOn = one.date.slice(0, 10) as Day
    const length = Math.max(1, Math.round((one.end.getTime() - one.start.getTime()) / 86_400_000))
    return [
      {
        ...rule,
        key: `${rule.key}-${year}`,
        source: `Bộ luật Lao động 2019, Điều 112: ${rule.source}`,
        fromOn,
        lastOn: addDays(fromOn, length - 1),
      },
    ]
  })
  return withDaysInLieu(found)
}
