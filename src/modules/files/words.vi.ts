import { printNumber } from '../../pure/share.ts'

const n = (value: number) => printNumber(value)

/** Sentences about files that are kept at a thing. */
export const vi = {
  problems: {
    'files.tooLarge': (p: { megabytes: number; size: number }) =>
      `Tệp nặng ${n(Math.ceil(p.size / 1_000_000))} MB, nhiều hơn mức ${n(p.megabytes)} MB cho một tệp. Đồng chí giảm dung lượng hình ảnh, hoặc chia thành nhiều tệp.`,
    'files.notAllowed':
      'Loại tệp này không được nhận. Nhận PDF, Word (.docx, .doc), Excel (.xlsx, .xls), PowerPoint (.pptx, .ppt) và ảnh PNG, JPEG. Nhịp xem nội dung tệp, không xem đuôi tên.',
    'files.hasMacros':
      'Tệp có macro (chương trình kèm trong tệp) nên không được nhận. Đồng chí lưu lại thành .docx, .xlsx hoặc PDF rồi gửi lại.',
    'files.locked': 'Tệp đặt mật khẩu nên đơn vị không mở được. Đồng chí bỏ mật khẩu, lưu lại rồi gửi lại.',
    'files.alreadyKept': (p: { name: string }) =>
      `Tệp có nội dung y như vậy đã có ở đây, tên là «${p.name}». Không cần gửi thêm; muốn đổi tên thì bỏ tệp cũ trước.`,
    'files.tooMany': (p: { most: number }) =>
      `Ở đây đã có ${n(p.most)} tệp, là mức nhiều nhất. Đồng chí bỏ bớt, hoặc gộp các tệp lại.`,
    'files.notFound': 'Không có tệp này. Có thể tệp đã được bỏ, hoặc không dành cho đơn vị của đồng chí.',
    'files.frozen': 'Tệp đã gửi được giữ nguyên. Muốn thay thì bỏ tệp cũ và gửi tệp mới.',
  },
}
