import { type Day, printDay } from '../../pure/day.ts'

export const vi = {
  school: 'Trường',
  askedOf: (p: { programme: string; className: string; closesOn: Day }) =>
    `Lớp ${p.className}, chương trình ${p.programme}. Nhận phiếu đến hết ngày ${printDay(p.closesOn)}.`,
  anonymous:
    'Phiếu không ghi tên. Nhịp không lưu ai đã trả lời và trả lời lúc nào; nhóm dưới 5 phiếu không được hiển thị.',
  required: 'bắt buộc',
  only: (p: { question: string; option: string }) =>
    `Chỉ trả lời nếu ở câu «${p.question}» đồng chí chọn «${p.option}».`,
  send: 'Gửi phiếu',
  thanks: 'Đã nhận phiếu, cảm ơn đồng chí',
  thanksText:
    'Phiếu của đồng chí đã được ghi nhận một lần, dù nút gửi được bấm mấy lần. Đồng chí có thể đóng trang này.',
  notOpen: 'Không mở được phiếu',
  wrong: 'Phiếu chưa gửi được. Những gì đồng chí đã chọn vẫn còn, chỉ cần sửa các câu sau:',
  noOpinion: 'Không có ý kiến',
  problems: {
    'surveys.frozen': 'Mẫu phiếu đã ban hành thì không sửa được. Đồng chí lập phiên bản mới.',
    'surveys.fixed': 'Đợt đánh giá đã đóng, hoặc thay đổi này trái với điều đã hứa với người trả lời.',
    'surveys.period': 'Ngày kết thúc phải từ ngày mở trở đi và không quá một năm.',
    'surveys.noClass': 'Không có lớp này. Đồng chí chọn lại lớp.',
    'surveys.noForm': 'Không có mẫu phiếu này. Đồng chí chọn lại mẫu đã ban hành.',
    'surveys.key': 'Mã câu hỏi gồm chữ thường không dấu và số, bắt đầu bằng chữ.',
    'surveys.keyTwice': 'Mã này đã dùng. Đồng chí đặt mã khác.',
    'surveys.noRow': 'Bảng cần ít nhất một dòng.',
    'surveys.noOption': 'Câu chọn cần ít nhất hai phương án.',
    'surveys.noQuestion': 'Phiếu cần ít nhất một câu hỏi.',
    'surveys.showIfUnknown': 'Điều kiện phải nói đến một phương án của câu chọn đứng trước.',
    'surveys.isShared': 'Đợt này dùng một liên kết chung, không phát liên kết riêng.',
    'surveys.stale': 'Người khác vừa sửa đợt này. Đồng chí tải lại trang rồi thao tác lại.',
    'surveys.notClosed': 'Kết quả chỉ có sau khi đóng đợt, để không ai suy ra được phiếu của người gửi sau.',
    'surveys.noLink': 'Không có phiếu nào ở liên kết này. Đồng chí kiểm tra lại liên kết hoặc quét lại mã.',
    'surveys.spent': 'Liên kết này đã dùng để gửi một phiếu và không dùng lại được.',
    'surveys.withdrawn':
      'Nhà trường đã thu hồi liên kết này. Đồng chí hỏi chủ nhiệm lớp để nhận liên kết mới.',
    'surveys.early': 'Đợt đánh giá chưa mở. Đồng chí quay lại khi lớp kết thúc.',
    'surveys.over': 'Đợt đánh giá đã kết thúc, không nhận thêm phiếu.',
    'surveys.full': 'Đã nhận đủ số phiếu của lớp. Nếu đồng chí chưa gửi, đồng chí báo chủ nhiệm lớp.',
    'surveys.notYet': 'Phiếu còn câu chưa đúng. Đồng chí xem các câu được đánh dấu.',
    'surveys.empty': 'Phiếu chưa có câu trả lời nào. Đồng chí trả lời ít nhất một câu.',
    'surveys.tooLong': 'Phiếu quá dài. Đồng chí viết ngắn lại phần góp ý.',
    'surveys.tooMany':
      'Nơi này gửi quá nhiều phiếu trong một phút. Đồng chí chờ một phút rồi gửi lại; những gì đã chọn xin giữ nguyên trên trang.',
  },
}
