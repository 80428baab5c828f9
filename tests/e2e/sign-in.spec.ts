import { expect, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { test } from './test.ts'

const enter = async (page: Page, email: string, password: string) => {
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
}

test('whoever is signed out comes to the sign-in page, and from there to where they wanted to go', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/dang-nhap$/)
  await page.goto('/lop?nam=2025')
  await expect(page).toHaveURL(/\/dang-nhap\?tiep=/)
  await enter(page, 'daotao@mau.nhip', 'khong-phai-mat-khau')
  await expect(page.getByRole('alert')).toContainText('Thư điện tử hoặc mật khẩu chưa đúng.')
  await expectNoFindings(page, 'a refused sign-in')
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('daotao@mau.nhip')
})

test('an account from its making to a second factor and a lost phone', async ({
  page,
  browser,
  baseURL,
}, test) => {
  test.slow()
  const email = `moi-${test.project.name}-${Date.now()}@mau.nhip`
  await signInAs(page, 'administrator')
  await page.goto('/quan-tri/tai-khoan/moi')
  await page.getByLabel('Họ và tên').fill('Võ Thị Mới')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel(/^Đầu mối đơn vị/).check()
  const unit = page.getByLabel('Đơn vị', { exact: true })
  const make = page.getByRole('button', { name: 'Tạo tài khoản' })
  await unit.fill('xã')
  await make.click()
  await expect(page.getByRole('alert')).toContainText('Có nhiều đơn vị khớp')
  await expectNoFindings(page, 'an account refused')
  // Any unit, typed without its marks.
  const name = await page.locator('datalist option').first().getAttribute('value')
  await unit.fill(
    (name as string).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase(),
  )
  await make.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tạo tài khoản')
  await expectNoFindings(page, 'a made account')
  const link = await page.locator('.shown-once').innerText()

  const own = await (
    await browser.newContext({ viewport: page.viewportSize(), baseURL: baseURL as string })
  ).newPage()
  await own.goto(link)
  await own.getByLabel('Mật khẩu mới').fill('mat-khau-cua-toi')
  await own.getByLabel('Nhập lại mật khẩu').fill('mat-khau-cua-toi')
  await own.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await enter(own, email, 'mat-khau-cua-toi')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Việc cần làm')

  await own.goto('/tai-khoan')
  const factor = own.getByRole('region', { name: 'Xác thực hai lớp' })
  await factor.getByLabel('Mật khẩu hiện nay').fill('mat-khau-cua-toi')
  await factor.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await expect(factor.getByRole('img')).toBeVisible()
  await expectNoFindings(own, 'the second factor')
  const secret = /khóa: (\w+)/.exec(await factor.innerText())?.[1] as string
  const codes = (await factor.locator('.backup-codes').innerText()).trim().split(/\s+/)
  await factor.getByLabel('Mã sáu chữ số').fill('000000')
  await factor.getByRole('button', { name: 'Hoàn tất' }).click()
  await expect(factor.getByRole('alert')).toContainText('Mã xác thực chưa đúng')
  await expect(factor.locator('.backup-codes')).toContainText(codes[0] as string)
  await factor.getByLabel('Mã sáu chữ số').fill(new TOTP({ secret }).generate())
  await factor.getByRole('button', { name: 'Hoàn tất' }).click()
  await expect(factor).toContainText('Đang bật')

  await own.context().clearCookies()
  await own.goto('/dang-nhap')
  await enter(own, email, 'mat-khau-cua-toi')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Mã xác thực')
  await expectNoFindings(own, 'the code')
  await own.getByLabel('Mã sáu chữ số').fill(codes[1] as string)
  await own.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Việc cần làm')

  await page.getByRole('link', { name: 'Xem tài khoản này' }).click()
  const anew = page.getByRole('region', { name: 'Cấp đường dẫn đặt mật khẩu mới' })
  await anew.getByLabel(/Tắt cả xác thực hai lớp/).check()
  await anew.getByLabel('Lý do').fill('mất điện thoại')
  await anew.getByRole('button', { name: 'Cấp đường dẫn mới' }).click()
  await expect(anew.locator('.shown-once')).toBeVisible()
  await expectNoFindings(page, 'a new link')
  await own.goto('/tai-khoan')
  await expect(own).toHaveURL(/\/dang-nhap/)
  await enter(own, email, 'mat-khau-cua-toi')
  await expect(own).toHaveURL(/\/tai-khoan$/)
  await own.context().close()
})

test('without script one signs in as well', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL as string })
  const page = await context.newPage()
  await page.goto('/dang-nhap')
  await signInAs(page, 'lecturer')
  await context.close()
})
