import { signInAs } from './people.ts'
import { expect, test } from './test.ts'
import { typeTelex } from './vietnamese-keys.ts'

test('Vietnamese typed by replacement arrives whole in a form', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/lop/moi', { waitUntil: 'networkidle' })
  const name = page.locator('input[name=name]')
  await typeTelex(name, 'Nguyeenx Thij Anhs ddaauf ddor')
  await expect(name).toHaveValue('Nguyễn Thị Ánh đầu đỏ')
})

test('a filter applies while typing and leaves the letters and the cursor alone', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/lop', { waitUntil: 'networkidle' })
  const field = page.locator('.filter input[name=q]')
  await typeTelex(field, 'chinhs')
  await expect(page).toHaveURL(/q=ch%C3%ADnh|q=chinh%CC%81/)
  await expect(field).toBeFocused()
  await typeTelex(field, ' trij')
  await expect(field).toHaveValue('chính trị')
  await expect(page).toHaveURL(/q=ch%C3%ADnh\+tr%E1%BB%8B/)
})

test('unsaved input is not lost by a wrong click', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  await page.goto('/lop/moi', { waitUntil: 'networkidle' })
  await page.locator('input[name=name]').fill('Lớp bồi dưỡng')
  await page.locator('.crumbs a').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('button', { name: 'Ở lại trang' }).click()
  await expect(page.locator('input[name=name]')).toHaveValue('Lớp bồi dưỡng')
})

test('what is typed before the script has arrived counts as well', async ({ page }) => {
  await signInAs(page, 'trainingOffice')
  let release = () => {}
  const arrived = new Promise<void>((done) => {
    release = done
  })
  await page.route('**/assets/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto('/lop', { waitUntil: 'commit' })
  const field = page.locator('.filter input[name=q]')
  await field.fill('chính trị')
  release()
  await expect(page).toHaveURL(/q=ch%C3%ADnh\+tr%E1%BB%8B/)
  await expect(field).toHaveValue('chính trị')
})
