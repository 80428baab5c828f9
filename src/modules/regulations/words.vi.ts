export const vi = {
  title: 'Quy định',
  lead: 'Chức danh nào đòi hỏi trình độ lý luận chính trị nào, theo văn bản nào, từ ngày nào.',
  programmes: {
    intermediate: 'Trung cấp lý luận chính trị',
    advanced: 'Cao cấp lý luận chính trị',
    update: 'Cập nhật kiến thức',
  },
  tags: { found: 'Có nguồn', toConfirm: 'Cần nhà trường xác nhận' },
  bases: {
    held: 'đang giữ chức vụ',
    heldOrPlanned: 'đang giữ hoặc được quy hoạch',
    service: 'theo thời gian công tác hoặc quyết định; máy không xét',
  },
  results: { met: 'Đã có', unmet: 'Còn thiếu', unknown: 'Chưa rõ' },
  inForce: 'Đang áp dụng',
  past: 'Đã hết hiệu lực',
  period: (p: { from: string; until: string | null }) =>
    p.until === null ? `Từ ${p.from}.` : `Từ ${p.from}, đến hết ngày trước ${p.until}.`,
  toConfirm: (p: { count: number }) => `${p.count} điểm cần nhà trường xác nhận.`,
  notes: 'Điều cần biết',
  standards: 'Tiêu chuẩn người được cử đi học',
  standardsNote: (p: { measuredOn: 'sent' | 'opened'; ageUnit: 'day' | 'month' | 'year' }) =>
    `Tính vào ${p.measuredOn === 'sent' ? 'ngày cử đi học' : 'ngày khai giảng'}, tròn tuổi theo ${
      { day: 'ngày', month: 'tháng', year: 'năm' }[p.ageUnit]
    }. Tiêu chí không có dòng nào ở đây thì không xét.`,
  source: (p: { source: string }) => `Nguồn: ${p.source}`,
  whoLacks: 'Ai còn thiếu',
  fields: {
    code: 'Mã',
    group: 'Nhóm chức danh',
    demanded: 'Trình độ đòi hỏi',
    basis: 'Căn cứ',
    tag: 'Tình trạng',
    source: 'Nguồn',
    name: 'Họ và tên',
    unit: 'Đơn vị',
    post: 'Chức danh',
    qualification: 'Trình độ đã ghi',
    result: 'Kết luận',
  },
  lacking: {
    title: 'Người còn thiếu trình độ chức danh đòi hỏi',
    lead: (p: { total: string }) => `${p.total} người còn thiếu hoặc chưa rõ, theo quy định đang áp dụng.`,
    planned: 'Chức danh quy hoạch (xem trong hồ sơ)',
    notRecorded: 'Chưa ghi',
    empty: 'Không có ai còn thiếu',
    emptyText:
      'Không chức danh nào trong phạm vi của đồng chí đòi hỏi trình độ chưa có. Nếu chức danh còn trống, hãy bổ sung ở trang Cán bộ.',
    search: 'Tìm theo tên',
    all: 'Thiếu và chưa rõ',
    note: 'Chưa rõ: hồ sơ chưa ghi trình độ lý luận chính trị. Cách hiểu quy định thành đòi hỏi của chức danh cần nhà trường xác nhận.',
  },
  problems: {},
}
