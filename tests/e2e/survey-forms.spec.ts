import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('a form is written with a condition, published, frozen; the next version begins from it @desk', async ({
  page: office,
}) => {
  await signInAs(office, 'trainingOffice')
  await office.goto('/danh-gia/mau')
  await office.getByRole('main').getByLabel('Tên mẫu').fill('Phiếu giữa khóa')
  await office.getByRole('button', { name: 'Lập mẫu mới' }).click()
  await office.waitForURL(/danh-gia\/mau\/\d+$/)
  const phone = office.locator('.phone').first()

  await office.getByRole('button', { name: 'Thêm phần' }).click()
  await office.getByLabel(/^Tên phần(?! \()/).fill('Điều kiện học tập')
  const first = office.getByRole('group', { name: 'Câu 1.1' })
  await first.getByLabel('Loại câu').selectOption({ label: 'Chọn một phương án' })
  await first.getByLabel(/^Câu hỏi(?! \()/).fill('Cơ quan có gọi đồng chí về họp không?')
  await first.getByLabel('Các phương án').fill('Có\nKhông')
  await office.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  const second = office.getByRole('group', { name: 'Câu 1.2' })
  await second.getByLabel(/^Câu hỏi(?! \()/).fill('Đồng chí được gọi về mấy buổi?')
  await second
    .getByLabel('Chỉ hỏi khi')
    .selectOption({ label: '«Cơ quan có gọi đồng chí về họp không?»: Có' })
  await expect(phone.getByText('đồng chí chọn «Có»')).toBeVisible()
  await office.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await expect(office.getByText('Đã lưu bản nháp.')).toBeVisible()

  await office.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
  await expect(office.getByText(/^Đã ban hành.*Không sửa được\.$/)).toBeVisible()
  await expect(office.getByRole('button', { name: 'Lưu bản nháp' })).toHaveCount(0)
  await expect(phone.getByText('đồng chí chọn «Có»')).toBeVisible()

  await office.getByRole('button', { name: 'Lập phiên bản mới từ bản này' }).click()
  await expect(office.getByRole('heading', { name: 'Phiếu giữa khóa, bản 2' })).toBeVisible()
  await expect(second.getByLabel(/^Câu hỏi(?! \()/)).toHaveValue('Đồng chí được gọi về mấy buổi?')
  await expect(second.getByLabel('Chỉ hỏi khi').locator('option:checked')).toHaveText(
    '«Cơ quan có gọi đồng chí về họp không?»: Có',
  )
})
