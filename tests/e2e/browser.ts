import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** How to start the browser: its file, what it needs in its environment, and its switches. */
export type BrowserToStart = { executablePath: string; env: Record<string, string>; args: string[] }

/**
 * The browser of the tests: `CHROMIUM` where it is set, else the one that npm brings, unpacked once per user.
 * Where the system lacks libraries or fonts, those of the same package are used: nothing has to be installed.
 */
export async function findBrowser(): Promise<BrowserToStart> {
  const args = ['--no-sandbox', '--font-render-hinting=none']
  const named = process.env.CHROMIUM
  if (named) return { executablePath: named, env: ownEnvironment(), args }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const env = ownEnvironment()
  if (lacksLibraries(executablePath))
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  // Without any font Chromium hangs at the first page.
  if (!hasFonts()) env.FONTCONFIG_PATH = join(folder, 'fonts')
  return { executablePath, env, args }
}

async function unpacked(): Promise<string> {
  const own = createRequire(import.meta.url)
  const packageFolder = dirname(dirname(own.resolve('@sparticuz/chromium')))
  const { version } = own(join(packageFolder, 'package.json')) as { version: string }
  const folder = join(tmpdir(), `nhip-browser-${userInfo().uid}-${version}`)
  if (existsSync(folder)) return folder

  // The package unpacks into the temporary folder and takes a half-written file for a whole one. So it gets a folder
  // of its own, which takes its name only when everything is there.
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const file of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'])
      await inflate(join(packageFolder, 'bin', file))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another run was faster; its folder is whole.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The loader of the system refuses a program whose libraries are not there. */
const lacksLibraries = (executable: string): boolean =>
  spawnSync(executable, ['--version', '--no-sandbox']).status !== 0

const hasFonts = () =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  )

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
