import { join } from 'node:path'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/longan-2023', name)

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test('the training office brings in the two workbooks of 2023 and reads the article’s figures', async ({
  page,
}, { project }) => {
  test.skip(project.name !== 'desk', 'written once; the phone reads it in the next test')
  await signInAs(page, 'trainingOffice')
  for (const [kind, name] of [
    ['plan', 'ke-hoach-2023.xlsx'],
    ['classes', 'lop-2023.xlsx'],
  ] as const) {
    await page.goto(`/nhap?loai=${kind}`)
    await page.locator('input[type=file]').setInputFiles(fixture(name))
    await page.getByRole('main').locator('form button[type=submit]').last().click()
    await expect(page).toHaveURL(/\/nhap\/\d+/)
    await page.getByRole('button', { name: 'Ghi vào Nhịp' }).click()
    await expect(page.getByRole('button', { name: 'Ghi vào Nhịp' })).toHaveCount(0)
  }
  await page.goto('/bao-cao/ke-hoach?nam=2023')
  await expect(page.locator('.page-lead')).toContainText('50 trên 48 lớp')
  await expect(page.locator('.page-lead')).toContainText('4.681 lượt học viên')
  await expect(page.locator('.page-lead')).toContainText('104,16 %')
})

test('the report of 2023 says what lies beyond the plan, on desk and phone', async ({ page }) => {
  await signInAs(page, 'rectorate')
  await page.goto('/bao-cao/ke-hoach?nam=2023')
  await expect(page.getByRole('main')).toContainText('33')
  await expect(page.getByRole('main')).toContainText('3.153')
})
