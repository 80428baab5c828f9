import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Looks at a page with axe; the two widths are the two projects. At desk width in both languages, on the phone in Vietnamese,
 * whose words are the longer ones. It also finds what axe does not look for: a page that is wider than its window.
 */
export async function expectAccessible(page: Page, address: string): Promise<void> {
  // Axe looks at every node: a long list takes it a while on a busy machine of two cores.
  test.slow()
  const locales = test.info().project.name === 'phone' ? (['vi'] as const) : (['vi', 'en'] as const)
  for (const locale of locales) {
    await speak(page, locale)
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expectNoFindings(page, `${address} (${locale})`, locale === 'vi' ? [] : ofEveryLanguage)
  }
  await speak(page, 'vi')
}

/** What another language cannot change, and takes longest: the colours. They are looked at once. */
const ofEveryLanguage = ['color-contrast']

/** The page as it stands now: with an open dialog, with a refused form. */
export async function expectNoFindings(
  page: Page,
  what: string,
  without: readonly string[] = [],
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Of what is right only the number: telling of every node that passes takes as long as looking at it.
    .options({ resultTypes: ['violations'] })
    // In one piece: our pages have no frames, and carrying what was found from page to page takes five times as long as finding it.
    .setLegacyMode(true)
    .withTags(rules)
    .disableRules([...without])
    .analyze()
  const found = violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found, what).toEqual([])
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, `${what}: pixels beyond the window`).toBeLessThanOrEqual(0)
}

async function speak(page: Page, locale: 'vi' | 'en'): Promise<void> {
  const url = process.env.BASE_URL
  if (!url) throw new Error('BASE_URL is not set')
  await page.context().addCookies([{ name: 'nhip_locale', value: locale, url }])
}
