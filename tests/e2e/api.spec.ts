import { expect } from '@playwright/test'
import { test } from './test.ts'

// A trace looks at every node after every change, which takes the drawing of the description from three seconds to a minute.
test.use({ trace: 'off' })

test('the API’s description is drawn under our own policy, with nothing from elsewhere', async ({
  page,
  baseURL,
}) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== baseURL) refused.push(request.url())
  })
  test.slow()
  await page.goto('/api')
  await expect(page.getByText('Who I am, my roles and rights')).toBeAttached({ timeout: 60_000 })
  await expect(page.getByText('application/problem+json')).toBeAttached()
  expect(refused).toEqual([])
})
