import { chromium, devices } from '@playwright/test'
import { findBrowser } from '../e2e/browser.ts'

/**
 * node tests/bench/slow-phone.ts http://localhost:8080 EMAIL PASSWORD: how long a slow phone (1.6 Mbit/s, 150 ms, processor four
 * times slower) waits on a running server until it sees each page, with nothing kept from before, and what script it loads.
 */
const [origin = 'http://localhost:8080', email = 'daotao@mau.nhip', password = 'nhip-mau-2026'] =
  process.argv.slice(2)
const pages = ['/', '/lop', '/can-bo', '/don-vi', '/ke-hoach', '/bao-cao/ke-hoach', '/nhat-ky']

const browser = await chromium.launch(await findBrowser())
const signedIn = await browser.newContext({ ...devices['Pixel 7'], locale: 'vi-VN' })
const door = await signedIn.newPage()
await door.goto(`${origin}/dang-nhap`)
await door.locator('input[name=email]').fill(email)
await door.locator('input[name=password]').fill(password)
await door.locator('input[name=password]').press('Enter')
await door.waitForURL((url) => url.pathname === '/')
const state = await signedIn.storageState()

for (const path of pages) {
  const seen: number[] = []
  let scriptBytes = 0
  for (let i = 0; i < 3; i += 1) {
    const phone = await browser.newContext({ ...devices['Pixel 7'], locale: 'vi-VN', storageState: state })
    const page = await phone.newPage()
    const devtools = await phone.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const kinds = new Map<string, string>()
    scriptBytes = 0
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) === 'Script') scriptBytes += encodedDataLength
    })
    await page.goto(`${origin}${path}`, { waitUntil: 'load' })
    // What a person came for: the table, or the first block of text where a page has none.
    seen.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => {
              const last = list.getEntries().at(-1)
              if (last) done(last.startTime)
            }).observe({ type: 'largest-contentful-paint', buffered: true })
          }),
      ),
    )
    await page.waitForLoadState('networkidle')
    await phone.close()
  }
  seen.sort((a, b) => a - b)
  console.log(
    `${path.padEnd(20)} seen after ${seen.map((ms) => (ms / 1000).toFixed(2)).join(' / ')} s, script ${Math.round(scriptBytes / 1000)} kB`,
  )
}
await browser.close()
