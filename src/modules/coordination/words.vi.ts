import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'

import type { task } from './contract.ts'

type About = z.infer<typeof task>['about']

const standings = {
  open: 'chưa đến hạn',
  overdue: 'quá hạn',
  broken: 'không thực hiện',
  kept: 'đúng hạn',
  late: 'muộn',
  waived: 'được miễn',
  dropped: 'không còn trong kế hoạch',
}

const planStates = {
  missing: 'chưa lập',
  draft: 'nhà trường đang soạn',
  offered: 'chờ đơn vị đồng ý',
  returned: 'đơn vị trả lại',
  accepted: 'hai bên đã đồng ý',
  replaced: 'đã thay bằng bản mới',
}

const planOf = (p: About) => (p.year === undefined ? `«${p.title}»` : `kế hoạch năm ${p.year}`)

export const vi = {
  title: 'Việc cần làm',
  lead: (p: { count: number }) =>
    p.count === 0 ? 'Hôm nay không có việc nào chờ đồng chí.' : `${p.count} việc đang chờ đồng chí.`,
  mine: 'Chờ đồng chí',
  theirs: 'Đang chờ người khác',
  since: (p: { at: string }) => `từ ${p.at}`,
  nothing:
    'Khi có kế hoạch chờ duyệt, đợt sắp xếp chờ xác nhận, tệp chờ ghi hoặc lớp sắp khai giảng, việc sẽ hiện ở đây.',
  kinds: {
    planMissing: (p: About) => `Năm ${p.year} chưa có kế hoạch. Soạn dự thảo hoặc nhập từ tệp Excel.`,
    planDraft: (p: About) => `Dự thảo ${planOf(p)} chưa trình.`,
    planReturned: (p: About) => `Bị trả lại ${planOf(p)}: ${p.reason}`,
    planSubmitted: (p: About) => `Đã trình ${planOf(p)}, chờ Thường trực Tỉnh ủy duyệt.`,
    planChangeProposed: (p: About) => `Đề xuất điều chỉnh kế hoạch năm ${p.year} chờ quyết định.`,
    reorganisationDraft: (p: About) =>
      `${p.title}${p.on ? `, hiệu lực ${printDay(p.on as Day)}` : ''}: chờ người thứ hai xác nhận.`,
    placements: (p: About) => `${p.count} cán bộ của đơn vị bị chia tách chờ quyết định nơi công tác.`,
    importChecked: (p: About) => `Tệp «${p.name}» đã kiểm tra, chưa ghi vào Nhịp.`,
    classesOpening: (p: About) =>
      `${p.count} lớp khai giảng trong hai tuần tới${p.on ? `, sớm nhất ngày ${printDay(p.on as Day)}` : ''}.`,
    unitsWithoutCoordinator: (p: About) => `${p.count} đơn vị chưa có tài khoản đầu mối.`,
    commitment: (p: About) => `${p.title}`,
    commitments: (p: About) => `${p.title} (${p.count} đơn vị)`,
    coordinationOffered: (p: About) =>
      `${(p.count ?? 1) > 1 ? `${p.count} kế hoạch` : 'Kế hoạch'} phối hợp năm ${p.year} chờ đơn vị đồng ý.`,
    coordinationDraft: (p: About) =>
      `${(p.count ?? 1) > 1 ? `${p.count} kế hoạch` : 'Kế hoạch'} phối hợp năm ${p.year} đang soạn, chưa gửi đơn vị.`,
    coordinationReturned: (p: About) => `Đơn vị trả lại kế hoạch phối hợp năm ${p.year}: ${p.reason}`,
  },
  due: {
    overdue: 'Quá hạn',
    thisWeek: 'Trong bảy ngày tới',
    later: 'Sau đó',
    none: 'Không có hạn',
  },
  dueOn: (p: { on: Day; days: number }) =>
    p.days < 0
      ? `hạn ${printDay(p.on)}, quá hạn ${-p.days} ngày`
      : p.days === 0
        ? `hạn hôm nay, ${printDay(p.on)}`
        : `hạn ${printDay(p.on)}, còn ${p.days} ngày`,
  forWhom: (p: { unit: string }) => `với ${p.unit}`,
  field: {
    unit: 'Đơn vị',
    plan: 'Kế hoạch phối hợp',
    due: 'Cam kết của đơn vị',
    schoolOverdue: 'Nhà trường nợ đơn vị',
    nextOn: 'Hạn gần nhất',
    side: 'Bên thực hiện',
    title: 'Việc',
    detail: 'Nội dung',
    evidence: 'Minh chứng cần có',
    dueOn: 'Hạn',
    standing: 'Tình trạng',
    doneOn: 'Ngày thực hiện',
    documentNumber: 'Số văn bản',
    note: 'Ghi chú',
    link: 'Liên kết',
    reason: 'Lý do',
    dueKind: 'Hạn tính theo',
    dueMonth: 'Tháng',
    dueDay: 'Ngày',
    offsetDays: 'Số ngày sau mốc (số âm: trước mốc)',
    isUsed: 'Đang dùng',
    q: 'Tìm đơn vị',
    planState: 'Trạng thái kế hoạch',
    from: 'Từ ngày',
    until: 'Đến ngày',
  },
  side: { unit: 'Đơn vị', school: 'Nhà trường' },
  standing: standings,
  planState: planStates,
  notes: {
    passedOn: 'Chuyển sang đơn vị kế thừa sau sắp xếp',
    doubled: 'Đơn vị kế thừa đã có cam kết này cho cùng kỳ',
    dropped: (p: { number: number }) => `Kế hoạch phối hợp bản số ${p.number} không còn việc này`,
  },
  feed: {
    name: 'Nhịp: lịch phối hợp',
    due: (p: { title: string; side: 'unit' | 'school'; count: number }) =>
      `Hạn: ${p.title}${p.side === 'school' ? ' (nhà trường)' : ''}${p.count > 1 ? ` (${p.count} đơn vị)` : ''}`,
  },
  mail: {
    subject: (p: { count: number }) => `Nhịp: ${p.count} việc phối hợp cần đồng chí xem`,
    text: (p: {
      name: string
      today: Day
      lines: readonly { title: string; unitName: string; dueOn: Day; path: string }[]
    }) =>
      [
        `Kính gửi đồng chí ${p.name},`,
        '',
        'Các việc sau chưa được ghi là đã làm:',
        ...p.lines.map(
          (one) =>
            `- ${one.title} (${one.unitName}), hạn ${printDay(one.dueOn)}${one.dueOn < p.today ? ', đã quá hạn' : ''}\n  ${one.path}`,
        ),
        '',
        'Nếu việc đã làm, đồng chí mở đường dẫn để ghi số văn bản; thư nhắc sẽ thôi.',
      ].join('\n'),
  },
  sheet: {
    units: (p: { year: number }) => `Phối hợp ${p.year}`,
    unitsTitle: (p: { year: number }) => `TÌNH HÌNH THỰC HIỆN KẾ HOẠCH PHỐI HỢP NĂM ${p.year}`,
    commitments: (p: { year: number }) => `Cam kết ${p.year}`,
    commitmentsTitle: (p: { year: number }) => `DANH SÁCH CAM KẾT PHỐI HỢP NĂM ${p.year}`,
    note: 'Quá hạn trên 60 ngày mà chưa làm thì tính là không thực hiện; làm sau đó tính là muộn.',
  },
  problems: {
    'coordination.stale': 'Có người vừa sửa mục này. Đồng chí tải lại trang để xem bản mới rồi làm lại.',
    'coordination.dueDay': 'Tháng này không có ngày đó. Nhập ngày từ 1 đến ngày cuối tháng.',
    'coordination.link':
      'Liên kết phải bắt đầu bằng https:// hoặc dấu / (trang trong Nhịp), không có dấu cách.',
    'coordination.stepDays': 'Số ngày từ 60 ngày trước hạn (−60) đến 120 ngày sau hạn.',
    'coordination.stepTwice': 'Hai nấc trùng người nhận và số ngày. Bỏ bớt một nấc.',
    'coordination.wrongAudience':
      'Việc của đơn vị nhắc đầu mối, cấp phó, thủ trưởng, Ban Tổ chức; việc của nhà trường nhắc phòng đào tạo, ban giám hiệu.',
    'coordination.noTemplate': 'Chưa có mẫu cam kết nào đang dùng. Mở «Mẫu cam kết» để bật hoặc thêm mẫu.',
    'coordination.planExists': (p: { year: number }) =>
      `Đơn vị này đã có kế hoạch phối hợp năm ${p.year}, hoặc không phải là đơn vị đang hoạt động.`,
    'coordination.planUnderWay':
      'Đã có bản kế hoạch phối hợp đang soạn hoặc chờ đồng ý. Đồng chí tải lại trang để xem.',
    'coordination.noItem': 'Kế hoạch chưa có cam kết nào. Thêm ít nhất một cam kết rồi gửi.',
    'coordination.planState': (p: { state: string; unit: string }) =>
      `Kế hoạch phối hợp với ${p.unit} ${(planStates as Record<string, string>)[p.state] ?? p.state}, nên chưa làm được việc này.`,
    'coordination.noEvidence': 'Ghi ít nhất một minh chứng: số văn bản, ghi chú hoặc liên kết.',
    'coordination.doneInFuture': 'Ngày thực hiện không được sau hôm nay.',
    'coordination.notYours': (p: { title: string; standing: string }) =>
      `«${p.title}» đang là: ${(standings as Record<string, string>)[p.standing] ?? p.standing}. Bên thực hiện ghi kết quả; bên kia mới được miễn hoặc ghi không thực hiện.`,
    'coordination.span': 'Ngày cuối phải sau ngày đầu, và cách nhau không quá một năm.',
    'coordination.noFeed': 'Địa chỉ lịch này không còn dùng được. Mở trang Lịch phối hợp để tạo địa chỉ mới.',
  },
}
