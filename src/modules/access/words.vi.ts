import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'

export const vi = {
  roles: {
    administrator: 'Quản trị hệ thống',
    rectorate: 'Ban Giám hiệu',
    trainingOffice: 'Phòng Quản lý đào tạo',
    headTeacher: 'Chủ nhiệm lớp',
    lecturer: 'Giảng viên',
    organisationCommittee: 'Ban Tổ chức Tỉnh ủy',
    standingCommittee: 'Thường trực Tỉnh ủy',
    unitHead: 'Thủ trưởng đơn vị',
    unitCoordinator: 'Đầu mối đơn vị',
    learner: 'Học viên',
  },
  problems: {
    'access.signInFirst': 'Đồng chí cần đăng nhập trước.',
    'access.notAllowed': 'Tài khoản của đồng chí không có quyền làm việc này. Nếu cần, hãy đề nghị người quản trị cấp vai trò phù hợp.',
    'access.notFound': 'Không tìm thấy. Có thể mục này không tồn tại hoặc không thuộc phạm vi của đồng chí.',
    'access.alreadySetUp': 'Nhịp đã được thiết lập. Hãy đăng nhập bằng tài khoản quản trị.',
    'access.emailTaken': 'Địa chỉ thư này đã có tài khoản. Hãy tìm tài khoản đó và cấp thêm vai trò.',
    'access.alreadyGranted': 'Tài khoản này đã giữ vai trò đó tại đơn vị đó trong khoảng thời gian này.',
    'access.endsBeforeItBegins': (p: { fromOn?: Day }) =>
      p.fromOn ? `Ngày kết thúc phải sau ngày bắt đầu ${printDay(p.fromOn)}.` : 'Ngày kết thúc phải sau ngày bắt đầu.',
    'access.roleNeedsUnit': 'Vai trò này gắn với một đơn vị. Hãy chọn đơn vị.',
    'access.roleOfSchool': 'Vai trò này là của nhà trường hoặc của tỉnh, chỉ người quản trị hệ thống cấp được và không gắn với đơn vị.',
    'access.notYourUnit': 'Đơn vị này không thuộc phạm vi của đồng chí.',
    'access.notYourself': 'Đồng chí không thể khóa tài khoản của chính mình.',
    'access.rightNotYours': (p: { rights: string[] }) => `Mã truy cập không thể có quyền mà đồng chí không có: ${p.rights.join(', ')}.`,
    'access.wrongSignIn': 'Thư điện tử hoặc mật khẩu chưa đúng.',
    'access.tooManyTries': 'Đã thử quá nhiều lần. Đồng chí đợi một phút rồi thử lại.',
    'access.wrongCode': 'Mã xác thực chưa đúng hoặc đã hết hạn. Hãy nhập mã mới trên điện thoại.',
    'access.linkExpired': 'Đường dẫn này đã dùng hoặc đã hết hạn. Hãy xin đường dẫn mới ở trang «Quên mật khẩu».',
    'access.disabled': 'Tài khoản này đã bị khóa. Hãy liên hệ người quản trị của đơn vị hoặc nhà trường.',
    'access.resetSubject': 'Đặt lại mật khẩu Nhịp',
    'access.resetText': (p: { name: string; url: string }) =>
      `Kính gửi đồng chí ${p.name},\n\nĐể đặt mật khẩu mới, đồng chí mở đường dẫn sau trong vòng một giờ:\n${p.url}\n\nNếu đồng chí không yêu cầu, hãy bỏ qua thư này; mật khẩu cũ vẫn dùng được.`,
  },
}
