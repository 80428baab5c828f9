// The way in for people: `npm start`, `npm run dev`, `./nhip …`. Prepares what is missing, then goes on as src/main.ts
// under Node 24. The current folder stays: file names that a person types are relative to it.
import { join } from 'node:path'
import { handOver, ready, root } from './node24.mjs'
import { buildPages } from './pages.mjs'

const main = join(root, 'src', 'main.ts')
const [verb = '--help', ...rest] = process.argv.slice(2)

/** Verbs that need more than `main.ts verb …`. */
const special = {
  async serve() {
    if (await buildPages()) await handOver([main, verb, ...rest])
    else process.exitCode = 1
  },
  async build() {
    if (!(await buildPages({ always: true }))) process.exitCode = 1
  },
  // Restarts the server when a file that it imports changes; the pages are reloaded by Vite inside of it.
  async dev() {
    await handOver(['--watch', '--watch-preserve-output', main, verb, ...rest], { NODE_ENV: 'development' })
  },
}

ready()
await (special[verb] ? special[verb]() : handOver([main, verb, ...rest]))
