import type { Page } from '@playwright/test'
import { workbook } from '../workbook.ts'
import { expectNoFindings } from './axe.ts'
import { signInAs } from './people.ts'
import { expect, test } from './test.ts'

const year = 2028
const phone = { width: 390, height: 844 }
const desk = { width: 1366, height: 768 }

type Role = Parameters<typeof signInAs>[1]

/** The next person sits down: at a desk, or with a phone in the hand. */
async function turnOf(page: Page, role: Role, size = desk): Promise<void> {
  await page.context().clearCookies()
  await page.setViewportSize(size)
  await signInAs(page, role)
}

/** A form of needs as a unit sends it back: the line that names the form, the head, the rows. */
const needsFile = (answerId: number, rows: (string | number)[][]) => ({
  name: 'phieu-nhu-cau.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    workbook({
      name: 'Phiếu',
      rows: [
        [`Phiếu nhu cầu số ${answerId}`],
        ['Chương trình', 'Hệ', 'Số người', 'Đối tượng', 'Tháng mong muốn', 'Lý do', 'Mức ưu tiên'],
        ...rows,
      ],
    }),
  ),
})

// One year by all who make it, each at the size they work at. It writes to the school of the run, in a year of its own.
test('a year is asked for, weighed, solved, submitted, returned, approved and changed twice @desk', async ({
  page,
}) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(20_000)
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  const heading = page.getByRole('heading', { level: 1 })
  const lead = page.locator('.page-lead')
  const confirmed = async (name: string) => {
    await main.getByRole('button', { name, exact: true }).click()
    await dialog.getByRole('button').last().click()
    await expect(dialog).toHaveCount(0)
  }
  let round = ''
  let form = ''
  let version = ''

  await test.step('the training office opens a round', async () => {
    await turnOf(page, 'trainingOffice')
    await page.goto('/nhu-cau/moi', { waitUntil: 'networkidle' })
    await page.getByLabel('Tên đợt').fill(`Đăng ký nhu cầu năm ${year}`)
    await page.locator('input[name=year]').fill(String(year))
    await page.getByLabel('Mở từ ngày').fill('01/11/2026')
    await page.getByLabel('Hạn trả lời').fill('31/12/2026')
    await main.getByRole('button', { name: 'Lập đợt đăng ký' }).click()
    await expect(heading).toHaveText(`Đăng ký nhu cầu năm ${year}`)
    await confirmed('Mở đợt')
    await expect(lead).toContainText('0 đã trả lời')
    round = new URL(page.url()).pathname
  })

  await test.step('the coordinator answers on the phone with what the records propose', async () => {
    await turnOf(page, 'unitCoordinator', phone)
    await main.getByRole('link', { name: `Đăng ký nhu cầu năm ${year}` }).click()
    await expect(heading).toContainText('Phiếu nhu cầu')
    form = new URL(page.url()).pathname
    await main
      .getByRole('button', { name: /^Thêm \d+ người còn thiếu/ })
      .first()
      .click()
    await expect(lead).toContainText('1 dòng')
  })

  await test.step('and goes on at the desk with a file, whose mistake stands at its row', async () => {
    await page.setViewportSize(desk)
    const answerId = Number(form.split('/').at(-1))
    const send = async (heads: string | number) => {
      await page.goto('/nhap?kind=needs', { waitUntil: 'networkidle' })
      await page.locator('input[type=file]').setInputFiles(
        needsFile(answerId, [
          ['Trung cấp lý luận chính trị', 'Vừa làm vừa học', 45, 'Cấp ủy viên', '', '', ''],
          ['Bồi dưỡng lãnh đạo, quản lý cấp phòng', '', heads, 'Lãnh đạo chủ chốt cấp xã', '9', '', ''],
        ]),
      )
      await page.getByRole('button', { name: 'Đọc và kiểm tra' }).click()
    }
    await send('nhiều')
    await expect(main).toContainText('Số người: «nhiều» không phải số nguyên')
    await expect(main.getByRole('button', { name: 'Ghi vào Nhịp' })).toBeDisabled()
    await send(50)
    await expect(lead).toContainText('Không có dòng sai')
    await confirmed('Ghi vào Nhịp')
    await expect(lead).toContainText('Đã ghi 2 dòng mới')
    await page.goto(form, { waitUntil: 'networkidle' })
    await expect(lead).toContainText('2 dòng, 95 người')
    await confirmed('Gửi thủ trưởng')
  })

  await test.step('the head confirms on the phone', async () => {
    await turnOf(page, 'unitHead', phone)
    await main.getByRole('link', { name: `Đăng ký nhu cầu năm ${year}` }).click()
    await expect(lead).toContainText('2 dòng, 95 người')
    await confirmed('Xác nhận')
    await expect(main).toContainText('Thủ trưởng đã xác nhận phiếu này')
  })

  await test.step('the office sees the sums, weighs them, and has the year solved', async () => {
    await turnOf(page, 'trainingOffice')
    await page.goto(`${round}/tong-hop`, { waitUntil: 'networkidle' })
    await expect(lead).toContainText('95 người được đăng ký')
    await page.goto('/uu-tien', { waitUntil: 'networkidle' })
    await main.locator('input[name=year]').fill(String(year))
    await main.getByRole('button', { name: 'Lập bảng ưu tiên' }).click()
    await expect(heading).toHaveText(`Ưu tiên năm ${year}`)
    await expect(lead).toContainText('2 nhu cầu')

    await page.goto(`/phuong-an/moi?nam=${year}`, { waitUntil: 'networkidle' })
    await expect(main).toContainText(`Chưa có ngày nghỉ lễ, Tết của năm ${year}`)
    await page.goto(`/lich?nam=${year}`, { waitUntil: 'networkidle' })
    await main.getByRole('button', { name: `Nạp ngày lễ năm ${year}` }).click()
    await expect(main).toContainText('Đã thêm')
    await page.goto(`/phuong-an/moi?nam=${year}`, { waitUntil: 'networkidle' })
    await expect(main).not.toContainText('Chưa có ngày nghỉ lễ')
    await page.getByLabel('Tên phương án').fill(`Phương án năm ${year}`)
    await page.getByLabel('Thời gian giải tối đa (giây)').fill('20')
    await page.getByRole('button', { name: 'Chụp đề bài và giải' }).click()
    await expect(main).toContainText('Mọi người đăng ký đều có chỗ', { timeout: 120_000 })
    await expectNoFindings(page, 'a scenario that is solved')
    for (const line of await page
      .getByRole('group', { name: 'Dòng đưa vào kế hoạch' })
      .getByRole('checkbox')
      .all())
      await line.check()
    await page.getByRole('button', { name: 'Đưa vào dự thảo kế hoạch' }).click()
    await expect(lead).toContainText('2 lớp: 0 chuyển tiếp, 2 mở mới; 95 học viên dự kiến')
    version = new URL(page.url()).pathname
    await confirmed('Trình phê duyệt')
    await expect(lead).toContainText('Thường trực')
  })

  await test.step('the Standing Committee returns the plan with a reason', async () => {
    await turnOf(page, 'standingCommittee')
    await page.goto(version, { waitUntil: 'networkidle' })
    await main.getByLabel('Lý do trả lại').fill('Cần thêm hai lớp bí thư chi bộ')
    await main.getByRole('button', { name: 'Trả lại' }).click()
    await expect(lead).toContainText('Lượt của Phòng Quản lý đào tạo')
  })

  await test.step('the office adds what was missing and submits again', async () => {
    await turnOf(page, 'trainingOffice')
    await page.goto(`${version}?dong=moi`, { waitUntil: 'networkidle' })
    await expect(main).toContainText('Cần thêm hai lớp bí thư chi bộ')
    const line = page.locator('#dong-moi')
    await line.getByLabel('Chương trình', { exact: true }).selectOption({ label: 'Bồi dưỡng bí thư chi bộ' })
    await line.getByLabel('Mở mới').fill('2')
    await line.getByLabel('Tháng 9', { exact: true }).check()
    await line.getByRole('button', { name: 'Thêm dòng' }).click()
    await expect(lead).toContainText('4 lớp: 0 chuyển tiếp, 4 mở mới')
    await confirmed('Trình phê duyệt')
    await expect(lead).toContainText('Lượt của Thường trực')
  })

  const forecast = async () => {
    await page.goto(`/ke-hoach/${year}/du-bao`, { waitUntil: 'networkidle' })
    return lead
  }

  await test.step('the Standing Committee approves; the forecast stands on the first day', async () => {
    await turnOf(page, 'standingCommittee')
    await page.goto(version, { waitUntil: 'networkidle' })
    await main.getByLabel('Số văn bản').fill('12-KH/TU')
    await main.getByLabel('Ngày văn bản').fill('24/11/2026')
    await main.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(lead).toContainText('Có hiệu lực theo 12-KH/TU')
    await expect(await forecast()).toContainText('trên 4 lớp')
    await expect(main).toContainText('vẫn vừa với phần còn lại của năm')
  })

  let decided = 0
  const change = async (kind: string, fill: () => Promise<void>) => {
    await turnOf(page, 'trainingOffice')
    await page.goto(`/ke-hoach/${year}/dieu-chinh/moi?kind=${kind}`, { waitUntil: 'networkidle' })
    await fill()
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click()
    await expect(page).toHaveURL(/dieu-chinh\/\d+$/)
    const address = page.url()
    await turnOf(page, 'standingCommittee')
    await page.goto(address, { waitUntil: 'networkidle' })
    decided += 1
    const decision = page.getByRole('region', { name: 'Duyệt điều chỉnh' })
    await decision.getByLabel('Số văn bản').fill(`${90 + decided}-TB/TU`)
    await decision.getByLabel('Ngày văn bản').fill('24/11/2026')
    await decision.getByRole('button', { name: 'Duyệt điều chỉnh' }).click()
    await expect(lead).toContainText('nằm trong kế hoạch điều chỉnh')
  }
  const lineOf = async (text: string) => {
    const select = page.getByLabel('Dòng kế hoạch')
    await select.selectOption(
      (await select.locator('option', { hasText: text }).first().getAttribute('value')) ?? '',
    )
  }

  await test.step('a line grows beyond what the year can hold: the warning rises', async () => {
    await change('resize', async () => {
      await lineOf('bí thư chi bộ')
      await page.getByLabel('Số lớp sau điều chỉnh').fill('600')
      await page.getByLabel('Lý do điều chỉnh').fill('Tỉnh ủy giao thêm')
    })
    await expect(await forecast()).toContainText('trên 602 lớp')
    await expect(main).toContainText('không còn vừa với phần còn lại của năm')
  })

  await test.step('and is cut again: the warning falls, the assigned plan stays as it was', async () => {
    await change('resize', async () => {
      await lineOf('bí thư chi bộ')
      await page.getByLabel('Số lớp sau điều chỉnh').fill('1')
      await page.getByLabel('Lý do điều chỉnh').fill('Không đủ tuần phòng học')
    })
    await expect(await forecast()).toContainText('trên 3 lớp')
    await expect(main).toContainText('vẫn vừa với phần còn lại của năm')
    await page.goto(`/ke-hoach/${year}/dieu-chinh`, { waitUntil: 'networkidle' })
    await expect(lead).toContainText('Giao 4 lớp, điều chỉnh còn 3 lớp: 2 điều chỉnh đã duyệt')
  })
})
