/** The sentences of the embedded database. */
export const vi = {
  problems: {
    'postgres.noBinaries': (p: { platform: string }) =>
      `Không có PostgreSQL đi kèm cho ${p.platform}. Hãy đặt DATABASE_URL trỏ tới máy chủ PostgreSQL 15 trở lên.`,
    'postgres.inUse': (p: { folder: string; pid?: number }) =>
      `Một Nhịp khác${p.pid ? ` (tiến trình ${p.pid})` : ''} đang dùng thư mục dữ liệu ${p.folder}. Hãy dừng nó trước, hoặc chọn thư mục khác bằng NHIP_DATA.`,
    'postgres.notYours': (p: { folder: string }) =>
      `Tài khoản này không có quyền ghi vào thư mục dữ liệu ${p.folder}. Hãy chạy bằng tài khoản đã tạo thư mục, hoặc chọn thư mục khác bằng NHIP_DATA.`,
    'postgres.asRoot': (p: { folder: string; uid?: number }) =>
      `PostgreSQL không chạy được dưới tên root, còn tài khoản số ${p.uid ?? ''} không vào được ${p.folder}. Hãy chạy Nhịp bằng tài khoản thường, hoặc đặt dữ liệu ở thư mục mà mọi tài khoản đều vào được.`,
    'postgres.otherVersion': (p: { folder: string; made: number; running: number }) =>
      `Dữ liệu trong ${p.folder} do PostgreSQL ${p.made} tạo, còn bản đi kèm là PostgreSQL ${p.running}. Hãy mở bằng bản Nhịp cũ, sao lưu, rồi khôi phục vào thư mục mới.`,
    'postgres.orphan': (p: { pid: number }) =>
      `Không dừng được PostgreSQL còn sót lại từ lần chạy trước (tiến trình ${p.pid}). Hãy dừng tiến trình đó rồi chạy lại.`,
    'postgres.socketTaken': (p: { folder: string }) =>
      `Thư mục ${p.folder} thuộc về tài khoản khác. Hãy xoá thư mục đó, hoặc chọn thư mục dữ liệu có đường dẫn ngắn hơn bằng NHIP_DATA.`,
    'postgres.diskFull':
      'Đĩa đã đầy nên PostgreSQL không chạy được. Hãy giải phóng ít nhất 500 MB rồi chạy lại; dữ liệu đã ghi vẫn còn nguyên.',
    'postgres.notMade': (p: { said: string }) => `Không tạo được cơ sở dữ liệu. PostgreSQL báo:\n${p.said}`,
    'postgres.notStarted': (p: { said: string }) =>
      `PostgreSQL không khởi động được. PostgreSQL báo:\n${p.said}`,
    'disk.low': (p: { freeMegabytes: number }) =>
      `Đĩa chỉ còn ${p.freeMegabytes} MB trống. Nhịp tạm chỉ cho xem, không cho ghi, cho đến khi có thêm chỗ trống.`,
  },
}
