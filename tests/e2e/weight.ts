import { expect, type Page, type Request } from '@playwright/test'

/** What a page for a phone in a hall may weigh with everything that belongs to it, as it goes over the line: compressed. */
const mostBytes = 60_000

/** Opens a page and everything that it loads, and weighs it; a page that weighs nothing was not weighed. */
export async function expectLight(page: Page, address: string): Promise<void> {
  const weights: Promise<number>[] = []
  const weigh = (request: Request) => {
    weights.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize))
  }
  page.on('requestfinished', weigh)
  await page.goto(address, { waitUntil: 'networkidle' })
  page.off('requestfinished', weigh)
  const bytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0)
  expect(bytes, `${address}: ${weights.length} requests`).toBeGreaterThan(500)
  expect(bytes, `${address}: ${weights.length} requests`).toBeLessThan(mostBytes)
}
