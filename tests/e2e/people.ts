import { expect, type Page } from '@playwright/test'
import { sampleAccounts, samplePassword } from '../../src/sample/accounts.ts'

/** Signs in as the sample's account of a role. */
export async function signInAs(page: Page, role: (typeof sampleAccounts)[number]['role']): Promise<void> {
  const account = sampleAccounts.find((one) => one.role === role)
  if (!account) throw new Error(`the sample has no ${role}`)
  await page.goto('/dang-nhap')
  await page.getByLabel('Thư điện tử').fill(account.email)
  await page.getByLabel('Mật khẩu').fill(samplePassword)
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việc cần làm')
}
