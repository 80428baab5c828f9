import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { curriculumKinds } from './contract.ts'

type Kind = (typeof curriculumKinds)[number]

type Deviation = { title: string; before: string; after: string }

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
    reasonKind: 'Căn cứ thay đổi',
    reason: 'Lý do, dẫn chứng',
    returned: 'Lý do trả lại',
    documentNumber: 'Số văn bản',
    documentOn: 'Ngày văn bản',
    documentBy: 'Người, cơ quan duyệt',
    fromOn: 'Dùng từ ngày',
    untilOn: 'Hết dùng từ ngày',
    madeAt: 'Lập',
    submittedAt: 'Trình',
    decidedAt: 'Quyết định',
    place: 'Vị trí',
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
  reasonKinds: {
    survey: 'Kết quả khảo sát',
    outcome: 'Đánh giá sau khóa học',
    regulation: 'Quy định mới',
    need: 'Nhu cầu',
    other: 'Khác',
  },
  hints: {
    edit: 'Bấm vào tên một mục để sửa ngay tại chỗ. Hai người sửa hai mục khác nhau thì không vướng nhau; cùng một mục thì cả hai bản hiện ra để chọn.',
    reason: 'Ví dụ: phiếu khảo sát lớp K12, câu 7; Nghị định 171/2025. Không bắt buộc.',
    propose:
      'Đơn vị của đồng chí được mời góp ý. Sửa thành nội dung mong muốn rồi gửi; nhà trường nhận hoặc trả lời.',
    practice:
      'Tỷ lệ thực hành và thực tế: số tiết thực hành và đi thực tế trên tổng số tiết của mọi hình thức.',
    submit: 'Sau khi trình, dự thảo không sửa được nữa cho đến khi có quyết định.',
    adopt:
      'Ghi văn bản ban hành của Học viện. Sau đó chương trình khung không sửa được; bản sau là một phiên bản mới.',
    copyFrame:
      'Phiên bản của trường bắt đầu từ toàn bộ chương trình khung; mọi chỗ khác với khung sẽ hiện ra.',
    copy: 'Bắt đầu phiên bản tiếp theo từ phiên bản này; các mục được nối với nhau để so sánh.',
    retire:
      'Lớp đang chạy theo phiên bản này vẫn giữ nguyên. Từ ngày ghi dưới đây lớp mới không chọn được nữa.',
    fromOn: 'Để trống: từ ngày của văn bản.',
  },
  conflict: {
    title: 'Có người vừa sửa mục này',
    text: 'Bản của họ ở dưới, chữ đồng chí gõ vẫn còn trong các ô. Giữ của tôi: ghi bản đang gõ lên bản của họ. Lấy của họ: bỏ bản đang gõ.',
    theirs: 'Của họ',
    mine: 'Của tôi',
    keepMine: 'Giữ của tôi',
    takeTheirs: 'Lấy của họ',
  },
  news: (p: { changes: number }) => `Có ${p.changes} thay đổi mới của người khác.`,
  reload: 'Tải lại',
  talk: {
    waiting: (p: { comments: number; proposals: number }) =>
      [p.comments > 0 && `${p.comments} góp ý`, p.proposals > 0 && `${p.proposals} đề nghị`]
        .filter(Boolean)
        .join(', '),
    general: 'Góp ý chung',
    proposals: 'Đề nghị sửa',
    noProposals: 'Chưa có đề nghị nào.',
    comment: 'Viết góp ý',
    yourComment: 'Góp ý của đồng chí',
    answer: 'Trả lời',
    yourAnswer: 'Trả lời của đồng chí',
    send: 'Gửi',
    settle: 'Đã giải quyết',
    reopen: 'Mở lại',
    settledBy: (p: { name: string }) => `Đã giải quyết${p.name ? `, ${p.name}` : ''}.`,
    stands: 'Đang ghi',
    wasThen: 'Khi đề nghị',
    isNow: 'Bây giờ',
    wanted: 'Đề nghị',
    gone: 'đã bỏ khỏi dự thảo',
    stale: 'Mục này đã đổi từ khi có đề nghị. Hãy xem cả hai bản rồi mới quyết định.',
    accept: 'Nhận, ghi vào dự thảo',
    acceptAnyway: 'Vẫn nhận, ghi lên bản hiện nay',
    decline: 'Không nhận',
    declineReason: 'Trả lời cho người đề nghị',
    withdraw: 'Rút đề nghị',
    decided: (p: { state: 'accepted' | 'declined' | 'withdrawn'; name: string; answer: string }) =>
      `${{ accepted: 'Đã nhận', declined: 'Không nhận', withdrawn: 'Đã rút' }[p.state]}${p.name ? `, ${p.name}` : ''}${p.answer ? `: ${p.answer}` : ''}`,
  },
  together: {
    title: 'Cùng soạn',
    none: 'Chưa mời đơn vị nào.',
    edits: 'được sửa dự thảo',
    comments: 'góp ý, đề nghị sửa',
    unit: 'Mời đơn vị',
    hint: 'Thủ trưởng và đầu mối của đơn vị thấy dự thảo này, không thấy dự thảo khác.',
    inviteToEdit: 'Mời cùng sửa',
    inviteToComment: 'Mời góp ý',
    uninvite: 'Thôi mời',
    uninviteSure: 'Thôi mời đơn vị này?',
  },
  frame: {
    deviations: (p: { frame: string }) => `So với khung: ${p.frame}`,
    none: 'Không khác chương trình khung.',
    counts: (p: { met: number; unmet: number; unknown: number }) =>
      `${p.unmet} chỗ không được phép, ${p.unknown} chỗ khung chưa nói, ${p.met} chỗ trong giới hạn.`,
    says: (p: { limit: string }) => `Khung: ${p.limit}.`,
    within: 'Trong giới hạn',
    askSchool: 'Khung chưa nói về việc này; nhà trường xác nhận.',
    limits: 'Giới hạn của khung',
    limitsText:
      'Được bỏ, thêm, đổi tên, chuyển chỗ, xê dịch số tiết đến đâu. Giới hạn ghi ở một mục thì áp dụng cho cả phần bên trong và thay cho giới hạn chung.',
    add: 'Ghi giới hạn',
    kind: 'Về việc',
    where: 'Áp dụng ở',
    whole: 'toàn bộ khung',
    allows: 'Được phép',
    yes: 'Được',
    no: 'Không được',
    minimum: 'Ít nhất',
    minimumHint: 'Tổng số tiết, hoặc phần trăm thực hành.',
    maximum: 'Nhiều nhất',
    maximumHint: 'Tổng số tiết, hoặc số tiết được xê dịch.',
    sourceHint: 'Văn bản nào nói như vậy.',
    dropSure: 'Bỏ giới hạn này?',
  },
  limit: {
    kinds: {
      drop: 'Bỏ mục',
      add: 'Thêm mục',
      rename: 'Đổi tên mục',
      move: 'Chuyển chỗ mục',
      hours: 'Xê dịch số tiết của một mục',
      practice: 'Tỷ lệ thực hành, thực tế',
      total: 'Tổng số tiết',
    },
    reads: (p: {
      kind: 'drop' | 'add' | 'rename' | 'move' | 'hours' | 'practice' | 'total'
      allows: boolean | null
      minimum: number | null
      maximum: number | null
    }) => {
      const may = p.allows ? 'được' : 'không được'
      switch (p.kind) {
        case 'drop':
          return `${may} bỏ mục`
        case 'add':
          return `${may} thêm mục`
        case 'rename':
          return `${may} đổi tên mục`
        case 'move':
          return `${may} chuyển chỗ mục`
        case 'hours':
          return `số tiết của một mục xê dịch nhiều nhất ${p.maximum} tiết`
        case 'practice':
          return `thực hành, thực tế ít nhất ${p.minimum} %`
        case 'total':
          return [
            'tổng số tiết',
            p.minimum !== null && `từ ${printNumber(p.minimum)}`,
            p.maximum !== null && `đến ${printNumber(p.maximum)}`,
          ]
            .filter(Boolean)
            .join(' ')
      }
    },
  },
  deviations: {
    added: (p: Deviation) => `Thêm «${p.title}», ${p.after} tiết.`,
    dropped: (p: Deviation) => `Bỏ «${p.title}», ${p.before} tiết.`,
    renamed: (p: Deviation) => `Đổi tên «${p.before}» thành «${p.after}».`,
    moved: (p: Deviation) => `Chuyển «${p.title}» từ ${p.before} sang ${p.after}.`,
    hours: (p: Deviation) => `Số tiết của «${p.title}»: ${p.before} thành ${p.after}, hoặc đổi hình thức.`,
    total: (p: Deviation) =>
      `Tổng số tiết ${printNumber(Number(p.after))}, khung ${printNumber(Number(p.before))}.`,
    practice: (p: Deviation) => `Thực hành và thực tế ${p.after}.`,
  },
  history: {
    title: 'Ai đã sửa gì',
    lead: 'Từ nhật ký thay đổi của hệ thống, mới nhất trước.',
    acts: {
      add: 'Thêm',
      edit: 'Sửa',
      move: 'Chuyển chỗ',
      remove: 'Bỏ',
      import: 'Nhập từ Excel',
      about: 'Sửa phần chung',
      accept: 'Nhận đề nghị',
      limit: 'Ghi giới hạn',
    },
    goals: 'mục tiêu',
    older: 'Cũ hơn',
    newer: 'Mới hơn',
  },
  compare: {
    title: 'So sánh hai phiên bản',
    lead: (p: { added: number; dropped: number; changed: number; same: number }) =>
      `${p.added} mục thêm, ${p.dropped} mục bỏ, ${p.changed} mục đổi, ${p.same} mục giữ nguyên.`,
    kinds: { added: 'Thêm', dropped: 'Bỏ', changed: 'Đổi', same: 'Giữ nguyên' },
    what: 'Đổi gì',
    item: 'Mục',
    before: 'Trước',
    after: 'Sau',
    none: 'Hai phiên bản giống nhau',
    noneText: 'Không mục nào khác về tên, số tiết, chuẩn đầu ra hay vị trí.',
    fields: {
      title: 'tên',
      outcomes: 'chuẩn đầu ra',
      field: 'chuyên môn',
      hours: 'số tiết',
      place: 'vị trí',
    },
  },
  make: {
    title: 'Lập phiên bản',
    lead: 'Bắt đầu từ chương trình khung, từ một phiên bản đã có, hoặc từ trang trắng rồi nhập từ Excel.',
    kind: 'Loại',
    kinds: { school: 'Phiên bản của trường', frame: 'Chương trình khung của Học viện' },
    from: 'Bắt đầu từ',
    fromNothing: 'Trang trắng',
    usualTitle: 'Để trống: theo tên chương trình và số phiên bản.',
    submit: 'Lập phiên bản',
  },
  appraisal: {
    title: 'Thẩm định',
    none: 'Phiên bản chưa trình nên chưa có hội đồng thẩm định.',
    round: (p: { round: number }) => `Thẩm định lần ${p.round}`,
    council: 'Hội đồng',
    councilNumber: 'Số quyết định lập hội đồng',
    councilOn: 'Ngày quyết định',
    councilText: (p: { number: string; on: Day | null }) =>
      `Quyết định ${p.number}${p.on ? ` ngày ${printDay(p.on)}` : ''}`,
    meetsOn: 'Họp ngày',
    meetingText: (p: { on: string; place: string }) => [p.on, p.place].filter(Boolean).join(', '),
    place: 'Địa điểm',
    result: 'Kết luận',
    noResult: 'Chưa kết luận',
    results: { pass: 'Đạt', passWithChanges: 'Đạt, cần chỉnh sửa', fail: 'Chưa đạt' },
    conclusion: 'Nội dung kết luận',
    roles: { chair: 'Chủ tịch', reviewer: 'Phản biện', secretary: 'Thư ký', member: 'Ủy viên' },
    verdict: 'Ý kiến',
    verdicts: { agree: 'Đồng ý', agreeWithChanges: 'Đồng ý, cần chỉnh sửa', disagree: 'Không đồng ý' },
    noOpinion: 'Chưa có ý kiến',
    opinion: 'Nội dung ý kiến',
    name: 'Họ và tên',
    post: 'Chức vụ, đơn vị',
    role: 'Trong hội đồng',
    addMember: 'Thêm thành viên',
    editMember: 'Sửa, ghi ý kiến',
    account: 'Thư điện tử của tài khoản',
    accountHint: 'Có thì thành viên đăng nhập và tự ghi ý kiến; để trống thì thư ký ghi thay.',
    signsIn: 'Tự ghi ý kiến khi đăng nhập',
    ownOpinion: 'Ý kiến của đồng chí',
    giveOpinion: 'Gửi ý kiến',
    edit: 'Ghi quyết định, cuộc họp, kết luận',
    dropSure: 'Bỏ thành viên này?',
    minutes: 'Biên bản thẩm định (Word)',
    approve: 'Phê duyệt',
    approveHint: 'Phiên bản đã duyệt thì không ai sửa được; lớp mở sau đó chọn được phiên bản này.',
    return: 'Trả lại',
    remarks: {
      noChair: 'Chưa có chủ tịch.',
      noSecretary: 'Chưa có thư ký.',
      even: 'Số thành viên đang chẵn; thông lệ là số lẻ, cần nhà trường xác nhận.',
      opinionsMissing: 'Còn thành viên chưa có ý kiến.',
      noConclusion: 'Chưa kết luận.',
    },
  },
  bank: {
    title: 'Tình huống, bài tập',
    lead: 'Ngân hàng dùng chung của trường và các đơn vị; gắn với chuyên đề, đi theo chuyên đề sang phiên bản sau.',
    sheet: 'Tình huống',
    add: 'Thêm tình huống, bài tập',
    edit: 'Sửa',
    kinds: { situation: 'Tình huống', exercise: 'Bài tập' },
    school: 'Nhà trường',
    owners: { school: 'Nhà trường', units: 'Đơn vị' },
    states: { inUse: 'Đang dùng', withdrawn: 'Thôi dùng' },
    fields: {
      title: 'Tên',
      kind: 'Loại',
      text: 'Nội dung',
      field: 'Chuyên môn',
      owner: 'Của',
      topics: 'Chuyên đề',
      usedIn: 'Phiên bản đã duyệt',
      state: 'Tình trạng',
    },
    search: 'Tên hoặc nội dung',
    any: 'Tất cả',
    empty: 'Chưa có tình huống hay bài tập nào',
    emptyText: 'Tình huống thật từ cơ sở làm bài giảng bớt chung chung. Đơn vị và giảng viên đều thêm được.',
    forTopics: 'Gắn với chuyên đề',
    topicsHint: 'Chuyên đề của các phiên bản đã duyệt.',
    use: 'Dùng ở đâu',
    noUse: 'Chưa gắn với chuyên đề nào của một phiên bản đã duyệt.',
    files: 'Tệp kèm theo',
    withdraw: 'Thôi dùng',
    withdrawText: 'Tình huống không còn trong danh sách chọn; nơi đã dùng vẫn xem được.',
  },
  sheet: {
    name: 'Khung chương trình',
    which: (p: { id: number; lastId: number }) => `Mã phiên bản: ${p.id}, sau thay đổi: ${p.lastId}`,
  },
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
    editAbout: 'Sửa tên, mục tiêu, căn cứ',
    import: 'Nhập từ Excel',
    history: 'Ai đã sửa gì',
    appraisal: 'Thẩm định',
    compareTo: (p: { kind: Kind; number: number }) =>
      p.kind === 'frame' ? `So với khung, bản ${p.number}` : `So với phiên bản ${p.number}`,
    openItem: (p: { number: string; title: string }) => `Mở mục ${p.number} ${p.title}`,
    addKind: { part: 'Thêm khối', module: 'Thêm học phần', topic: 'Thêm chuyên đề' },
    addInside: (p: { kind: 'module' | 'topic' }) =>
      p.kind === 'module' ? 'Thêm học phần vào đây' : 'Thêm chuyên đề vào đây',
    addBehind: 'Thêm mục ngay sau',
    addingIn: (p: { kind: 'part' | 'module' | 'topic'; title: string }) =>
      `Thêm ${{ part: 'khối', module: 'học phần', topic: 'chuyên đề' }[p.kind]} vào: ${p.title}`,
    save: 'Lưu',
    saveNext: 'Lưu, sang mục kế',
    cancel: 'Thôi',
    restore: 'Thêm lại thành mục mới',
    lost: 'Mục đồng chí đang sửa vừa bị bỏ khỏi dự thảo',
    noField: 'Chưa gắn',
    noReason: 'Không nêu',
    propose: 'Gửi đề nghị',
    up: 'Lên',
    down: 'Xuống',
    moveTo: 'Chuyển vào',
    move: 'Chuyển',
    remove: 'Bỏ',
    removeSure: 'Bỏ mục này khỏi dự thảo?',
    submit: 'Trình thẩm định',
    submitSure: 'Trình phiên bản này?',
    adopt: 'Đưa khung vào sử dụng',
    deriveVersion: 'Soạn phiên bản của trường theo khung này',
    nextVersion: 'Lập phiên bản tiếp theo',
    nextFrame: 'Lập bản khung tiếp theo',
    retire: 'Ngừng dùng',
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
    'situations.notFound': 'Không có tình huống, bài tập này.',
    'situations.stale': 'Có người vừa sửa tình huống này. Nội dung mới ở bên trên, chữ đồng chí gõ vẫn còn.',
    'situations.notYours': 'Tình huống này của nơi khác nên chỉ xem được.',
    'situations.notYourUnit': 'Chỉ thêm được tình huống của đơn vị mình.',
    'curricula.changedSince':
      'Có người đã sửa mục này sau khi đồng chí tải tệp về. Nhập tệp sẽ ghi lên bản của họ.',
    'curricula.importHasErrors': 'Tệp còn dòng sai nên chưa ghi được. Hãy sửa các dòng đỏ rồi nhập lại.',
    'curricula.fileOfWhich': (p: { drafts: number }) =>
      p.drafts === 0
        ? 'Đồng chí chưa có dự thảo nào được sửa. Hãy lập phiên bản trước.'
        : 'Tệp không ghi mã phiên bản. Hãy tải Excel từ trang dự thảo, dán vào đó rồi nhập lại.',
    'curricula.numberUnread':
      'Không hiểu số thứ tự. Khối ghi I, II; học phần ghi 1, 2; chuyên đề ghi 1.1, 1.2. Hoặc thêm cột Cấp.',
    'curricula.rowSum': (p: { written: number; summed: number }) =>
      `Cột Cộng ghi ${p.written}, các cột số tiết cộng lại là ${p.summed}.`,
    'curricula.sumTooSmall': (p: { written: number; summed: number }) =>
      `Ghi ${p.written} tiết nhưng các mục bên trong cộng lại là ${p.summed}.`,
    'curricula.lineTwice': (p: { rowNumber: number }) =>
      `Mã mục này đã có ở dòng ${p.rowNumber}. Dòng sao chép thì xóa mã mục.`,
    'curricula.kindKept': 'Một mục không đổi cấp. Hãy xóa mã mục để ghi thành mục mới.',
    'curricula.totalMatches': (p: { written: number; summed: number }) =>
      `Dòng cộng ghi ${p.written} tiết, các dòng cộng lại là ${p.summed} tiết.`,
    'curricula.appraisalOver': 'Lần thẩm định này đã xong nên không sửa được.',
    'curricula.memberTwice': 'Người này đã có trong hội đồng.',
    'curricula.chairTwice': 'Hội đồng đã có chủ tịch.',
    'curricula.accountTwice': 'Tài khoản này đã gắn với một thành viên khác của hội đồng.',
    'curricula.noAccount': (p: { email: string }) =>
      `Không có tài khoản ${p.email}. Hãy xem lại thư điện tử.`,
    'curricula.notConcluded':
      'Hội đồng thẩm định chưa kết luận nên chưa phê duyệt được. Hãy ghi kết luận ở trang thẩm định trước.',
    'curricula.ownOpinion':
      'Thành viên có tài khoản tự ghi ý kiến của mình; thư ký chỉ ghi thay người không có tài khoản.',
    'curricula.notInCouncil': 'Đồng chí không ở trong hội đồng của lần thẩm định này.',
    'curricula.secretaryTwice': 'Hội đồng đã có thư ký.',
    'curricula.orderBusy': 'Có người đang đổi thứ tự. Hãy bấm lại lần nữa.',
  },
}
