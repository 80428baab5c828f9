import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say, tool } from './node24.mjs'

const stampFile = join(root, 'build', '.stamp')
const others = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json']

/** Bundles the pages unless the bundle was made from these very sources. Answers whether there is a good one. */
export async function buildPages({ always = false } = {}) {
  const made = fingerprint()
  if (!always && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === made) return true
  say('Đang dựng các trang…', 'Building the pages…')
  rmSync(stampFile, { force: true })
  const { code } = await run([tool('@react-router/dev', 'react-router'), 'build', root], {
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (code === 0) writeFileSync(stampFile, made)
  return code === 0
}

/** Names and contents of all that the bundle is made from. */
function fingerprint() {
  const hash = createHash('sha256')
  const sources = ['src', 'public']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of [...others, ...sources].sort()) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(name) : [name]
  })
}
