export const vi = {
  problems: {
    'record.appendOnly': 'Nhật ký chỉ được thêm, không được sửa hay xóa.',
  },
}
