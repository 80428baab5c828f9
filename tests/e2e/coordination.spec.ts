import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('a reminder waits behind the bell and is gone when the coordinator records the thing with its paper @desk', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'unitCoordinator')
  await expect(page.getByRole('link', { name: 'Thông báo: 1 chưa đọc' })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Thông báo: 1 chưa đọc' }).click()
  await page.getByRole('link', { name: 'Cử báo cáo viên, giảng viên thỉnh giảng năm sau' }).click()
  await page.getByRole('button', { name: 'Đã làm' }).click()
  await expect(page.getByRole('alert')).toContainText('Ghi ít nhất một minh chứng')
  await expectNoFindings(page, 'a refused commitment')
  await page.getByLabel('Số văn bản').fill('45-CV/ĐU')
  await page.getByRole('button', { name: 'Đã làm' }).click()
  await expect(page.getByText('muộn')).not.toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Thông báo', exact: true })).not.toHaveCount(0)
  await page.goto('/thong-bao')
  await expect(page.getByText('Không có việc nào đang nhắc đồng chí.')).toBeVisible()

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  await signInAs(other, 'trainingOffice')
  await other.goto('/phoi-hop/cam-ket?q=Thanh+Luu&standing=late')
  await other.getByRole('link', { name: 'Cử báo cáo viên, giảng viên thỉnh giảng năm sau' }).first().click()
  await expect(other.getByText('45-CV/ĐU').first()).toBeVisible()
})

test('a unit’s head accepts the plan of next year, and from then on it has its days @desk', async ({
  page,
}) => {
  await signInAs(page, 'unitHead')
  await page.getByRole('link', { name: 'Kế hoạch phối hợp năm 2027 chờ đơn vị đồng ý.' }).click()
  await page.getByRole('button', { name: 'Đồng ý kế hoạch' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý kế hoạch' }).click()
  await expect(page.getByText('Kế hoạch: hai bên đã đồng ý.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Đơn vị cần làm' })).toContainText('hạn 21/03/2027')
})
