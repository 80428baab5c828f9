import { type BrowserContext, expect, type Page } from '@playwright/test'
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

const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

/** Is signed in as the sample's account of a role, without the way through the form but the first time. Opens no page. */
export async function beAs(page: Page, role: (typeof sampleAccounts)[number]['role']): Promise<void> {
  const known = signedIn.get(role)
  if (known) return page.context().addCookies(known)
  await signInAs(page, role)
  signedIn.set(role, await page.context().cookies())
}
