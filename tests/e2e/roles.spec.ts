import type { Page } from '@playwright/test'
import { sampleAccounts } from '../../src/sample/accounts.ts'
import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

for (const { role } of sampleAccounts) {
  // The pages are the same on a phone, and so is the menu: one role shows it.
  const tag = role === 'trainingOffice' ? [] : ['@desk']
  test(`every entry of the menu leads ${role} to a page that opens`, { tag }, async ({ page }) => {
    await signInAs(page, role)
    const links = page.getByRole('navigation', { name: 'Các mục chính' }).locator('.side-desk a')
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') as string))
    expect(addresses[0]).toBe('/')
    expect(addresses.length).toBeGreaterThan(2)
    // On a phone the menu is folded; what it unfolds is looked at too.
    const folded = page.locator('.side-phone > summary')
    if (await folded.isVisible()) await folded.click()
    await expectNoFindings(page, `the start page of ${role}`)
    // As the server sends them; what the browser makes of a page is looked at where the page is tested.
    for (const address of addresses) {
      const answer = await page.request.get(address)
      const html = await answer.text()
      expect(answer.status(), address).toBe(200)
      expect(html.match(/<h1/g), address).toHaveLength(1)
      // Whoever has one unit is led on to its page, which stands below the entry.
      const current = new URL(answer.url()).pathname === address ? 'page' : 'true'
      expect(html, address).toContain(`aria-current="${current}" href="${address}"`)
    }
  })
}

test('a learner finds the own file by the menu of the account, and who has looked at it', async ({
  page,
}) => {
  await signInAs(page, 'learner')
  const account = page.locator('.account')
  await account.locator('summary').click()
  await expectNoFindings(page, 'the menu of the account')
  await account.getByRole('link', { name: 'Hồ sơ của tôi' }).click()
  await expect(page).toHaveURL(/\/toi$/)
  await expect(page.getByRole('main')).not.toContainText('•••')
  await expectNoFindings(page, 'my file')
  await page.getByRole('link', { name: 'Lịch sử' }).click()
  await expect(page).toHaveURL(/\/can-bo\/\d+\/lich-su$/)
  await page.getByRole('link', { name: 'Tóm tắt' }).click()
  await expect(page).toHaveURL(/\/toi$/)
})

