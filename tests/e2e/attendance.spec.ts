import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('the head calls a roll with the keyboard alone; it stands there after a reload @desk', async ({
  page,
}) => {
  await signInAs(page, 'headTeacher')
  await page.goto('/diem-danh')
  await page.getByRole('table').first().getByRole('row').nth(1).getByRole('link').nth(1).click()
  await page.waitForURL(/\/lop\/\d+\/diem-danh/)
  await expectNoFindings(page, 'the grid')
  const cell = page.locator('.att-cell')
  await cell.focus()
  // The newest session that is not recorded: everybody in the first three lines, one of them missed one hour.
  await page.keyboard.press('Home')
  for (let i = 0; i < 60 && !(await cell.getAttribute('aria-label'))?.includes('Chưa điểm danh'); i++)
    await page.keyboard.press('ArrowRight')
  await page.keyboard.insertText('c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.insertText('K')
  await page.keyboard.insertText('1')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.insertText('p')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Ghi 2 ô đã sửa' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi 2 ô.' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(cell).toHaveAttribute('aria-label', /Vắng không phép, vắng 1\/\d tiết/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Chưa có gì để ghi' })).toBeVisible()
  await expect(page.locator('td.att-missed').filter({ hasText: /^K 1$/ }).first()).toBeVisible()
})

test('the monitor records a session on the phone and names nobody who was not chosen @desk', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'vi-VN',
  })
  const page = await context.newPage()
  await signInAs(page, 'learner')
  await page.goto('/viec-hoc')
  await expectNoFindings(page, 'my studies on a phone')
  await page.goto('/diem-danh')
  await page
    .getByRole('table')
    .first()
    .getByRole('link', { name: /^(Sáng|Chiều|Tối) / })
    .last()
    .click()
  await page.waitForURL(/\/buoi-hoc\/\d+\/diem-danh/)
  await expectNoFindings(page, 'the roll on a phone')
  const status = page.getByRole('main').getByRole('status').first()
  const before = Number(/\d+/.exec((await status.textContent()) ?? '')?.[0] ?? 0)
  const lines = page.locator('.att-roll li').filter({ hasNot: page.locator('input:checked') })
  await lines.nth(0).getByText('Có mặt').click()
  await lines.nth(0).getByText('Vắng').click()
  await page.getByRole('button', { name: 'Ghi điểm danh' }).click()
  await page.waitForURL(/ghi=2/)
  await expect(status).toHaveText(`Còn ${before - 2} người chưa chọn.`)
  await context.close()
})
