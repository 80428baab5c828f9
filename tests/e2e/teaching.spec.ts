import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'
import { expectLight } from './weight.ts'

test('a guest declines on a phone without script, the substitute accepts; timetable and calendar follow @desk', async ({
  page: office,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'vi-VN',
  })
  const phone = await context.newPage()
  const answer = async (said: string, reason: string) => {
    const link = office.getByRole('link', { name: /\/moi\/[\w-]+$/ })
    await phone.goto((await link.getAttribute('href')) ?? '')
    await phone.getByLabel(said, { exact: true }).check()
    await phone.getByLabel(/^Lý do/).fill(reason)
    await phone.getByRole('button', { name: 'Gửi trả lời' }).click()
    await expect(phone.getByRole('status').first()).toContainText(said)
  }
  await signInAs(office, 'trainingOffice')
  await office.goto('/moi-giang?view=waiting')
  await office.getByRole('row').filter({ hasText: 'Chờ trả lời' }).last().getByRole('link').first().click()
  await office.waitForURL(/moi-giang\/\d+$/)
  await office.getByRole('button', { name: 'Tạo liên kết mới' }).click()
  // As a stranger, and with the script that axe is.
  const stranger = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 390, height: 844 },
  })
  const opened = await stranger.newPage()
  const link = await office.getByRole('link', { name: /\/moi\/[\w-]+$/ }).getAttribute('href')
  await opened.goto(`${link}x`)
  await expect(opened.getByRole('heading', { level: 1 })).toHaveText('Không trả lời được nữa')
  await expectLight(opened, link ?? '')
  await expectNoFindings(opened, 'the public invitation')
  await stranger.close()
  await answer('Tôi không giảng được', 'Trùng lịch họp')
  await office.goto(office.url())
  await expect(office.getByText('Trùng lịch họp')).toBeVisible()

  // The first who is free is reached without scrolling sideways.
  const invite = office.getByRole('table').getByRole('button', { name: /^Mời / }).first()
  const box = await invite.boundingBox()
  expect((box?.x ?? 9999) + (box?.width ?? 0)).toBeLessThanOrEqual(1366)
  await expectNoFindings(office, 'an invitation that needs somebody else')
  const substitute = ((await invite.textContent()) ?? '').replace(/^Mời /, '')
  await invite.click()
  await answer('Tôi nhận lời', '')

  const found = await office.request.get(
    '/api/teaching-invitations?view=accepted&size=100&sort=sentOn&desc=true',
  )
  const { rows } = await found.json()
  const taken = rows.find((row: { lecturer: string }) => row.lecturer === substitute)
  await office.goto(`/lop/${taken.classId}/lich-hoc`)
  await expect(office.getByRole('row').filter({ hasText: substitute }).first()).toContainText(taken.title)
  const feed = await office.request.post('/api/teaching-feeds', {
    data: { lecturerId: taken.lecturerId },
    headers: { origin: baseURL ?? '' },
  })
  const { token } = await feed.json()
  const calendar = await context.request.get(`/lich-giang/${token}/lich.ics`)
  expect(await calendar.text()).toContain(taken.firstOn.replaceAll('-', ''))
  await context.close()
})