test('an account without a file is offered none', { tag: '@desk' }, async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.locator('.account summary').click()
  await expect(page.getByRole('link', { name: 'Tài khoản của tôi' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hồ sơ của tôi' })).toHaveCount(0)
})

/** Unfolds one of the forms of a person's page. */
async function unfold(page: Page, title: string) {
  const form = page.locator('details.act').filter({ has: page.getByText(title, { exact: true }) })
  await form.locator('summary').click()
  return form
}

/** A person of this test alone, entered by its form. */
async function enterPerson(page: Page, fullName: string, born: string): Promise<void> {
  await page.goto('/can-bo/moi')
  await page.getByLabel('Họ và tên').fill(fullName)
  await page.getByLabel('Ngày sinh').fill(born)
  const unit = page.getByLabel('Đơn vị', { exact: false }).and(page.getByRole('combobox'))
  await unit.fill((await page.locator('datalist option').first().getAttribute('value')) as string)
  await page.getByLabel('Chức vụ', { exact: false }).and(page.locator('[name=title]')).fill('Chuyên viên')
  await page.getByRole('main').getByRole('button', { name: 'Thêm cán bộ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fullName)
}

// The same forms are looked at on a phone below.
test('an education is taken back and a planning ended on the page of a person', { tag: '@desk' }, async ({
  page,
}) => {
  test.slow()
  await signInAs(page, 'trainingOffice')
  await enterPerson(page, 'Trịnh Thị Kiểm Thử', '3/1980')
  const main = page.getByRole('main')
  await expect(main).toContainText('03/1980')

  const added = await unfold(page, 'Thêm trình độ')
  await added.getByRole('button', { name: 'Lưu' }).click()
  await expect(added.getByRole('alert')).toBeVisible()
  await expectNoFindings(page, 'a refused education')
  await added.locator('[name=level]').fill('Đại học ghi nhầm')
  await added.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã thêm trình độ.')).toBeVisible()
  await expect(page.locator('.facts').filter({ hasText: 'Đại học ghi nhầm' })).toBeVisible()

  const withdrawn = await unfold(page, 'Rút lại trình độ ghi nhầm')
  await withdrawn.locator('[name=reason]').fill('Ghi nhầm người')
  await withdrawn.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã rút lại trình độ.')).toBeVisible()
  await expect(main).not.toContainText('Đại học ghi nhầm')
  await expect(main.getByText('Rút lại trình độ ghi nhầm')).toHaveCount(0)

  const planned = await unfold(page, 'Đưa vào quy hoạch')
  await planned.locator('[name=term]').fill('2025-2030')
  await planned.locator('[name=post]').fill('Phó Giám đốc')
  await planned.locator('[name=decidedOn]').fill('05/01/2026')
  await planned.locator('[name=reason]').fill('Theo quyết định')
  await planned.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã đưa vào quy hoạch.')).toBeVisible()
  await expect(main).not.toContainText('Phó Giám đốc')

  const masked = await unfold(page, 'Đưa ra khỏi quy hoạch')
  await expect(masked).toContainText('đang được che')
  await show(page)
  await expect(main).toContainText('2025-2030: Phó Giám đốc')
  const ended = await unfold(page, 'Đưa ra khỏi quy hoạch')
  await ended.locator('[name=removedOn]').fill('01/01/2026')
  await ended.locator('[name=reason]').fill('Rà soát quy hoạch')
  await ended.getByRole('button', { name: 'Lưu' }).click()
  await expect(ended.getByRole('alert')).toContainText('không thể trước ngày đưa vào')
  await expectNoFindings(page, 'a refused end of a planning')
  await ended.locator('[name=removedOn]').fill('01/11/2026')
  await ended.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã đưa ra khỏi quy hoạch.')).toBeVisible()
  await show(page)
  await expect(main).toContainText('Ngày đưa ra: 01/11/2026')

  await page.getByRole('link', { name: 'Lịch sử' }).click()
  await expect(main).toContainText('Lý do: Ghi nhầm người')
  await expect(main).not.toContainText('Phó Giám đốc')
  await expectNoFindings(page, 'the history of a person')
})

async function show(page: Page): Promise<void> {
  const mask = await unfold(page, 'Hiện thông tin nhạy cảm')
  await mask.getByLabel('Lý do xem').fill('Rà soát quy hoạch')
  await mask.getByRole('button', { name: 'Hiện' }).click()
  await expect(page.getByText('Rời trang là che lại')).toBeVisible()
}

test('axe finds nothing on a person with every form unfolded, in the search and in a confirmation', async ({
  page,
}) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/can-bo/2')
  for (const summary of await page.locator('details.act > summary').all()) await summary.click()
  await expectNoFindings(page, 'a person with every form unfolded')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('nguyen van')
  await expect(page.locator('.found a').first()).toBeVisible()
  await expectNoFindings(page, 'the search with answers')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nguyễn')
})

test('a form of a person is reached, unfolded and sent with the keyboard alone', { tag: '@desk' }, async ({
  page,
}) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/can-bo/2')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  const summary = page.locator('details.act > summary').first()
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    if (await summary.evaluate((one) => one === document.activeElement)) break
  }
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  await page.locator('details.act[open] [name=reason]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('details.act[open]').getByRole('alert')).toBeVisible()
  await expect(page.locator('details.act[open] [name=reason]')).toBeFocused()
})

test('a search that finds more than it shows says so, and leads to the list of all', {
  tag: '@desk',
}, async ({ page }) => {
  await signInAs(page, 'unitHead')
  await page.goto('/tim?q=nguyen')
  await expect(page.locator('.page-lead')).toHaveText('6 kết quả đầu tiên với «nguyen».')
  await page.getByRole('link', { name: 'Xem tất cả kết quả ở mục Cán bộ' }).click()
  await expect(page).toHaveURL(/\/can-bo\?q=nguyen$/)
  await expect(page.locator('.page-lead')).not.toHaveText(/^[0-6] hồ sơ/)
})
