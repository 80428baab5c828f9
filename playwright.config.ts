import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './tests/e2e/browser.ts'

// Workers read this file too: they find what the first reading unpacked.
const browser = await findBrowser()

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: '.tmp/test/browser-traces',
  globalSetup: './tests/e2e/set-up.ts',
  workers: 2,
  fullyParallel: true,
  // The machines of schools and of the gate are slow and shared.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.tmp/test/browser.json' }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: browser,
  },
  projects: [
    { name: 'desk', use: { viewport: { width: 1366, height: 768 } } },
    // The article's path writes to the one school of the run: it goes once, and looks at both widths itself. `@desk`: a test that a
    // phone would not make another, because nothing in it depends on the width or because it needs a keyboard.
    {
      name: 'phone',
      grepInvert: /@desk/,
      testIgnore: 'article.spec.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
})
