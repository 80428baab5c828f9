import { workbook } from '../workbook.ts'
import { expectAccessible, expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

/** A plan as an office keeps it, as Playwright takes files. */
const plan = (year: number, rows: (string | number | null)[][]) => ({
  name: `ke-hoach-${year}.xlsx`,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    workbook({
      name: 'KH',
      rows: [
        [`KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM ${year}`],
        ['TT', 'Nội dung', 'Hệ', 'Số lớp', 'Chuyển tiếp', 'Mở mới'],
        ...rows,
      ],
    }),
  ),
})

test('axe finds nothing on pages of plans, classes and the report’s lines', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  // A version and a line's form stand in pages.ts.
  await expectAccessible(page, '/ke-hoach/phien-ban/2/so-sanh/3')
  await expectAccessible(page, '/lop/1')
  await page.goto('/bao-cao/ke-hoach?nam=2025', { waitUntil: 'networkidle' })
  await page.locator('.report-lines > summary').click()
  await expectNoFindings(page, 'the report line by line')
})

test('forms of a class and of a line say what is wrong at the field', async ({ page }) => {
  test.slow()
  await signInAs(page, 'trainingOffice')
  await page.goto('/lop/1/sua', { waitUntil: 'networkidle' })
  await page.getByLabel('Bế giảng').fill('01/01/2020')
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(page.getByRole('alert')).toContainText('trước khai giảng')
  await expect(page.getByLabel('Bế giảng')).toHaveAttribute('aria-invalid', 'true')
  await expectNoFindings(page, 'a class refused')

  await page.goto('/ke-hoach/phien-ban/4?dong=moi', { waitUntil: 'networkidle' })
  await page.locator('#dong-moi').getByRole('button', { name: 'Thêm dòng' }).click()
  await expect(page.getByRole('alert')).toContainText('Cần ít nhất một lớp')
  await expectNoFindings(page, 'a line refused')
})

test('a plan is named, corrected by a file, and what the file drops is said before it is written', async ({
  page,
}, { project }) => {
  test.slow()
  // Both projects work in one school: each has a year of its own.
  const year = project.name === 'desk' ? 2031 : 2032
  await signInAs(page, 'trainingOffice')
  await page.goto('/ke-hoach/moi', { waitUntil: 'networkidle' })
  await page.getByLabel('Năm', { exact: false }).last().fill(String(year))
  await page.getByRole('main').getByRole('button', { name: 'Lập kế hoạch' }).click()
  await expect(page).toHaveURL(/phien-ban\/\d+/)

  const about = page.getByRole('region', { name: 'Về phiên bản này' })
  await about.getByText('Sửa tên và cơ quan giao').click()
  await about.getByLabel('Tên kế hoạch').fill('')
  await about.getByRole('button', { name: 'Lưu' }).click()
  await expect(about.getByRole('alert')).toContainText('Chưa nhập ô này')
  await expectNoFindings(page, 'a plan without a title')
  await about.getByLabel('Tên kế hoạch').fill(`Kế hoạch mở lớp ${year}`)
  await about.getByLabel('Cơ quan giao').fill('Thường trực Tỉnh ủy')
  // Pressed twice it is saved once: the second press finds nothing that another changed.
  await about.getByRole('button', { name: 'Lưu' }).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Kế hoạch mở lớp ${year}`)
  await expect(about).toContainText('Thường trực Tỉnh ủy')
  await expect(page.getByRole('alert')).toHaveCount(0)

  const send = async (file: ReturnType<typeof plan>) => {
    await page.goto('/nhap?kind=plan', { waitUntil: 'networkidle' })
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc và kiểm tra' }).click()
  }
  await send({ ...plan(year, []), name: 'van-ban.pdf', buffer: Buffer.from('%PDF-1.7') })
  await expect(page.getByRole('alert')).toContainText('không phải bảng tính')

  await send(plan(year, [['1', 'Trung cấp lý luận chính trị', 'Buổi tối', 4, 2, 1]]))
  await expect(page.locator('.page-lead')).toContainText('1 dòng sai')
  await expect(page.getByRole('main').getByRole('button', { name: 'Ghi vào Nhịp' })).toBeDisabled()
  await expect(page.getByRole('link', { name: 'Tải tệp có cột lỗi' })).toBeVisible()
  await expectNoFindings(page, 'a file with errors')

  const write = page.getByRole('main').getByRole('button', { name: 'Ghi vào Nhịp' })
  const dialog = page.getByRole('dialog')
  const first = ['1', 'Trung cấp lý luận chính trị', 'Tập trung', 4, 2, 2]
  await send(plan(year, [first, ['2', 'Cao cấp lý luận chính trị', 'Vừa làm vừa học', 3, 1, 2]]))
  await write.click()
  await dialog.getByRole('button', { name: 'Ghi vào Nhịp' }).click()
  await expect(page.locator('.page-lead')).toContainText('Đã ghi 2 dòng mới')

  await send(plan(year, [first]))
  const dropped = page.getByRole('row').filter({ hasText: 'Cao cấp lý luận chính trị' })
  await expect(dropped).toContainText('Không phải dòng của tệp')
  await expect(dropped.getByRole('rowheader')).toHaveText(/–$/)
  await write.click()
  await expect(dialog).toContainText('bỏ 1 dòng đang có mà tệp không còn')
  await expectNoFindings(page, 'the question before writing')
  await dialog.getByRole('button', { name: 'Ghi vào Nhịp' }).click()
  await expect(page.locator('.page-lead')).toContainText('bỏ 1 dòng')
})
