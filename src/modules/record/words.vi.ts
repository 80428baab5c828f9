export const vi = {
  title: 'Nhật ký thay đổi',
  lead: (p: { seals: string; lines: string }) =>
    `${p.lines} dòng trong ${p.seals} niêm phong. Nhật ký nguyên vẹn, chưa dòng nào bị sửa.`,
  leadUnchecked: 'Ai đã sửa gì, lúc nào, từ gì thành gì. Nhật ký chỉ thêm, không sửa, không xóa.',
  broken: (p: { seal: string; line: string; fault: string }) =>
    `Nhật ký bị đứt tại niêm phong ${p.seal}, dòng ${p.line}: ${p.fault}. Hãy báo người quản trị và đối chiếu bản lưu.`,
  verify: 'Kiểm tra chuỗi niêm phong',
  head: (p: { number: string; hash: string }) => `Đầu chuỗi: số ${p.number}, ${p.hash}`,
  search: 'Bảng hoặc thao tác',
  fromOn: 'Từ ngày',
  untilOn: 'Đến ngày',
  madeAt: 'Lúc',
  who: 'Ai',
  what: 'Việc',
  record: 'Bản ghi',
  change: 'Thay đổi',
  reason: 'Lý do',
  nobody: 'hệ thống',
  emptyTitle: 'Không có dòng nào khớp',
  emptyText: 'Mọi thay đổi dữ liệu đều được ghi ở đây. Hãy bỏ bớt điều kiện lọc.',
  actions: { insert: 'thêm', update: 'sửa', delete: 'xóa', read: 'xem thông tin nhạy cảm' },
  faults: {
    'line.changed': 'một dòng đã bị sửa',
    'line.missing': 'thiếu dòng',
    'line.unsealed': 'có dòng không được niêm phong',
    'seal.missing': 'thiếu niêm phong',
    'seal.unchained': 'niêm phong không nối với niêm phong trước',
    'seal.changed': 'niêm phong đã bị sửa',
  },
  problems: {
    'record.appendOnly': 'Nhật ký chỉ được thêm, không được sửa hay xóa.',
    'record.notAHead': (p: { file: string }) =>
      `Tệp ${p.file} không phải là đầu chuỗi do «nhip verify --save» ghi ra.`,
  },
}
