import type { Page } from '@playwright/test'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

/** The form of an item, opened in its place by its title. */
async function openItem(page: Page, title: string) {
  await page.getByRole('link', { name: new RegExp(`^Mở mục [\\d.IVX]+ ${title}`) }).click()
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Lưu', exact: true }) })
}

test('school and unit edit one outline on two computers, and nothing is lost @desk', async ({
  page: school,
  browser,
  baseURL,
}) => {
  test.slow()
  await signInAs(school, 'trainingOffice')
  const context = await browser.newContext({ ...(baseURL && { baseURL }), locale: 'vi-VN' })
  const unit = await context.newPage()
  await signInAs(unit, 'unitCoordinator')
  const address = '/chuong-trinh/phien-ban/3'
  await school.goto(address)
  await unit.goto(address)

  // Two different topics at the same time.
  const [law, economy] = ['Xây dựng Đảng: nội dung', 'Tư tưởng Hồ Chí Minh: nội dung']
  const ours = await openItem(school, law)
  const theirs = await openItem(unit, economy)
  await ours.getByLabel('Tên khối, học phần, chuyên đề').fill('Xây dựng Đảng, trường sửa')
  await theirs.getByLabel('Tên khối, học phần, chuyên đề').fill('Tư tưởng Hồ Chí Minh, xã sửa')
  await ours.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(school.getByRole('button', { name: 'Lưu', exact: true })).toHaveCount(0)
  await theirs.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(unit.getByRole('link', { name: /xã sửa/ })).toBeVisible()
  await school.reload()
  await expect(school.getByRole('link', { name: /trường sửa/ })).toBeVisible()
  await expect(school.getByRole('link', { name: /xã sửa/ })).toBeVisible()

  // The same topic: the later one sees both texts and keeps its own.
  const mine = await openItem(school, 'Xây dựng Đảng, trường sửa')
  await unit.reload()
  const other = await openItem(unit, 'Xây dựng Đảng, trường sửa')
  await mine.getByLabel('Tên khối, học phần, chuyên đề').fill('Bản của trường')
  await other.getByLabel('Tên khối, học phần, chuyên đề').fill('Bản của xã')
  await mine.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(school.getByRole('link', { name: /Bản của trường/ })).toBeVisible()
  await other.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(unit.getByText('Có người vừa sửa mục này').first()).toBeVisible()
  await expect(unit.getByText('Bản của trường')).toBeVisible()
  await expect(unit.getByLabel('Tên khối, học phần, chuyên đề')).toHaveValue('Bản của xã')
  await unit.getByRole('button', { name: 'Giữ của tôi' }).click()
  await expect(unit.getByRole('link', { name: /Bản của xã/ })).toBeVisible()

  // Who changed what, for both.
  await school.goto(`${address}/lich-su`)
  await expect(school.getByText('Bản của xã').first()).toBeVisible()
  await expect(school.getByText('Đảng ủy xã Thanh Lưu').first()).toBeVisible()
  await context.close()
})
