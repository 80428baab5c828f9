import { expectAccessible, expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('axe finds nothing on the pages of units and reorganisations', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  for (const address of [
    '/don-vi?cay=1&on=30/06/2025',
    '/don-vi/1',
    '/don-vi/moi',
    '/don-vi/1/doi-ten',
    '/sap-xep/1',
    '/sap-xep/moi',
  ])
    await expectAccessible(page, address)
})

test('the tree of a day is the tree of that day', async ({ page }) => {
  await signInAs(page, 'unitCoordinator')
  await page.goto('/don-vi?cay=1')
  await expect(page.getByRole('link', { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' })).toBeVisible()
  await page.getByLabel('Xem tại ngày').fill('30/06/2025')
  await expect(page.getByRole('link', { name: 'Ban Dân vận Tỉnh ủy', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Ban Dân vận Tỉnh ủy', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ban Dân vận Tỉnh ủy')
  await expect(page.getByRole('region', { name: 'Chuyển thành' })).toContainText(
    'Ban Tuyên giáo và Dân vận Tỉnh ủy',
  )
})

test('one person enters a reorganisation, another confirms it, and the day before stays', async ({
  page,
  browser,
}, { project }) => {
  test.slow()
  // Both projects work in one school: each has a unit of its own.
  const [unit, name] =
    project.name === 'desk' ? ['Sở Y tế', 'Sở Y tế và Dân số'] : ['Sở Tư pháp', 'Sở Tư pháp và Hộ tịch']
  await signInAs(page, 'trainingOffice')
  await page.goto('/sap-xep/moi')
  await page.getByLabel('Tên đợt sắp xếp').fill(`Đổi tên ${unit}`)
  await page.getByLabel('Số văn bản').fill('99/NQ-HĐND')
  await page.getByLabel('Ngày văn bản').fill('10/11/2026')
  await page.getByLabel('Cơ quan ban hành').fill('HĐND tỉnh')
  await page.getByLabel('Hiệu lực từ ngày').fill('01/01/2027')
  await page.getByRole('button', { name: 'Lập dự thảo' }).click()
  await page.getByRole('link', { name: 'Đổi tên, đổi loại' }).click()
  await page.locator('[name=unit]').fill('Sở Không Có')
  await page.getByLabel('Tên mới').fill(name)
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  await expect(page.getByRole('alert')).toContainText('Không có đơn vị «Sở Không Có»')
  await expectNoFindings(page, 'a refused act')
  await page.locator('[name=unit]').fill(unit)
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  await expect(page.getByRole('region', { name: 'Nội dung đã nhập' })).toContainText(
    `${unit} → đổi tên thành ${name}`,
  )
  await expect(page.getByText('Đồng chí là người nhập nên không tự xác nhận được')).toBeVisible()

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  await signInAs(other, 'rectorate')
  await other.goto(new URL(page.url()).pathname)
  await other.getByRole('button', { name: 'Xác nhận và áp dụng' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Xác nhận và áp dụng' }).click()
  await expect(other.getByText('đã xác nhận')).toBeVisible()
  for (const [on, there] of [
    ['31/12/2026', unit],
    ['01/01/2027', name],
  ] as const) {
    await other.goto(`/don-vi?on=${on}&q=${encodeURIComponent(unit)}`)
    await expect(other.getByRole('rowheader')).toHaveText(there)
  }
})
