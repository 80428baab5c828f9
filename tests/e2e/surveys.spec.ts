import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'
import { expectLight } from './weight.ts'

/** Opens a campaign for the first class and gives the address of its page and the link that learners get. */
async function openCampaign(office: Page): Promise<{ address: string; link: string }> {
  await office.goto('/danh-gia/moi')
  // Two campaigns of a class never have one name.
  await office.getByLabel('Tên đợt').fill(`Đợt ${randomUUID().slice(0, 8)}`)
  await office.getByLabel('Số phiếu dự kiến').fill('10')
  await office.getByLabel('Giảng viên khác').fill('Giảng viên thử')
  await office.getByRole('main').getByRole('button', { name: 'Mở đợt đánh giá' }).click()
  await expect(office).toHaveURL(/danh-gia\/\d+$/)
  const link = await office.getByRole('link', { name: /khao-sat/ }).getAttribute('href')
  return { address: office.url(), link: link ?? '' }
}

const mark = (phone: Page, value: string) =>
  phone.getByRole('group', { name: 'Trình bày rõ ràng' }).last().getByText(value, { exact: true })

async function answer(phone: Page, link: string, value: string): Promise<void> {
  await phone.goto(link)
  await mark(phone, value).click()
  await phone.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phiếu, cảm ơn đồng chí')
}

async function close(office: Page): Promise<void> {
  await office.getByRole('button', { name: 'Đóng đợt và tổng hợp' }).click()
  await expect(office.getByText('Đã có kết quả')).toBeVisible()
}

test('learners answer on a phone without script; four stay hidden, five show @desk', async ({
  page: office,
  browser,
  baseURL,
}) => {
  test.slow()
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'vi-VN',
  })
  const phone = await context.newPage()
  await signInAs(office, 'trainingOffice')
  const first = await openCampaign(office)
  await expectNoFindings(office, 'a campaign that takes sheets')

  // A remark that is too long, from a browser that does not stop it: the marks and the remark come back with a sentence.
  const remark = 'Nên có thêm tình huống. '.repeat(60)
  await phone.goto(first.link)
  await mark(phone, '4').click()
  await phone.getByLabel('Đồng chí góp ý điều gì?').evaluate((area) => area.removeAttribute('maxlength'))
  await phone.getByLabel('Đồng chí góp ý điều gì?').fill(remark)
  await phone.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(phone.getByRole('alert')).toBeVisible()
  await expect(phone.getByLabel('Đồng chí góp ý điều gì?')).toHaveValue(remark)
  await expect(mark(phone, '4').getByRole('radio')).toBeChecked()
  await phone.getByLabel('Đồng chí góp ý điều gì?').fill('Nên có thêm tình huống.')
  await phone.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phiếu, cảm ơn đồng chí')
  await office.reload()
  await expect(office.getByText('1/10')).toBeVisible()

  for (const value of ['3', '4', '5']) await answer(phone, first.link, value)
  await office.reload()
  await expect(office.getByText('4/10')).toBeVisible()
  await close(office)
  await expect(office.getByText('Dưới 5 phiếu thì không hiển thị kết quả.')).toBeVisible()
  await expect(office.getByText('Nên có thêm tình huống.')).toHaveCount(0)
  await phone.goto(first.link)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Không mở được phiếu')
  await phone.goto(`${first.link}x`)
  await expect(phone.getByText('Không có phiếu nào ở liên kết này.')).toBeVisible()

  const second = await openCampaign(office)
  for (const value of ['2', '4', '4', '5', '5']) await answer(phone, second.link, value)
  await office.goto(second.address)
  await close(office)
  const row = office
    .getByRole('row')
    .filter({ hasText: 'Trình bày rõ ràng' })
    .filter({ hasText: 'Giảng viên thử' })
  await expect(row).toContainText('4,00')
  await expect(row).toContainText('1: 0 · 2: 1 · 3: 0 · 4: 2 · 5: 2')
  await expectNoFindings(office, 'a campaign with its result')
  await context.close()
})

test('axe finds nothing on the public sheet', async ({ page, browser, baseURL }) => {
  test.slow()
  await signInAs(page, 'trainingOffice')
  const { link } = await openCampaign(page)
  // As a stranger, and with the script that axe is.
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: page.viewportSize() })
  const sheet = await context.newPage()
  await expectLight(sheet, link)
  await expectNoFindings(sheet, 'the public sheet')
  await sheet.getByRole('button', { name: /Gửi phiếu|Send/ }).click()
  await expect(sheet.getByRole('alert')).toBeVisible()
  await expectNoFindings(sheet, 'the public sheet, sent empty')
  await context.close()
})
