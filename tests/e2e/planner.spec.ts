import { expect } from '@playwright/test'
import { signInAs } from './people.ts'
import { test } from './test.ts'

test('a scenario is solved and its lines become a draft plan @desk', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'trainingOffice')
  await page.goto('/phuong-an/moi?nam=2027')
  await page.getByLabel('Tên phương án').fill('Phương án thử của trường mẫu')
  await page.getByLabel('Thời gian giải tối đa (giây)').fill('20')
  await page.getByRole('button', { name: 'Chụp đề bài và giải' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phương án thử của trường mẫu')
  await expect(page.getByText('Đã chứng minh')).toBeVisible({ timeout: 120_000 })
  await page.getByRole('group', { name: 'Dòng đưa vào kế hoạch' }).getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Đưa vào dự thảo kế hoạch' }).click()
  await expect(page).toHaveURL(/ke-hoach\/phien-ban/)
})
