import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

test('a class gets dates from the proposals, and a clash is refused with the other class’s name', {
  tag: '@desk',
}, async ({ page }) => {
  test.slow()
  await signInAs(page, 'trainingOffice')
  await page.goto(
    '/lop/mo-lop?programmeId=4&learners=200&teachingDays=5&earliest=11/10/2027&needsRoom=true',
    { waitUntil: 'networkidle' },
  )
  // Two officers look at the same free hall.
  await page.getByRole('link', { name: /Chọn ngày này: 11\/10\/2027/ }).click()
  const first = page.getByRole('region', { name: /Mở lớp từ 11\/10\/2027/ })
  await expect(first.getByLabel('Phòng')).toContainText('Hội trường A')
  await expectNoFindings(page, 'a chosen date')
  const other = await page.context().newPage()
  await other.goto(page.url(), { waitUntil: 'networkidle' })
  await first.getByLabel('Mã lớp').fill('DX-01')
  await first.getByLabel('Tên lớp').fill('Bồi dưỡng ngạch chuyên viên, lớp thử')
  await first.getByRole('button', { name: 'Mở lớp với ngày này' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('DX-01')
  await expect(page.getByRole('region', { name: 'Phòng và giảng viên' })).toContainText('Hội trường A')

  // The second, whose page is old, is told who has it and from when it is free; what was typed is still there.
  const late = other.getByRole('region', { name: /Mở lớp từ 11\/10\/2027/ })
  await late.getByLabel('Mã lớp').fill('DX-02')
  await late.getByRole('button', { name: 'Mở lớp với ngày này' }).click()
  const refused = other.getByRole('alert')
  await expect(refused).toContainText('DX-01 (Bồi dưỡng ngạch chuyên viên, lớp thử)')
  await expect(refused).toContainText('Còn trống đủ thời gian từ: 18/10/2027')
  await expect(late.getByLabel('Mã lớp')).toHaveValue('DX-02')
  await other.close()
})

test('dates in a year without holidays say so, and one press there loads them', {
  tag: '@desk',
}, async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/lop/mo-lop?programmeId=4&learners=50&teachingDays=5&earliest=07/01/2031&weeks=2', {
    waitUntil: 'networkidle',
  })
  await expect(page.getByRole('alert')).toContainText('Chưa có ngày nghỉ lễ, Tết của năm 2031')
  await page.getByRole('button', { name: 'Nạp ngày nghỉ lễ năm 2031' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('07/01/2031 đến')).toBeVisible()
})

test('holidays are loaded by one press, a second adds nothing', { tag: '@desk' }, async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/lich?nam=2030', { waitUntil: 'networkidle' })
  await expect(page.getByRole('alert')).toContainText('Chưa có ngày lễ nào của năm 2030')
  const load = page.getByRole('button', { name: 'Nạp ngày lễ năm 2030' })
  await load.click()
  await expect(page.getByText('Đã thêm 6 ngày lễ')).toBeVisible()
  // By Vietnam's calendar: 2 February, and the day before it; China's is a day later.
  await expect(page.getByRole('region', { name: 'Tháng 2/2030' })).toContainText('01/02 –')
  await load.click()
  await expect(page.getByText('không thêm gì')).toBeVisible()
})
