import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

const n = (value: number) => printNumber(value, 'vi')
const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ')

export const vi = {
  defaultTitle: (p: { year: number }) => `Kế hoạch đào tạo, bồi dưỡng năm ${p.year}`,
  periodTitle: (p: { year: number; untilYear: number }) =>
    `Kế hoạch đào tạo, bồi dưỡng giai đoạn ${p.year}–${p.untilYear}`,
  states: { draft: 'Dự thảo', submitted: 'Đã trình', returned: 'Trả lại', approved: 'Đã duyệt' },
  turns: {
    school: (p: { since: string }) => `Lượt của Phòng Quản lý đào tạo, từ ${p.since}.`,
    committee: (p: { since: string }) => `Lượt của Thường trực Tỉnh ủy, từ ${p.since}.`,
    nobody: (p: { documentNumber: string; documentOn: Day }) =>
      `Có hiệu lực theo ${p.documentNumber} ngày ${printDay(p.documentOn)}.`,
  },
  day: (p: { on: Day }) => printDay(p.on),
  versionName: (p: { number: number }) => `Phiên bản ${p.number}`,
  yearVersion: (p: { year: number; number: number }) => `Năm ${p.year}, phiên bản ${p.number}`,
  document: (p: { number: string; on: Day }) => `${p.number} ngày ${printDay(p.on)}`,
  roles: {
    assigned: 'được giao',
    current: 'đang thực hiện',
  },
  blocs: { party: 'Khối Đảng', state: 'Khối Nhà nước', front: 'Khối đoàn thể' },
  fields: {
    ordinal: 'TT',
    year: 'Năm',
    title: 'Tên kế hoạch',
    assignedBy: 'Cơ quan giao',
    content: 'Nội dung',
    programme: 'Chương trình',
    ownTitle: 'Nội dung (khi không chọn chương trình)',
    group: 'Nhóm',
    mode: 'Hệ',
    bloc: 'Khối',
    classes: 'Số lớp',
    ofWhich: 'Trong đó',
    carriedOver: 'Chuyển tiếp',
    opened: 'Mở mới',
    learners: 'Số học viên dự kiến',
    partner: 'Đơn vị phối hợp',
    place: 'Địa điểm',
    months: 'Thời gian',
    budget: 'Kinh phí (đồng)',
    note: 'Ghi chú',
    version: 'Phiên bản',
    state: 'Trạng thái',
    where: 'Đang ở đâu',
    madeAt: 'Lập',
    submittedAt: 'Trình',
    decidedAt: 'Quyết định',
    document: 'Văn bản phê duyệt',
    documentNumber: 'Số văn bản',
    documentOn: 'Ngày văn bản',
    reason: 'Lý do trả lại',
    copiedFrom: 'Lập từ',
    changeKind: 'Loại điều chỉnh',
    proposer: 'Bên đề xuất',
    changeReason: 'Lý do điều chỉnh',
    decision: 'Quyết định',
  },
  months: (p: { months: readonly number[] }) =>
    p.months.length === 12 ? 'Cả năm' : `Tháng ${ranges(p.months)}`,
  month: (p: { month: number }) => `Tháng ${p.month}`,
  total: 'Tổng cộng',
  lead: (p: { classes: number; carriedOver: number; opened: number; learners: number | null }) =>
    `${n(p.classes)} lớp: ${n(p.carriedOver)} chuyển tiếp, ${n(p.opened)} mở mới${p.learners === null ? '' : `; ${n(p.learners)} học viên dự kiến`}.`,
  pages: {
    list: 'Kế hoạch',
    listLead: 'Kế hoạch từng năm, các phiên bản, đang ở lượt ai và từ khi nào.',
    empty: 'Chưa có kế hoạch năm nào',
    allYears: 'Tất cả các năm',
    emptyYear: (p: { year: number }) => `Chưa có kế hoạch năm ${p.year}`,
    emptyText:
      'Lập dự thảo rồi nhập từng dòng, hoặc nhập từ tệp Excel của trường. Trình và duyệt xong thì báo cáo có số để so.',
    emptyForUnits: 'Kế hoạch hiện ra ở đây khi trường đã trình cấp có thẩm quyền.',
    make: 'Lập kế hoạch',
    makeLead: 'Dự thảo trống, hoặc bắt đầu từ một phiên bản đã có.',
    from: 'Bắt đầu từ',
    fromDefault: 'Bản đang thực hiện của năm đó nếu có, không thì trống',
    lines: 'Các dòng kế hoạch',
    noLines: 'Chưa có dòng nào',
    noLinesText:
      'Thêm từng chương trình với số lớp, hoặc nhập từ tệp Excel. Có ít nhất một dòng mới trình được.',
    noLinesRead: 'Phiên bản này chưa có nội dung.',
    addLine: 'Thêm dòng',
    editLine: 'Sửa dòng',
    removeLine: 'Bỏ dòng',
    up: 'Đưa lên',
    down: 'Đưa xuống',
    copy: 'Lập phiên bản mới từ bản này',
    copyHint: 'Phiên bản đã duyệt giữ nguyên. Bản mới bắt đầu với đúng các dòng này, sửa rồi trình lại.',
    submit: 'Trình phê duyệt',
    submitHint: 'Sau khi trình, nội dung không sửa được cho đến khi có quyết định.',
    return: 'Trả lại',
    returnHint: 'Trường thấy lý do, sửa và trình lại. Lý do được lưu trong nhật ký.',
    approve: 'Duyệt',
    decide: 'Duyệt hoặc trả lại',
    approveHint: 'Ghi số và ngày văn bản phê duyệt. Sau khi duyệt, phiên bản này không ai sửa được.',
    import: 'Nhập từ Excel',
    excel: 'Excel',
    findDates: 'Tìm ngày mở lớp',
    findDatesFor: (p: { title: string; mode: string }) => `Tìm ngày mở lớp: ${p.title}, ${p.mode}`,
    letter: 'Tờ trình (Word)',
    word: 'Kế hoạch (Word)',
    amendment: 'Tờ trình điều chỉnh (Word)',
    templates: 'Mẫu văn bản',
    changes: 'Điều chỉnh trong năm',
    forecast: 'Dự báo',
    adjust: 'Điều chỉnh',
    save: 'Lưu',
    cancel: 'Thôi',
    hintProgramme: 'Chương trình cho biết nhóm, khối và các hệ.',
    hintMonths: 'Các tháng dự kiến mở lớp.',
    hintPartner: 'Tên đơn vị. Nếu trùng với một đơn vị trong danh mục thì được nối với đơn vị đó.',
    noProgramme: 'Dòng chung của cả nhóm',
    fromProgramme: 'Theo chương trình',
    edit: 'Sửa',
    editNamed: (p: { title: string; mode: string }) => `Sửa dòng ${p.title}, ${p.mode}`,
    compareTo: (p: { number: number }) => `So với bản ${p.number}`,
    submitSure: (p: { year: number }) => `Trình kế hoạch năm ${p.year}?`,
    about: 'Về phiên bản này',
    ownWords: 'Nội dung riêng, nhóm và khối',
    hintTitle: 'Để trống thì là «Kế hoạch đào tạo, bồi dưỡng năm …».',
    hintAssignedBy: 'Ví dụ: Thường trực Tỉnh ủy.',
    rename: 'Sửa tên và cơ quan giao',
    renameHint: 'Dùng cho mọi phiên bản của năm. Sau khi trình hoặc đã có bản được duyệt thì giữ nguyên.',
    steps: {
      edit: 'Sửa',
      rename: 'Sửa tên và cơ quan giao',
      submit: 'Trình',
      return: 'Trả lại',
      approve: 'Duyệt',
      copy: 'Lập phiên bản mới',
    },
    removeSure: 'Bỏ dòng này khỏi dự thảo?',
  },
  compare: {
    added: 'Thêm',
    dropped: 'Bỏ',
    changed: 'Đổi',
    nothing: 'Hai phiên bản có nội dung như nhau.',
    summary: (p: { added: number; dropped: number; changed: number; same: number }) =>
      `Thêm ${n(p.added)} dòng, bỏ ${n(p.dropped)}, đổi ${n(p.changed)}, giữ nguyên ${n(p.same)}.`,
    what: 'Nội dung',
    kind: 'Thay đổi',
    titleOfYear: (p: { year: number; before: number; after: number }) =>
      `Kế hoạch năm ${p.year}: phiên bản ${p.after} so với phiên bản ${p.before}`,
    detail: 'Cụ thể',
    title: (p: { after: string; before: string }) =>
      `So sánh ${p.after.toLowerCase()} với ${p.before.toLowerCase()}`,
    fromTo: (p: { before: string; after: string; by: string }) =>
      p.by === '0' ? p.after : `${p.before} → ${p.after} (${p.by})`,
    field: (p: { field: string; before: string; after: string }) => `${p.field}: ${p.before} → ${p.after}`,
    totals: 'Cộng theo nhóm',
    lines: 'Từng dòng',
  },
  understood: {
    line: (p: {
      title: string
      mode: string
      classes: number
      carriedOver: number
      opened: number
      learners: number | null
      partner: string | null
    }) =>
      [
        p.title,
        p.mode,
        `${n(p.classes)} lớp (${n(p.carriedOver)} chuyển tiếp + ${n(p.opened)} mở mới)`,
        p.learners === null ? '' : `${n(p.learners)} học viên`,
        p.partner ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    section: (p: { text: string; group: string | null }) =>
      p.group ? `Mục: ${p.text} → nhóm ${p.group}` : `Mục: ${p.text}`,
    total: (p: { text: string }) => `Dòng cộng: ${p.text}`,
    dropped: (p: { title: string; mode: string; classes: number }) =>
      ['Dòng kế hoạch đang có', p.title, p.mode, `${n(p.classes)} lớp`]
        .filter((part) => part !== '')
        .join(' · '),
  },
  changes: {
    kinds: {
      add: 'Bổ sung lớp',
      drop: 'Bỏ lớp',
      move: 'Dời thời gian',
      resize: 'Đổi quy mô',
      merge: 'Ghép lớp',
      split: 'Tách lớp',
    },
    states: { proposed: 'Chờ quyết định', approved: 'Đã duyệt', refused: 'Không duyệt', withdrawn: 'Đã rút' },
    school: 'Nhà trường',
    classes: (p: { before: number; after: number }) =>
      p.before === p.after ? `${n(p.after)} lớp` : `${n(p.before)} → ${n(p.after)} lớp`,
    learners: (p: { before: number | null; after: number | null }) =>
      `${p.before === null ? '–' : n(p.before)} → ${p.after === null ? '–' : n(p.after)} học viên`,
    months: (p: { before: readonly number[]; after: readonly number[] }) =>
      `${p.before.length === 0 ? 'chưa có tháng' : `tháng ${ranges(p.before)}`} → ${p.after.length === 0 ? 'chưa có tháng' : `tháng ${ranges(p.after)}`}`,
    isNew: 'dòng mới',
    title: (p: { year: number }) => `Điều chỉnh kế hoạch năm ${p.year}`,
    lead: (p: { assigned: number; adjusted: number; approved: number; proposed: number }) =>
      `Giao ${n(p.assigned)} lớp, điều chỉnh còn ${n(p.adjusted)} lớp: ${n(p.approved)} điều chỉnh đã duyệt${p.proposed > 0 ? `, ${n(p.proposed)} đề xuất chờ quyết định` : ''}.`,
    same: (p: { assigned: number; proposed: number }) =>
      `Giao ${n(p.assigned)} lớp, chưa có điều chỉnh nào được duyệt${p.proposed > 0 ? `; ${n(p.proposed)} đề xuất chờ quyết định` : ''}.`,
    noPlan: (p: { year: number }) => `Năm ${p.year} chưa có kế hoạch được duyệt`,
    noPlanText: 'Khi kế hoạch được duyệt, các thay đổi trong năm được đề xuất và quyết định ở đây.',
    plan: 'Kế hoạch giao và kế hoạch điều chỉnh',
    list: 'Các điều chỉnh',
    none: 'Chưa có điều chỉnh nào',
    noneText:
      'Khi cần bổ sung, bỏ, dời, đổi quy mô, ghép hoặc tách lớp, hãy đề xuất kèm lý do; kế hoạch giao vẫn giữ nguyên.',
    propose: 'Đề xuất điều chỉnh',
    proposeLead:
      'Chọn loại điều chỉnh, ghi nội dung mới và lý do. Kế hoạch giao giữ nguyên; khi được duyệt, kế hoạch điều chỉnh đổi theo.',
    forecast: 'Dự báo',
    assignedOf: {
      classes: 'Giao: số lớp',
      carriedOver: 'Giao: chuyển tiếp',
      opened: 'Giao: mở mới',
      learners: 'Giao: học viên',
    },
    adjustedOf: {
      classes: 'Điều chỉnh: số lớp',
      carriedOver: 'Điều chỉnh: chuyển tiếp',
      opened: 'Điều chỉnh: mở mới',
      learners: 'Điều chỉnh: học viên',
    },
    fallen: 'không còn lớp',
    came: 'thêm trong năm',
    kind: 'Loại điều chỉnh',
    line: 'Dòng kế hoạch',
    chooseLine: 'Chọn một dòng',
    withLines: 'Ghép với các dòng',
    withLinesHint: 'Để trống nếu ghép các lớp trong cùng một dòng.',
    lineOption: (p: { title: string; mode: string; opened: number; months: readonly number[] }) =>
      [p.title, p.mode, `${n(p.opened)} lớp mở mới`, p.months.length > 0 ? `tháng ${ranges(p.months)}` : '']
        .filter((part) => part !== '')
        .join(' · '),
    openedAfter: {
      add: 'Số lớp',
      drop: 'Số lớp còn lại',
      move: '',
      resize: 'Số lớp sau điều chỉnh',
      merge: 'Số lớp sau khi ghép',
      split: 'Số lớp',
    },
    openedHint: {
      add: '',
      drop: 'Để trống hoặc 0 là bỏ hết các lớp mở mới của dòng.',
      move: '',
      resize: 'Để trống nếu chỉ đổi số học viên.',
      merge: 'Phải ít hơn tổng số lớp trước khi ghép.',
      split: 'Số lớp sau khi tách; nếu tách ra dòng riêng thì là số lớp của dòng mới.',
    },
    learnersAfter: 'Học viên sau điều chỉnh',
    learnersHint: 'Để trống thì tính theo số lớp.',
    monthsAfter: 'Thời gian mới',
    apart: 'Tách ra một dòng riêng (nơi khác, thời gian khác)',
    unit: 'Đơn vị đề xuất',
    letterNumber: 'Số văn bản đề xuất',
    letterOn: 'Ngày văn bản đề xuất',
    reason: 'Lý do điều chỉnh',
    send: 'Gửi đề xuất',
    change: (p: { kind: string; year: number }) => `${p.kind}, kế hoạch năm ${p.year}`,
    changeLead: {
      proposed: 'Đang chờ Thường trực Tỉnh ủy quyết định.',
      approved: 'Đã duyệt và nằm trong kế hoạch điều chỉnh.',
      refused: 'Không được duyệt; kế hoạch giữ nguyên.',
      withdrawn: 'Đã rút; kế hoạch giữ nguyên.',
    },
    why: 'Lý do',
    about: 'Về đề xuất này',
    letter: 'Văn bản đề xuất',
    proposed: 'Đề xuất',
    answer: 'Lý do không duyệt hoặc rút',
    approve: 'Duyệt điều chỉnh',
    approveHint: 'Ghi số và ngày văn bản quyết định. Kế hoạch giao giữ nguyên, kế hoạch điều chỉnh đổi ngay.',
    refuse: 'Không duyệt',
    withdraw: 'Rút đề xuất',
    withdrawHint: 'Kế hoạch giữ nguyên. Có thể đề xuất lại theo nội dung khác.',
    opened: 'Lớp mở mới',
  },
  periods: {
    title: 'Kế hoạch giai đoạn',
    lead: 'Chỉ tiêu của cả giai đoạn hoặc từng năm; kế hoạch các năm được cộng dồn để so.',
    empty: 'Chưa có kế hoạch giai đoạn nào',
    emptyText: 'Lập dự thảo cho một giai đoạn (ví dụ 2025–2030), rồi trình và duyệt như kế hoạch năm.',
    make: 'Lập kế hoạch giai đoạn',
    fromYear: 'Từ năm',
    untilYear: 'Đến năm',
    period: 'Giai đoạn',
    name: (p: { year: number; untilYear: number; number: number }) =>
      `${p.year}–${p.untilYear}, phiên bản ${p.number}`,
    rollUp: 'So với các năm',
    rollUpTitle: (p: { title: string }) => `${p.title}: so với các năm`,
    rollUpLead: (p: { target: number; planned: number; opened: number }) =>
      `Chỉ tiêu ${n(p.target)} lớp mở mới; kế hoạch các năm đã có ${n(p.planned)}, đã mở ${n(p.opened)}.`,
    target: 'Chỉ tiêu',
    planned: 'Kế hoạch các năm',
    opened: 'Đã mở',
    left: 'Chưa có kế hoạch',
    yearCell: (p: { target: number | null; planned: number; opened: number }) =>
      `${p.target === null ? '' : `${n(p.target)} / `}${n(p.planned)} / ${n(p.opened)}`,
    yearNote:
      'Mỗi năm: chỉ tiêu (nếu có) / lớp mở mới trong kế hoạch điều chỉnh / lớp đã mở. Dòng của năm được tính cho dòng giai đoạn cùng chương trình và hệ, không có thì cùng nhóm.',
    outside: 'Trong kế hoạch năm, ngoài kế hoạch giai đoạn',
    byYear: 'Số lớp mở mới từng năm',
    byYearHint: 'Để trống các ô này nếu chỉ có chỉ tiêu của cả giai đoạn.',
    lines: 'Xem các dòng',
  },
  sheet: {
    adjusted: (p: { year: number }) => `Điều chỉnh ${p.year}`,
    adjustedTitle: (p: { year: number }) => `KẾ HOẠCH ĐIỀU CHỈNH NĂM ${p.year}`,
    changes: 'Điều chỉnh trong năm',
    assigned: 'Kế hoạch giao',
    adjustedGroup: 'Kế hoạch điều chỉnh',
    name: (p: { year: number; number: number }) => `Kế hoạch ${p.year} bản ${p.number}`,
  },
  problems: {
    'plans.notFound': 'Không tìm thấy phiên bản kế hoạch này. Có thể nó chưa được trình nên chỉ trường thấy.',
    'plans.stale':
      'Người khác vừa sửa kế hoạch này. Đồng chí xem nội dung mới rồi làm lại phần của mình; những gì đã nhập vẫn còn.',
    'plans.frozen':
      'Phiên bản này đã được duyệt nên không sửa được. Muốn thay đổi, hãy lập phiên bản mới từ bản này.',
    'plans.nameFrozen': 'Kế hoạch năm này đã có bản được duyệt nên giữ nguyên tên và cơ quan giao.',
    'plans.submittedClosed':
      'Phiên bản này đang chờ quyết định nên không sửa được. Nếu cần sửa, hãy đề nghị trả lại.',
    'plans.alreadySubmitted': 'Phiên bản này đã trình rồi, đang chờ quyết định.',
    'plans.notSubmitted': 'Phiên bản này chưa được trình nên chưa quyết định được.',
    'plans.notYourOwn': 'Đồng chí đã trình phiên bản này nên người khác phải quyết định.',
    'plans.empty': 'Phiên bản chưa có dòng nào. Hãy thêm ít nhất một dòng rồi trình.',
    'plans.openExists':
      'Năm này đang có một phiên bản chưa duyệt. Hãy làm tiếp phiên bản đó; mỗi năm chỉ một bản chưa duyệt.',
    'plans.noSuchLine':
      'Dòng này không có trong kế hoạch đang thực hiện. Có thể một điều chỉnh khác vừa bỏ nó.',
    'plans.chooseLine': 'Hãy chọn dòng kế hoạch cần điều chỉnh.',
    'plans.chooseMonths': 'Hãy chọn ít nhất một tháng mới.',
    'plans.sameAsBefore': 'Nội dung mới giống hiện tại. Hãy ghi số hoặc tháng khác.',
    'plans.nothingToDrop': 'Dòng này không còn lớp mở mới nào để bỏ.',
    'plans.mustBeFewer': (p: { opened: number }) => `Phải ít hơn ${n(p.opened)} lớp hiện có.`,
    'plans.mustBeMore': (p: { opened: number }) => `Phải nhiều hơn ${n(p.opened)} lớp hiện có.`,
    'plans.atMost': (p: { opened: number }) => `Từ 1 đến ${n(p.opened)}.`,
    'plans.dropInstead': 'Muốn không mở lớp nào nữa, hãy chọn loại điều chỉnh «Bỏ lớp».',
    'plans.noApprovedPlan': (p: { year: number }) =>
      `Năm ${p.year} chưa có kế hoạch được duyệt nên chưa có gì để điều chỉnh. Hãy sửa ngay trong dự thảo.`,
    'plans.chooseUnit': 'Hãy chọn đơn vị đề xuất trong các đơn vị của đồng chí.',
    'plans.changeNotFound': 'Không tìm thấy đề xuất điều chỉnh này.',
    'plans.changeDecided': 'Đề xuất này đã có quyết định hoặc đã rút nên không đổi được nữa.',
    'plans.changeNotYourOwn': 'Đồng chí đã đề xuất điều chỉnh này nên người khác phải quyết định.',
    'plans.changeOvertaken':
      'Kế hoạch đã khác so với lúc đề xuất: một điều chỉnh khác đã đổi dòng này. Hãy từ chối hoặc rút đề xuất rồi đề xuất lại theo số hiện nay.',
    'plans.versionSubmitted':
      'Một phiên bản kế hoạch của năm này đang chờ quyết định. Hãy quyết định phiên bản đó trước, rồi duyệt điều chỉnh.',
    'plans.changeFrozen': 'Đề xuất đã gửi giữ nguyên nội dung. Muốn khác, hãy rút và đề xuất lại.',
    'plans.periodYears': 'Năm cuối phải sau năm đầu, giai đoạn dài nhất 20 năm.',
    'plans.yearsOfPeriod': (p: { years: number }) =>
      `Số lớp từng năm chỉ dùng cho kế hoạch giai đoạn và phải đủ ${p.years} năm.`,
    'plans.step': 'Bước này không có trong đường đi của kế hoạch: dự thảo → trình → trả lại hoặc duyệt.',
    'plans.documentInFuture': 'Ngày văn bản không thể sau hôm nay.',
    'plans.noClass': 'Cần ít nhất một lớp, chuyển tiếp hoặc mở mới.',
    'plans.month': 'Tháng phải từ 1 đến 12.',
    'plans.chooseProgramme': 'Hãy chọn chương trình, hoặc chọn nhóm và ghi nội dung.',
    'plans.noSuchProgramme': 'Chương trình này không có trong danh mục.',
    'plans.programmeNotInUse': (p: { name: string; year: number }) =>
      `«${p.name}» không dùng trong năm ${p.year}. Xem thời hạn ở trang Chương trình.`,
    'plans.modeNotOfProgramme': (p: { name: string; modes: string[] }) =>
      `«${p.name}» không có hệ này. Các hệ của chương trình: ${p.modes.join(', ')}.`,
    'plans.unknownMode': 'Không có hệ này trong danh mục.',
    'plans.unknownUnit': 'Không có đơn vị này.',
    'plans.orderIncomplete':
      'Thứ tự phải gồm tất cả các dòng, mỗi dòng một lần. Có thể người khác vừa thêm hoặc bỏ dòng.',
    'plans.yearUnknown':
      'Không thấy năm của kế hoạch trong các dòng tiêu đề (ví dụ «NĂM 2023»). Đồng chí chọn năm rồi kiểm tra lại.',
    'plans.yearDiffers': (p: { written: number; chosen: number }) =>
      `Tiêu đề của tệp ghi năm ${p.written}, đồng chí chọn năm ${p.chosen}.`,
    'plans.importWhileSubmitted': (p: { year: number }) =>
      `Kế hoạch năm ${p.year} đang chờ quyết định nên chưa nhập được. Hãy đợi quyết định hoặc đề nghị trả lại.`,
    'plans.importHasErrors': 'Tệp còn lỗi nên chưa nhập. Sửa các dòng có lỗi rồi gửi lại.',
    'plans.noName': 'Dòng này không có nội dung.',
    'plans.programmeUnknown': (p: { written: string; nearest: string[] }) =>
      p.nearest.length > 0
        ? `Không biết chương trình «${p.written}». Gần nhất: ${quoted(p.nearest)}. Sửa tên trong tệp, hoặc thêm tên gọi này vào chương trình.`
        : `Không biết chương trình «${p.written}». Hãy thêm chương trình này, hoặc thêm tên gọi này vào một chương trình đã có.`,
    'plans.programmeNew': (p: { written: string; group: string; nearest: string[] }) =>
      `«${p.written}» chưa có trong danh mục chương trình; giữ nguyên chữ, tính vào nhóm «${p.group}».${p.nearest.length > 0 ? ` Gần nhất: ${quoted(p.nearest)}.` : ''}`,
    'plans.programmeUnclear': (p: { written: string; candidates: string[] }) =>
      `«${p.written}» có thể là: ${quoted(p.candidates)}. Hãy ghi đủ tên để chỉ còn một.`,
    'plans.programmeOutOfPeriod': (p: { written: string; year: number }) =>
      `«${p.written}» không dùng trong năm ${p.year}. Xem thời hạn ở trang Chương trình.`,
    'plans.nameContained': (p: { written: string; name: string }) =>
      `«${p.written}» được hiểu là «${p.name}». Đồng chí xem có đúng không.`,
    'plans.wholeGroup': (p: { group: string }) =>
      `Dòng này được hiểu là cả nhóm «${p.group}», không riêng chương trình nào.`,
    'plans.otherGroup': (p: { section: string; group: string }) =>
      `Dòng nằm dưới mục «${p.section}» nhưng chương trình thuộc nhóm «${p.group}»; tính vào nhóm «${p.group}».`,
    'plans.otherBloc': (p: { written: string; name: string }) =>
      `Khối ghi trong tệp khác với khối của «${p.name}» trong danh mục; giữ khối như trong tệp.`,
    'plans.modeUnknown': (p: { written: string }) =>
      `Không biết hệ «${p.written}». Ví dụ: Tập trung, Vừa làm vừa học, hoặc «-» nếu không chia hệ.`,
    'plans.modeMissing': (p: { modes: string[] }) =>
      `Chưa ghi hệ; chương trình này có: ${p.modes.join(', ')}.`,
    'plans.notWhole': (p: { written: string }) => `«${p.written}» không phải số nguyên từ 0 trở lên.`,
    'plans.notMoney': (p: { written: string }) => `«${p.written}» không phải số tiền.`,
    'plans.sumDiffers': (p: { rowNumber: number; classes: number; carriedOver: number; opened: number }) =>
      `ghi ${n(p.classes)}, nhưng chuyển tiếp ${n(p.carriedOver)} + mở mới ${n(p.opened)} = ${n(p.carriedOver + p.opened)}.`,
    'plans.partnerAsText': (p: { written: string }) =>
      `«${p.written}» chưa có trong danh mục đơn vị; giữ nguyên chữ.`,
    'plans.partnerUnclear': (p: { written: string; units: number }) =>
      `Có ${p.units} đơn vị tên «${p.written}»; giữ nguyên chữ, chưa nối với đơn vị nào.`,
    'plans.monthsUnclear': (p: { written: string }) =>
      `Không hiểu thời gian «${p.written}»; chuyển vào ghi chú. Ví dụ: tháng 3-5, quý II.`,
    'plans.twice': (p: { rowNumber: number }) =>
      `Giống dòng ${p.rowNumber} về chương trình, hệ và khối. Đồng chí xem có nhập hai lần không.`,
    'plans.totalMatches': (p: {
      rowNumber: number
      text: string
      column: string
      written: number
      summed: number
    }) =>
      p.written === p.summed
        ? `Dòng ${p.rowNumber} «${p.text}», cột «${p.column}»: tệp ghi ${n(p.written)}, cộng các dòng được ${n(p.summed)}. Khớp.`
        : `Dòng ${p.rowNumber} «${p.text}», cột «${p.column}»: tệp ghi ${n(p.written)}, cộng các dòng được ${n(p.summed)}. Không khớp.`,
    'plans.noTotals': 'Tệp không có dòng cộng nên không đối chiếu được tổng.',
    'plans.linesDropped': (p: { count: number; titles: string[] }) =>
      `${n(p.count)} dòng có trong kế hoạch nhưng không có trong tệp, sẽ bỏ: ${quoted(p.titles)}.`,
    'plans.newVersion': (p: { year: number; number: number }) =>
      `Kế hoạch năm ${p.year} đã duyệt (phiên bản ${p.number}); nội dung khác sẽ thành một dự thảo mới, bản đã duyệt giữ nguyên.`,
  },
}

/** 1, 2, 3, 7 → «1–3, 7». */
function ranges(months: readonly number[]): string {
  const sorted = [...new Set(months)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const month of sorted) {
    const last = runs.at(-1)
    if (last && last[1] === month - 1) last[1] = month
    else runs.push([month, month])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}
