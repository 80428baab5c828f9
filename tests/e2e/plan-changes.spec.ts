import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('a change is proposed, decided by the committee, and plan, report and forecast move with it @desk', async ({
  page,
}) => {
  test.slow()
  await signInAs(page, 'trainingOffice')
  await page.goto('/bao-cao/ke-hoach?nam=2026', { waitUntil: 'networkidle' })
  const compared = page.locator('.footnotes').first()
  await expect(compared).toContainText('2 điều chỉnh đã duyệt')

  await page.goto('/ke-hoach/2026/dieu-chinh/moi?kind=drop', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click()
  await expect(page.getByRole('alert')).toContainText('Chưa nhập ô này')
  const line = page.getByLabel('Dòng kế hoạch')
  const option = line.locator('option', { hasText: 'cấp phòng' })
  await line.selectOption((await option.getAttribute('value')) ?? '')
  await page.getByLabel('Số lớp còn lại').fill('1')
  await page.getByLabel('Lý do điều chỉnh').fill('Trùng kỳ họp Hội đồng nhân dân tỉnh')
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click()
  await expect(page).toHaveURL(/dieu-chinh\/\d+$/)
  await expect(page.locator('.page-lead')).toContainText('chờ Thường trực Tỉnh ủy')
  const address = page.url()

  await page.goto('/ke-hoach/2026/dieu-chinh', { waitUntil: 'networkidle' })
  const download = page.waitForEvent('download')
  await page.getByLabel('Thể thức').selectOption('Đảng')
  await page.getByRole('button', { name: 'Tờ trình điều chỉnh (Word)' }).click()
  expect((await download).suggestedFilename()).toBe('to-trinh-dieu-chinh-2026.docx')

  await page.context().clearCookies()
  await signInAs(page, 'standingCommittee')
  await page.goto(address, { waitUntil: 'networkidle' })
  const decision = page.getByRole('region', { name: 'Duyệt điều chỉnh' })
  await decision.getByLabel('Số văn bản').fill('90-TB/TU')
  await decision.getByLabel('Ngày văn bản').fill('20/01/2026')
  await decision.getByRole('button', { name: 'Duyệt điều chỉnh' }).click()
  await expect(page.locator('.page-lead')).toContainText('nằm trong kế hoạch điều chỉnh')

  await page.goto('/bao-cao/ke-hoach?nam=2026', { waitUntil: 'networkidle' })
  await expect(compared).toContainText('3 điều chỉnh đã duyệt')
  await page.goto('/ke-hoach/2026/du-bao', { waitUntil: 'networkidle' })
  await expect(page.locator('.page-lead')).toContainText('cuối năm dự kiến')
})
