import { test as base } from '@playwright/test'

/**
 * The test of Playwright, with the address of the server that the set-up started. (The configuration is read before
 * there is one.)
 */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this very pattern
  baseURL: async ({}, use) => use(process.env.BASE_URL),
})

export { expect } from '@playwright/test'
