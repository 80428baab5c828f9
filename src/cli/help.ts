export const help = `Nhịp – điều phối đào tạo cán bộ giữa trường chính trị và các đơn vị

  ./nhip serve [--empty]            chạy máy chủ (npm start)
  ./nhip verify [--head FILE]       kiểm tra nhật ký không bị sửa lén; xuất hoặc đối chiếu đầu chuỗi
  ./nhip user add --email E --name TÊN --role VAI_TRÒ
                                    tạo tài khoản, in đường dẫn đặt mật khẩu
  ./nhip sample remove [--yes]      bỏ trường mẫu và mọi dữ liệu nhập thêm trong đó
  ./nhip import plan|classes|… TỆP [--year NĂM] [--yes]
                                    đọc, kiểm tra rồi ghi một bảng Excel; có dòng sai thì không ghi, trả tệp có cột lỗi
  ./nhip report progress --year NĂM [--format text|json|xlsx|docx] [--rounding cut|half-up] [--out TỆP]
                                    kết quả thực hiện so với kế hoạch
  ./nhip plan solve --year NĂM | --file ĐỀ_BÀI.json [--time 60] [--gap 0.5]
                                    đề xuất các lớp của một năm, in phương án và khoảng cách tới tối ưu (JSON)
  ./nhip plan check TỆP             kiểm tra một phương án theo mọi ràng buộc
  ./nhip check nominations TỆP [--on NGÀY] [--programme trung-cap|cao-cap] [--mode HỆ] [--format text|json]
                                    xét đối tượng, tiêu chuẩn, nguồn quy hoạch của một danh sách trích ngang; không lưu gì
  ./nhip --help                     trang này

Biến môi trường: PORT, NHIP_DATA, DATABASE_URL, NHIP_ORIGIN, SMTP_URL … (xem README)

Nhịp – a political school and its units run the training of cadres together

  serve      run the server                 verify     check the record's chain
  import     read, check and write a workbook
  report     a year's classes against its plan
  plan       propose a year's classes, check a proposal
  check      judge a list of nominees, nothing is stored
  user add   make an account                sample remove  take the sample away
  --help     this page
`

export const unknownVerb = (verb: string): string => `Không có lệnh «${verb}». Xem: ./nhip --help
There is no verb “${verb}”. See: ./nhip --help`
