import { printNumber } from '../../pure/share.ts'

/** Sentences about files that somebody sent, and about Word templates. */
export const vi = {
  /** Title of the column that is added to a workbook sent back with its errors. */
  errorColumn: 'Lỗi',
  problems: {
    'file.empty': 'Tệp không có nội dung. Đồng chí kiểm tra lại rồi gửi tệp có dữ liệu.',
    'file.tooLarge': (p: { megabytes: number }) =>
      `Tệp lớn hơn ${printNumber(p.megabytes)} MB. Đồng chí bỏ bớt hình ảnh và các trang tính không cần, hoặc chia thành nhiều tệp.`,
    'file.unpacksTooLarge': (p: { megabytes: number }) =>
      `Tệp giải nén ra hơn ${printNumber(p.megabytes)} MB nên không được nhận. Đồng chí chép bảng sang một tệp Excel mới rồi gửi lại.`,
    'file.notWorkbook':
      'Tệp này không phải bảng tính. Đồng chí gửi tệp Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV; nếu là Word hay PDF thì chép bảng sang Excel trước.',
    'file.damaged': 'Tệp bị hỏng hoặc tải lên chưa đủ. Đồng chí mở tệp bằng Excel, lưu lại rồi gửi lại.',
    'file.encrypted':
      'Tệp đặt mật khẩu nên không đọc được. Đồng chí bỏ mật khẩu trong Excel, lưu lại rồi gửi lại.',
    'file.tooManyRows': (p: { sheetName: string; limit: number }) =>
      `Trang tính «${p.sheetName}» làm tệp vượt quá ${printNumber(p.limit)} dòng. Đồng chí chia thành nhiều tệp.`,
    'file.tooManyColumns': (p: { sheetName: string; limit: number; cell: string }) =>
      `Trang tính «${p.sheetName}» có dữ liệu ở ô ${p.cell}, ngoài ${printNumber(p.limit)} cột đầu. Đồng chí xóa các cột thừa.`,
    'file.cellTooLong': (p: { sheetName: string; limit: number; cell: string }) =>
      `Ô ${p.cell} của trang tính «${p.sheetName}» dài hơn ${printNumber(p.limit)} ký tự. Đồng chí rút gọn nội dung ô này.`,
    'file.noHeader': (p: { lookedFor: string[]; missing: string[] }) =>
      `Không tìm thấy dòng tiêu đề của bảng. Bảng cần có các cột: ${quoted(p.lookedFor)}. Chưa thấy: ${quoted(p.missing)}.`,
    'template.missing': (p: { names: string[] }) =>
      `Mẫu Word dùng những tên không có trong dữ liệu: ${quoted(p.names)}. Đồng chí sửa lại các tên này trong mẫu.`,
    'template.broken': (p: { errors: string[] }) =>
      `Mẫu Word có lỗi ở các thẻ: ${quoted(p.errors)}. Mỗi thẻ mở {#tên} cần một thẻ đóng {/tên}, mỗi dấu { cần một dấu }.`,
    'template.notWord': 'Tệp này không phải mẫu Word. Đồng chí gửi tệp .docx.',
  },
}

const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ')
