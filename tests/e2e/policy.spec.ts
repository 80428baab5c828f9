import { expect } from '@playwright/test'
import { signInAs } from './people.ts'
import { test } from './test.ts'

test('no sheet, picture or font of a page is refused by our own policy', async ({ page }) => {
  const refused: string[] = []
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      // Zod asks whether it may make functions from text; it may not, and does without.
      if (blockedURI === 'eval') return
      const { tellRefused } = window as unknown as { tellRefused(what: string): void }
      tellRefused(`${location.pathname}: ${effectiveDirective} ${blockedURI}`)
    })
  })
  await signInAs(page, 'trainingOffice')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  for (const address of [
    '/lop',
    '/can-bo',
    '/don-vi',
    '/ke-hoach/phien-ban/1',
    '/bao-cao/ke-hoach?nam=2025',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  // A bar without its length would be as broad as its row, or not there.
  const bars = page.locator('.bar-held')
  await expect(bars.first()).toBeVisible()
  const widths = await bars.evaluateAll((all) =>
    all.map((bar) => Math.round(bar.getBoundingClientRect().width)),
  )
  expect(new Set(widths).size).toBeGreaterThan(1)
  expect(refused).toEqual([])
})
