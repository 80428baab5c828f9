import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

// The unit's people use phones: its form is walked at both widths, each in a round of its own.
test('a round is opened, answered by the coordinator, confirmed by the head, and the board shows it', async ({
  page,
}, { project }) => {
  test.slow()
  page.setDefaultTimeout(20_000)
  const title = `Đợt thử ${project.name}`
  const main = page.getByRole('main')
  await signInAs(page, 'trainingOffice')
  await page.goto('/nhu-cau/moi', { waitUntil: 'networkidle' })
  await page.getByLabel('Tên đợt').fill(title)
  await page.locator('input[name=year]').fill(project.name === 'desk' ? '2041' : '2042')
  await page.getByLabel('Mở từ ngày').fill('01/11/2026')
  await page.getByLabel('Hạn trả lời').fill('31/12/2026')
  await page.getByLabel('Chỉ các đơn vị chọn dưới đây').check()
  await page.locator('.need-units > summary').click()
  await page.getByLabel('Đảng ủy xã Thanh Lưu').check()
  await main.getByRole('button', { name: 'Lập đợt đăng ký' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await main.getByRole('button', { name: 'Mở đợt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mở đợt' }).click()
  await expect(main).toContainText('1 đơn vị được hỏi: 0 đã mở phiếu, 0 đã trả lời')
  const round = page.url()

  const sends = async (name: string, text: string) => {
    await main
      .getByLabel('Chọn tệp')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
    await main.getByRole('button', { name: 'Gửi tệp lên' }).click()
  }
  await sends('Ghi chú.pdf', 'chữ thường')
  await expect(main).toContainText('Loại tệp này không được nhận')
  const guide = `Hướng dẫn ${title}.pdf`
  await sends(guide, `%PDF-1.7\n${title}`)
  await expect(main.getByRole('link', { name: guide })).toBeVisible()
  await expect(main).not.toContainText('Ghi chú.pdf')

  await page.context().clearCookies()
  await signInAs(page, 'unitCoordinator')
  await page.goto(round, { waitUntil: 'networkidle' })
  await main.getByRole('link', { name: 'Đảng ủy xã Thanh Lưu' }).first().click()
  await expect(page).toHaveURL(/phieu/)
  await page.waitForLoadState('networkidle')
  const form = page.url()
  const download = page.waitForEvent('download')
  await main.getByRole('link', { name: guide }).click()
  expect((await download).suggestedFilename()).toBe(guide)
  await expectNoFindings(page, 'a form of needs with its proposals')
  await page.locator('.need-add > summary').click()
  await main.getByLabel('Chương trình').selectOption({ label: 'Trung cấp lý luận chính trị' })
  await main.getByLabel('Số người').fill('3')
  await main.getByLabel('Đối tượng').selectOption({ label: 'Cấp ủy viên' })
  await page.locator('.need-add button[type=submit]').click()
  await expect(main.getByRole('alert')).toContainText('không có hệ này')
  await expect(main.getByLabel('Số người')).toHaveValue('3')
  await main.locator('.need-add select[name=modeCode]').selectOption({ label: 'Vừa làm vừa học' })
  await page.locator('.need-add button[type=submit]').click()
  await expect(main).toContainText('1 dòng, 3 người')
  await main.getByRole('button', { name: 'Gửi thủ trưởng' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi thủ trưởng' }).click()
  await expect(main).toContainText('Phiếu đang chờ thủ trưởng xác nhận')

  await page.context().clearCookies()
  await signInAs(page, 'unitHead')
  await expect(main).toContainText(`${title}: phiếu chờ thủ trưởng xác nhận`)
  await page.goto(form, { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click()
  await expect(main).toContainText('Thủ trưởng đã xác nhận phiếu này')

  await page.context().clearCookies()
  await signInAs(page, 'trainingOffice')
  await page.goto(round, { waitUntil: 'networkidle' })
  await expect(main).toContainText('1 đã mở phiếu, 1 đã trả lời, 1 thủ trưởng đã xác nhận')
  await page.goto(`${round}/tong-hop`, { waitUntil: 'networkidle' })
  await expect(main).toContainText('3 người được đăng ký')
})
