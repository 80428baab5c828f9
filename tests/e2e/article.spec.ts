import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/longan-2023', name)

/** Sends a file to be checked, and writes it. */
async function bringIn(page: Page, kind: string, name: string): Promise<void> {
  await page.goto('/nhap')
  await page.getByLabel('Loại bảng').selectOption(kind)
  await page.locator('input[type=file]').setInputFiles(fixture(name))
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await expect(page).toHaveURL(/\/nhap\/\d+/)
  await page.getByRole('main').getByRole('button', { name: 'Ghi vào Nhịp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi vào Nhịp' }).click()
  await expect(page.getByRole('main').getByRole('button', { name: 'Ghi vào Nhịp' })).toHaveCount(0)
}

test('the two workbooks of 2023 come in, and the report says what the article says', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'trainingOffice')
  await bringIn(page, 'plan', 'ke-hoach-2023.xlsx')
  await bringIn(page, 'classes', 'lop-2023.xlsx')

  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/bao-cao/ke-hoach?nam=2023')
    const lead = page.locator('.page-lead')
    await expect(lead).toContainText('50 trên 48 lớp')
    await expect(lead).toContainText('4.681 lượt học viên')
    await expect(lead).toContainText('104,16 %')
    await expect(page.getByRole('main')).toContainText('3.153')
  }

  for (const name of ['Tải Excel', 'Tải Word']) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    expect((await download).suggestedFilename()).toMatch(/\.(xlsx|docx)$/)
  }
})
