import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  // All addresses travel with the first page: some ten lines, and no second question to the server per link.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
