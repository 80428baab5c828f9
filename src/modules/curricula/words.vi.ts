import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { curriculumKinds } from './contract.ts'

type Kind = (typeof curriculumKinds)[number]

export const vi = {
  kinds: { part: 'Khối', module: 'Học phần', topic: 'Chuyên đề' },
  /** Short, as the head of a table. */
  hours: {
    theory: 'Lý thuyết',
    discussion: 'Thảo luận',
    practice: 'Thực hành',
    field: 'Thực tế',
    selfStudy: 'Tự học',
    report: 'Báo cáo',
    exam: 'Thi',
  },
  hoursShort: {
    theory: 'LT',
    discussion: 'TL',
    practice: 'TH',
    field: 'TT',
    selfStudy: 'Tự học',
    report: 'BC',
    exam: 'Thi',
  },
  states: {
    draft: 'Dự thảo',
    submitted: 'Đã trình thẩm định',
    returned: 'Trả lại',
    approved: 'Đã duyệt',
    retired: 'Hết dùng',
  },
  versionName: (p: { kind: Kind; number: number }) =>
    p.kind === 'frame' ? `Chương trình khung, bản ${p.number}` : `Phiên bản ${p.number}`,
  usualFrame: (p: { programme: string; number: number }) => `Chương trình khung: ${p.programme}`,
  usualTitle: (p: { programme: string; number: number }) => `${p.programme}, phiên bản ${p.number}`,
  needsConfirmation: 'Nội dung mặc định, cần nhà trường xác nhận',
  fields: {
    number: 'STT',
    level: 'Cấp',
    content: 'Tên khối, học phần, chuyên đề',
    total: 'Cộng',
    whole: 'Cộng toàn chương trình',
    field: 'Chuyên môn',
    outcomes: 'Chuẩn đầu ra',
    lineage: 'Mã mục',
    title: 'Tên',
    version: 'Phiên bản',
    state: 'Tình trạng',
    topics: 'Chuyên đề',
    hours: 'Số tiết',
    document: 'Văn bản',
    period: 'Thời hạn dùng',
    frame: 'Theo khung',
    goals: 'Mục tiêu',
    source: 'Căn cứ, nguồn',
  },
  document: (p: { number: string; on: Day; by: string }) => `${p.number}, ${printDay(p.on)}, ${p.by}`,
  period: (p: { fromOn: Day | null; untilOn: Day | null }) =>
    p.untilOn !== null
      ? `${p.fromOn ? `từ ${printDay(p.fromOn)} ` : ''}đến trước ${printDay(p.untilOn)}`
      : p.fromOn
        ? `từ ${printDay(p.fromOn)}`
        : '',
  lead: (p: { parts: number; modules: number; topics: number; hours: number; practice: string }) =>
    `${p.parts > 0 ? `${p.parts} khối, ` : ''}${p.modules > 0 ? `${p.modules} học phần, ` : ''}${p.topics} chuyên đề, ${printNumber(p.hours)} tiết, thực hành và thực tế ${p.practice} %.`,
  sheet: { name: 'Khung chương trình' },
  pages: {
    programmes: 'Chương trình',
    versions: 'Khung và phiên bản của chương trình',
    versionsText:
      'Chương trình khung của Học viện và các phiên bản mà trường soạn theo khung, mới nhất trước.',
    none: 'Chưa có phiên bản nào',
    noneText:
      'Phiên bản ghi các khối, học phần, chuyên đề và số tiết; lớp học chạy theo một phiên bản đã duyệt.',
    noneRead: 'Chưa có phiên bản nào đã duyệt.',
    outline: 'Khung chương trình',
    noItems: 'Chưa có khối, học phần hay chuyên đề nào',
    noItemsText: 'Thêm mục đầu tiên, hoặc nhập cả khung từ tệp Excel.',
    excel: 'Tải Excel',
    about: 'Về phiên bản này',
  },
  problems: {
    'curricula.notFound': 'Không có phiên bản chương trình này, hoặc đồng chí không được xem.',
    'curricula.frozen':
      'Phiên bản đã duyệt thì không sửa được. Hãy lập phiên bản tiếp theo từ phiên bản này.',
    'curricula.submittedClosed':
      'Phiên bản đang được thẩm định nên không sửa được. Khi trả lại thì sửa tiếp.',
    'curricula.notApproved': 'Chỉ phiên bản đã duyệt mới ngừng dùng được.',
    'curricula.notSubmitted': 'Phiên bản chưa trình nên chưa quyết định được.',
    'curricula.secondPerson': 'Người trình không tự duyệt được. Một người khác có quyền duyệt sẽ quyết định.',
    'curricula.empty': 'Chưa có chuyên đề nào nên chưa trình được.',
    'curricula.notInvited': 'Đơn vị được mời góp ý, chưa được mời sửa. Đồng chí có thể gửi đề nghị sửa.',
    'curricula.otherKind': 'Việc này không dành cho loại phiên bản này.',
    'curricula.step': 'Phiên bản không đi thẳng từ tình trạng này sang tình trạng đó.',
    'curricula.stale': 'Có người vừa đổi phiên bản này. Nội dung mới ở bên trên, chữ đồng chí gõ vẫn còn.',
    'curricula.staleItem': 'Có người vừa sửa mục này. Hãy xem cả hai bản rồi chọn giữ bản nào.',
    'curricula.itemGone': 'Mục này vừa bị bỏ khỏi dự thảo. Tải lại trang để xem khung mới.',
    'curricula.placeGone': 'Khối hoặc học phần chứa mục này vừa bị bỏ. Tải lại trang rồi chọn chỗ khác.',
    'curricula.wrongLevel':
      'Khối đứng ngoài cùng, học phần đứng trong khối, chuyên đề đứng trong học phần hoặc khối.',
    'curricula.notEmpty': (p: { items: number }) =>
      `Trong mục này còn ${p.items} mục. Hãy chuyển đi hoặc bỏ các mục đó trước.`,
    'curricula.unknownField': 'Trường không có chuyên môn này. Hãy chọn trong danh sách.',
    'curricula.frameFromSchool': 'Chương trình khung không lập từ phiên bản của trường.',
    'curricula.documentInFuture': 'Ngày văn bản không thể ở sau hôm nay.',
    'curricula.endsBeforeItBegins': 'Ngày hết dùng phải sau ngày bắt đầu dùng.',
    'curricula.itemKept': 'Mục giữ nguyên loại và phiên bản của nó.',
    'curricula.numberTaken': 'Có người vừa lập phiên bản cùng số. Hãy bấm lại lần nữa.',
    'curricula.noUnit': 'Không có đơn vị này.',
    'curricula.noComment': 'Không có góp ý này.',
    'curricula.noProposal': 'Không có đề nghị này.',
    'curricula.nothingProposed':
      'Đề nghị giống hệt mục đang có. Hãy sửa tên, chuẩn đầu ra hoặc số tiết rồi gửi.',
    'curricula.decidedAlready': 'Đề nghị này vừa được quyết định rồi. Tải lại trang để xem.',
    'curricula.notYourProposal': 'Chỉ người gửi mới rút được đề nghị của mình.',
    'curricula.perCent': 'Tỷ lệ từ 0 đến 100.',
    'curricula.upsideDown': 'Số nhiều nhất không được nhỏ hơn số ít nhất.',
    'curricula.orderBusy': 'Có người đang đổi thứ tự. Hãy bấm lại lần nữa.',
  },
}
