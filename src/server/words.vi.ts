/** The sentences of the house itself: input, access to the database, files, configuration. */
export const vi = {
  refusalPage: { title: 'Chưa làm được việc này', home: 'Về trang đầu', code: 'Mã yêu cầu' },
  problems: {
    'api.unknown': 'Không có địa chỉ API này. Xem danh sách tại /api.',
    'input.unreadable': 'Không đọc được nội dung gửi lên: cần JSON hợp lệ (Content-Type: application/json).',
    'input.wrong':
      'Có chỗ chưa đúng. Đồng chí xem các ô được đánh dấu, sửa rồi gửi lại; những gì đã nhập vẫn còn.',
    'field.required': 'Chưa nhập ô này.',
    'field.tooLong': (p: { maximum?: number }) =>
      p.maximum ? `Dài quá ${p.maximum} ký tự.` : 'Nội dung quá dài.',
    'field.tooSmall': (p: { minimum?: number }) =>
      p.minimum === undefined ? 'Giá trị quá nhỏ.' : `Giá trị nhỏ nhất là ${p.minimum}.`,
    'field.tooLarge': (p: { maximum?: number }) =>
      p.maximum === undefined ? 'Giá trị quá lớn.' : `Giá trị lớn nhất là ${p.maximum}.`,
    'field.wrongKind': 'Giá trị không đúng kiểu.',
    'field.notInList': 'Giá trị không có trong danh mục.',
    'field.unknown': 'Có trường không được biết đến.',
    'field.wrong': 'Giá trị không hợp lệ.',
    'field.day': 'Ngày phải viết dạng ngày/tháng/năm, ví dụ 05/09/2026.',
    'field.year': 'Năm phải là số có bốn chữ số, từ 1990 đến 2100.',
    'field.whole': 'Phải là số nguyên.',
    'field.negative': 'Không được nhỏ hơn 0.',
    'field.reason': 'Hãy ghi rõ lý do (ít nhất 5 ký tự); lý do được lưu trong nhật ký.',
    'field.email': 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@coquan.gov.vn.',
    'field.password': 'Mật khẩu cần ít nhất 10 ký tự.',
    'field.differs': 'Hai lần nhập chưa giống nhau.',
    'config.wrong': (p: { variables: string[] }) =>
      `Biến môi trường chưa đúng: ${p.variables.join(', ')}. Xem README, mục «Cấu hình», rồi chạy lại.`,
    'database.tooOld': 'Máy chủ PostgreSQL quá cũ: Nhịp cần bản 15 trở lên.',
    'database.unreachable':
      'Không kết nối được cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.',
    'database.migrationChanged': (p: { name: string }) =>
      `Tệp ${p.name} đã bị sửa sau khi cài. Hãy khôi phục tệp gốc của bản phát hành.`,
    'database.tooSlow': 'Việc này quá lâu nên đã dừng, chưa có gì thay đổi. Hãy thu hẹp bộ lọc rồi thử lại.',
    'database.tryAgain': 'Có người khác vừa sửa cùng lúc. Chưa có gì thay đổi, đồng chí gửi lại một lần nữa.',
    'disk.full':
      'Đĩa của máy chủ đã đầy nên chưa lưu được. Hãy báo người quản trị; những gì đã nhập vẫn còn trên trang này.',
    'server.busy': 'Máy chủ đang dừng hoặc khởi động lại. Đồng chí thử lại sau ít giây.',
    'server.foreignOrigin': (p: { origin?: string }) =>
      `Yêu cầu này đến từ một trang khác nên bị từ chối. Hãy mở Nhịp ${p.origin ? `tại ${p.origin}` : 'từ trang đầu'} rồi làm lại.`,
    'server.bug': (p: { requestId?: string }) =>
      `Phần mềm gặp lỗi, chưa có gì thay đổi. Hãy báo người quản trị mã ${p.requestId ?? ''}.`,
    'server.portTaken': (p: { port: number }) =>
      `Cổng ${p.port} đang được chương trình khác dùng. Hãy chọn cổng khác, ví dụ: PORT=8090 npm start`,
    'server.pagesNotBuilt': 'Các trang chưa được dựng. Hãy chạy: npm run build',
    'sample.serverRuns': 'Hãy dừng Nhịp (Ctrl-C) trước khi bỏ trường mẫu.',
    'sample.notSample': 'Dữ liệu ở đây không phải của trường mẫu nên không xóa.',
  },
}
