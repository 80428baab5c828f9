import { type Day, printDay } from '../../pure/day.ts'

const listed = (names: readonly string[], count: number) =>
  `${names.join(', ')}${count > names.length ? '…' : ''}`

export const vi = {
  units: 'Đơn vị',
  unitsOnTitle: (p: { on: Day }) => `DANH SÁCH ĐƠN VỊ TẠI NGÀY ${printDay(p.on)}`,
  ordinal: 'TT',
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  kind: 'Loại',
  level: 'Cấp',
  bloc: 'Khối',
  parent: 'Đơn vị cấp trên',
  fromOn: 'Có hiệu lực từ ngày',
  untilOn: 'Hết hiệu lực từ ngày',
  untilIsFirstDayWithout: '«Hết hiệu lực từ ngày» là ngày đầu tiên không còn tên, loại và cấp trên này.',
  state: 'Tình trạng',
  states: { existing: 'Đang hoạt động', closed: 'Đã kết thúc', all: 'Tất cả', coming: 'Chưa thành lập' },
  levels: { central: 'Trung ương', province: 'Tỉnh', district: 'Huyện', commune: 'Xã' },
  blocs: {
    party: 'Đảng',
    state: 'Nhà nước',
    front: 'MTTQ, đoàn thể',
    armed: 'Lực lượng vũ trang',
    enterprise: 'Doanh nghiệp',
    academy: 'Học viện, nhà trường',
    other: 'Khác',
  },
  kinds: {
    province: 'Tỉnh',
    city: 'Thành phố',
    district: 'Huyện',
    town: 'Thị xã',
    commune: 'Xã',
    ward: 'Phường',
    township: 'Thị trấn',
    specialZone: 'Đặc khu',
    partyCommittee: 'Cấp ủy',
    partyBoard: 'Ban của cấp ủy',
    office: 'Văn phòng',
    department: 'Sở, ban, ngành, phòng',
    front: 'MTTQ, tổ chức chính trị - xã hội',
    armed: 'Đơn vị vũ trang',
    school: 'Trường, trung tâm',
    enterprise: 'Doanh nghiệp',
    other: 'Khác',
  },
  page: {
    lead: (p: { total: string; on: Day }) => `${p.total} đơn vị, theo tổ chức ngày ${printDay(p.on)}.`,
    asOn: (p: { on: Day }) => `Xem tại ngày ${printDay(p.on)}.`,
    treeTitle: 'Cây tổ chức',
    listTitle: 'Danh sách',
    onLabel: 'Xem tại ngày',
    search: 'Tìm đơn vị',
    anyLevel: 'Mọi cấp',
    anyBloc: 'Mọi khối',
    make: 'Thêm đơn vị',
    emptyTitle: 'Chưa có đơn vị nào khớp',
    emptyText:
      'Đơn vị nhập một lần từ tệp Excel (trang Nhập từ Excel), hoặc thêm từng đơn vị. Bỏ bớt điều kiện lọc nếu đang lọc.',
    noTree: 'Ngày này chưa có đơn vị nào trong sổ.',
    levels: { central: 'Cấp trung ương', province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' },
    namesTitle: 'Tên và cấp trên theo thời gian',
    sinceEver: 'từ trước khi có sổ',
    period: (p: { from: string; until: string | null }) =>
      p.until ? `${p.from} – ${p.until}` : `${p.from} – nay`,
    under: (p: { name: string }) => `trực thuộc ${p.name}`,
    basis: (p: { number: string; on: string; issuer: string }) => `${p.number} ngày ${p.on} của ${p.issuer}`,
    predecessors: 'Hình thành từ',
    successors: 'Chuyển thành',
    noSuccessors: 'Đơn vị kết thúc mà không có đơn vị kế thừa trong sổ.',
    children: 'Đơn vị trực thuộc',
    holders: 'Thủ trưởng và đầu mối',
    noHolders: 'Chưa có tài khoản thủ trưởng hoặc đầu mối. Người quản trị tạo ở trang Tài khoản.',
    became: (p: { name: string }) => `Nay là ${p.name}.`,
    closedLead: (p: { on: string }) => `Đã kết thúc từ ngày ${p.on}.`,
    peopleTerm: 'Cán bộ',
    people: 'Danh sách cán bộ của đơn vị',
    recordTerm: 'Nhật ký',
    history: 'Ai đã thay đổi gì',
    rename: 'Đổi tên',
    move: 'Chuyển cấp trên',
    dissolve: 'Kết thúc hoạt động',
    dissolveHint:
      'Tên và lịch sử của đơn vị vẫn còn trong sổ. Nếu có đơn vị kế thừa, hãy nhập ở trang Sắp xếp đơn vị.',
    effectiveOn: 'Hiệu lực từ ngày',
    documentNumber: 'Số văn bản',
    documentOn: 'Ngày văn bản',
    documentIssuer: 'Cơ quan ban hành',
    reason: 'Lý do',
    qualifier: 'Ghi thêm để phân biệt',
    qualifierHint: 'Khi trùng tên với đơn vị ở nơi khác, ví dụ: h. Tân Hưng',
    noParent: 'Không có',
    makeHint: 'Để trống ngày và văn bản nếu đơn vị có từ trước khi lập sổ.',
    nameHint: 'Không ghi chữ xã, phường, thị trấn: loại đơn vị đã nói điều đó.',
    extents: { whole: 'toàn bộ', part: 'một phần', remainder: 'phần còn lại' },
    share: (p: { percent: string }) => `ước ${p.percent} %`,
  },
  reorganisation: {
    title: 'Sắp xếp đơn vị',
    lead: 'Mỗi đợt sắp xếp là một hành vi có văn bản và ngày hiệu lực; người thứ hai xác nhận thì mới có hiệu lực. Cây tổ chức của các ngày trước vẫn giữ nguyên.',
    make: 'Nhập một đợt sắp xếp',
    makeLead:
      'Gửi kèm bảng gồm đơn vị mới, đơn vị cũ và phần chuyển sang, hoặc để trống ô tệp rồi nhập từng nội dung. Chưa có gì thay đổi cho đến khi người thứ hai xác nhận.',
    file: 'Bảng sắp xếp (Excel hoặc CSV)',
    fileHint:
      'Không bắt buộc. Các cột: Khoản, Loại, Đơn vị mới, Đơn vị cũ, Phần (toàn bộ, một phần, phần còn lại).',
    name: 'Tên đợt sắp xếp',
    submit: 'Lập dự thảo',
    search: 'Tìm theo tên hoặc số văn bản',
    anyState: 'Mọi tình trạng',
    decide: 'Xác nhận',
    notYet: (p: { errors: number }) => `Còn ${p.errors} lỗi ở trên nên chưa xác nhận được.`,
    confirmTitle: 'Áp dụng đợt sắp xếp này?',
    made: 'Đơn vị mới',
    changed: 'Đơn vị thay đổi',
    ended: 'Đơn vị kết thúc',
    showAll: 'Xem danh sách',
    effectiveOn: 'Hiệu lực',
    document: 'Văn bản',
    state: 'Tình trạng',
    states: { draft: 'Chờ người thứ hai xác nhận', confirmed: 'Đã xác nhận', withdrawn: 'Đã rút' },
    enteredBy: 'Người nhập',
    confirmedBy: 'Người xác nhận',
    emptyTitle: 'Chưa có đợt sắp xếp nào',
    emptyText: 'Khi có nghị quyết sáp nhập, chia tách hoặc kết thúc hoạt động, hãy nhập cả đợt ở đây.',
    draftLead: (p: { on: string; by: string }) =>
      `Hiệu lực ngày ${p.on}. ${p.by} đã nhập, chờ người thứ hai xác nhận.`,
    doneLead: (p: { on: string; by: string }) => `Hiệu lực ngày ${p.on}. ${p.by} đã xác nhận.`,
    withdrawnLead: 'Đợt này đã rút, không có hiệu lực.',
    touched: 'Sẽ thay đổi',
    didTouch: 'Đã thay đổi',
    counts: {
      closed: 'đơn vị kết thúc',
      opened: 'đơn vị mới',
      renamed: 'đơn vị đổi tên',
      moved: 'đơn vị chuyển cấp trên',
      recorded: 'đơn vị cũ ghi thêm vào sổ',
      divided: 'đơn vị bị chia',
      people: 'cán bộ đang công tác ở đó',
      classes: 'lớp đang hoặc sắp học',
      accounts: 'tài khoản có vai trò ở đó',
    },
    faults: 'Cần xem lại',
    error: 'Lỗi',
    warning: 'Lưu ý',
    noFaults: 'Không có lỗi.',
    decisions: 'Vai trò cần quyết định',
    decisionsHint:
      'Các đơn vị mới không tự nhận những vai trò này. Sau khi xác nhận, người quản trị cấp lại ở trang Tài khoản.',
    confirm: 'Xác nhận và áp dụng',
    confirmHint: 'Không sửa lại được sau khi xác nhận; sai thì nhập một đợt sắp xếp mới.',
    notYours: 'Đồng chí là người nhập nên không tự xác nhận được; cần một người khác có quyền xác nhận.',
    waits: 'Chờ một người thứ hai có quyền xác nhận.',
    withdraw: 'Rút dự thảo',
    whys: { divided: 'đơn vị bị chia', shared: 'đơn vị mới nhận từ nhiều nơi', dissolved: 'đơn vị kết thúc' },
  },
  act: {
    add: 'Thêm nội dung',
    kind: 'Loại nội dung',
    entered: 'Nội dung đã nhập',
    leaveOut: 'Bỏ nội dung này',
    leaveOutTitle: 'Bỏ nội dung này khỏi đợt sắp xếp?',
    kinds: {
      merge: 'Lập đơn vị mới',
      absorb: 'Nhập vào đơn vị đang có',
      split: 'Chia, tách',
      partMoved: 'Chuyển một phần',
      rename: 'Đổi tên, đổi loại',
      move: 'Chuyển cấp trên',
      dissolve: 'Kết thúc hoạt động',
    },
    leads: {
      merge:
        'Một đơn vị mới hình thành từ toàn bộ, một phần hoặc phần còn lại của các đơn vị cũ. Đơn vị cũ hết hiệu lực.',
      absorb: 'Các đơn vị nhập vào một đơn vị đang có; đơn vị đó giữ nguyên mã và lịch sử của mình.',
      split: 'Một đơn vị được chia cho nhiều nơi; đúng một nơi nhận phần còn lại.',
      partMoved: 'Một phần chuyển sang đơn vị khác, cả hai đơn vị vẫn còn.',
      rename: 'Đơn vị giữ nguyên, tên hoặc loại thay đổi từ ngày hiệu lực.',
      move: 'Đơn vị chuyển sang trực thuộc đơn vị khác.',
      dissolve: 'Đơn vị kết thúc mà không có đơn vị kế thừa.',
    },
    clause: 'Điều, khoản',
    clauseHint: 'Ví dụ: Khoản 5',
    unit: 'Đơn vị',
    unitHint: 'Gõ tên rồi chọn trong danh sách; trùng tên thì chọn dòng có ghi đơn vị cấp trên.',
    newName: 'Tên đơn vị mới',
    nameFrom: 'Tên mới',
    sameKind: 'Giữ nguyên loại',
    kindOfFirst: 'Như đơn vị cũ đầu tiên',
    parentHint: 'Để trống nếu vẫn trực thuộc đơn vị cấp trên của đơn vị cũ đầu tiên.',
    newParent: 'Đơn vị cấp trên mới',
    survivor: 'Đơn vị nhận',
    divided: 'Đơn vị bị chia',
    receivers: 'Các nơi nhận',
    receiver: 'Nơi nhận',
    existing: 'Đơn vị đang có',
    giver: 'Đơn vị chuyển đi một phần',
    taker: 'Đơn vị nhận',
    oldUnits: 'Các đơn vị cũ',
    oldUnit: (p: { number: number }) => `Đơn vị cũ ${p.number}`,
    extent: 'Phần chuyển sang',
    ceded: 'một phần, đơn vị cũ vẫn còn',
    share: 'Tỷ lệ ước tính',
    texts: {
      record: (p: { name: string }) => `Ghi vào sổ đơn vị cũ ${p.name}`,
      merge: (p: { from: string; into: string }) => `${p.from} → lập ${p.into}`,
      absorb: (p: { from: string; into: string }) => `${p.from} → nhập vào ${p.into}`,
      split: (p: { from: string; into: string }) => `${p.from} → chia cho ${p.into}`,
      partMoved: (p: { from: string; to: string }) => `Một phần ${p.from} → ${p.to}`,
      rename: (p: { unit: string; name: string }) => `${p.unit} → đổi tên thành ${p.name}`,
      move: (p: { unit: string; parent: string | null }) =>
        p.parent ? `${p.unit} → trực thuộc ${p.parent}` : `${p.unit} → không trực thuộc đơn vị nào`,
      dissolve: (p: { unit: string }) => `${p.unit} kết thúc hoạt động`,
    },
  },
  problems: {
    'units.nameNotChosen': (p: { name: string }) =>
      `Không có đơn vị «${p.name}» vào ngày đó. Hãy chọn một tên trong danh sách gợi ý.`,
    'units.keyTwice': (p: { key?: string }) => `Khóa «${p.key ?? ''}» dùng cho hai đơn vị khác nhau.`,
    'units.keyUnknown': (p: { key?: string }) =>
      `Không có đơn vị nào mang khóa «${p.key ?? ''}» trong đợt này.`,
    'units.newAsOld': (p: { name?: string }) =>
      `«${p.name ?? ''}» được lập trong chính đợt này nên không thể là đơn vị cũ.`,
    'units.changesLater': (p: { name?: string; on?: Day }) =>
      `Sổ đã ghi «${p.name ?? ''}» thay đổi từ ngày ${p.on ? printDay(p.on) : ''}. Hãy xem lại ngày hiệu lực.`,
    'units.closedTwice': (p: { name?: string }) =>
      `«${p.name ?? ''}» kết thúc hai lần trong đợt này. Hãy giữ lại một nội dung.`,
    'units.remainderMissing': (p: { name?: string }) =>
      `«${p.name ?? ''}» bị chia nhưng chưa ghi phần còn lại về đâu.`,
    'units.remainderTwice': (p: { name?: string }) =>
      `«${p.name ?? ''}» bị chia mà có hai «phần còn lại». Chỉ một nơi nhận phần còn lại.`,
    'units.remainderAlone': (p: { name?: string }) =>
      `«${p.name ?? ''}» chỉ có «phần còn lại», chưa ghi phần đã chuyển đi. Nếu chuyển cả đơn vị, hãy chọn «toàn bộ».`,
    'units.cededCloses': (p: { name?: string }) =>
      `«${p.name ?? ''}» vừa chuyển đi một phần mà vẫn còn, vừa kết thúc. Nếu kết thúc, hãy ghi «một phần» và «phần còn lại».`,
    'units.targetCloses': (p: { name?: string }) =>
      `«${p.name ?? ''}» nhận đơn vị khác nhưng chính mình lại kết thúc trong đợt này.`,
    'units.changesAndCloses': (p: { name?: string }) =>
      `«${p.name ?? ''}» vừa đổi tên hoặc chuyển cấp trên, vừa kết thúc trong đợt này.`,
    'units.changesNothing': (p: { name?: string }) => `«${p.name ?? ''}» không có gì thay đổi.`,
    'units.childrenLeft': (p: { name?: string; count?: number; names?: string[] }) =>
      `«${p.name ?? ''}» kết thúc khi còn ${p.count ?? 0} đơn vị trực thuộc: ${listed(p.names ?? [], p.count ?? 0)}. Hãy ghi mỗi đơn vị chuyển về đâu.`,
    'units.parentUnknown': (p: { name?: string }) =>
      `Đơn vị cấp trên của «${p.name ?? ''}» không có trong ngày hiệu lực.`,
    'units.parentCircle': (p: { name?: string }) => `«${p.name ?? ''}» nằm dưới chính mình.`,
    'units.nameTakenInAct': (p: { name?: string }) =>
      `Dưới cùng đơn vị cấp trên sẽ có hai đơn vị tên «${p.name ?? ''}».`,
    'units.homonym': (p: { name?: string; others?: string[] }) =>
      `«${p.name ?? ''}» trùng tên với đơn vị ở nơi khác: ${(p.others ?? []).join('; ')}. Được phép; hãy kiểm tra lại.`,
    'units.nameReborn': (p: { name?: string; others?: string[] }) =>
      `Tên «${p.name ?? ''}» từng là tên của đơn vị khác, không thuộc các đơn vị hợp thành: ${(p.others ?? []).join('; ')}. Được phép; đừng nối hai đơn vị này theo tên.`,
    'units.sourceTwice': (p: { name?: string }) =>
      `«${p.name ?? ''}» được ghi hai lần trong cùng một nội dung.`,
    'units.lineTwice': (p: { from?: string; to?: string }) =>
      `«${p.from ?? ''}» → «${p.to ?? ''}» được ghi hai lần.`,
    'units.reorganisationNotFound': 'Không có đợt sắp xếp này.',
    'units.secondPerson': 'Đợt sắp xếp phải do người thứ hai xác nhận: người nhập không tự xác nhận được.',
    'units.notDraft': (p: { state?: string }) =>
      p.state === 'confirmed'
        ? 'Đợt sắp xếp này đã được xác nhận, không sửa được nữa.'
        : 'Đợt sắp xếp này đã rút.',
    'units.draftStale': (p: { by?: string | null }) =>
      `${p.by ?? 'Người khác'} vừa sửa đợt sắp xếp này. Hãy mở lại trang, xem bản mới rồi làm tiếp.`,
    'units.faulty': (p: { count?: number; first?: string }) =>
      `Chưa xác nhận được, còn ${p.count ?? 0} lỗi. Lỗi đầu tiên: ${p.first ?? ''}`,
    'units.noActs': 'Hãy nhập ít nhất một nội dung sắp xếp.',
    'units.splitInTwo': 'Chia một đơn vị cần ít nhất hai nơi nhận.',
    'units.fileTwice': 'Tệp này đã được nhập thành một đợt sắp xếp.',
    'units.notFound': 'Không có đơn vị này.',
    'units.stale': (p: { current: string | null }) =>
      `Đơn vị này vừa được người khác thay đổi (nay là «${p.current ?? ''}»). Hãy mở lại trang rồi nhập lại.`,
    'units.isClosed': (p: { untilOn: Day | null }) =>
      p.untilOn
        ? `Đơn vị đã hết hiệu lực từ ngày ${printDay(p.untilOn)}, không thay đổi được nữa.`
        : 'Đơn vị đã hết hiệu lực.',
    'units.changedLater': (p: { fromOn: Day }) =>
      `Sổ đã ghi tên, loại và cấp trên của đơn vị từ ngày ${printDay(p.fromOn)}. Hãy chọn ngày hiệu lực sau ngày đó.`,
    'units.alreadyThere': 'Đơn vị đang thuộc đúng đơn vị cấp trên này rồi. Hãy chọn đơn vị cấp trên khác.',
    'units.parentBelow': 'Đơn vị cấp trên được chọn đang nằm dưới chính đơn vị này. Hãy chọn đơn vị khác.',
    'units.parentNotThere': (p: { name: string; on: Day }) =>
      `«${p.name}» không hoạt động ngày ${printDay(p.on)} hoặc đã có ngày kết thúc.`,
    'units.hasChildren': (p: { count: number; names: string[] }) =>
      `Còn ${p.count} đơn vị trực thuộc: ${listed(p.names, p.count)}. Hãy chuyển các đơn vị đó trước, hoặc nhập cả đợt ở trang Sắp xếp tổ chức.`,
    'units.nameTaken':
      'Dưới cùng đơn vị cấp trên đã có đơn vị mang tên này trong thời gian đó. Hãy dùng đơn vị đã có, hoặc ghi thêm địa bàn để phân biệt.',
    'units.codeTaken': 'Mã đơn vị này đã được dùng. Hãy chọn mã khác.',
    'units.datesOverlap': 'Thời gian này chồng lên một tên khác của cùng đơn vị.',
    'units.endsBeforeItBegins': 'Ngày kết thúc phải sau ngày bắt đầu.',
    'units.nameUnknown': (p: { name: string }) =>
      `Không có đơn vị «${p.name}» trong sổ và trong tệp vào thời gian này.`,
    'units.nameAmbiguous': (p: { name: string }) =>
      `Có nhiều đơn vị tên «${p.name}». Hãy ghi mã đơn vị, hoặc thêm địa bàn trong ngoặc, ví dụ «${p.name} (h. Tân Thạnh)».`,
    'units.notThere': (p: { name: string; on: Day }) => `Ngày ${printDay(p.on)} không có đơn vị «${p.name}».`,
    'units.codeOfOther': (p: { name?: string }) =>
      `Mã này là của «${p.name ?? ''}». Nếu đơn vị đổi tên, hãy dùng nút «Đổi tên» ở trang của đơn vị, để tên cũ còn lại trong sổ.`,
    'units.codeTwice': (p: { rowNumber: number }) => `Mã này đã có ở dòng ${p.rowNumber}.`,
    'units.nameTwice': (p: { rowNumber: number }) =>
      `Tên này đã có ở dòng ${p.rowNumber}, cùng đơn vị cấp trên và cùng thời gian.`,
    'units.livesOn': (p: { name: string; on: Day | null }) =>
      `«${p.name}» vẫn còn trong sổ ${p.on ? `từ ngày ${printDay(p.on)}` : 'sau ngày đó'}. Hãy nhập ngày kết thúc của đơn vị trước.`,
    'units.intoItself': 'Đơn vị cũ và đơn vị mới là một.',
    'units.wentTwice': (p: { rowNumber: number }) =>
      `Đơn vị cũ này đã được chuyển toàn bộ, hoặc đã chuyển vào đúng đơn vị này, ở dòng ${p.rowNumber}.`,
    'units.wentElsewhere': 'Trong sổ, đơn vị cũ này đã chuyển vào đơn vị khác cùng ngày.',
    'units.successionDiffers': 'Trong sổ đã có quan hệ này với hình thức khác.',
    'units.shareWrong': 'Tỷ lệ phải lớn hơn 0 và không quá 1, ví dụ 0,4 hoặc 40 %.',
    'units.documentMissing':
      'Tệp chưa ghi văn bản và ngày hiệu lực. Hãy thêm phía trên bảng: «Nghị quyết số … ngày … của …» và «Có hiệu lực từ ngày …», hoặc nhập tệp này ở trang Sắp xếp tổ chức, nơi có ô cho các nội dung đó.',
    'units.kindUnknown': (p: { text: string }) =>
      `Không rõ loại đơn vị «${p.text}». Ví dụ: xã, phường, thị trấn, đặc khu.`,
    'units.extentUnknown': (p: { text: string }) =>
      `Không rõ «${p.text}». Hãy ghi: toàn bộ, một phần, hoặc phần còn lại.`,
    'units.kindDiffers': (p: { name: string }) => `«${p.name}» được ghi với hai loại khác nhau trong tệp.`,
    'units.parentUnclear': 'Các đơn vị mới được đặt dưới tỉnh hoặc thành phố duy nhất đang có trong sổ.',
    'units.fileFaulty': (p: { rows: number; first: string }) =>
      `Tệp còn ${p.rows} dòng sai nên chưa nhập được. Dòng đầu tiên: ${p.first}`,
    'units.rowProblem': (p: { rowNumber: number; sentence: string }) => `Dòng ${p.rowNumber}: ${p.sentence}`,
  },
}
