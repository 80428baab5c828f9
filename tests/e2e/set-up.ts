/**
 * Starts the server for all browser tests and ends it afterwards. `BASE_URL` names one that runs already: then nothing
 * is started. `tests/e2e/server.ts` gives the address and the way to stop.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined
  const { startServer } = await import('./server.ts')
  const { url, stop } = await startServer()
  process.env.BASE_URL = url
  return stop
}
