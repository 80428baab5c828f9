import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { studySet } from './contract.ts'
import type { StudySet } from './rules.ts'

const folder = join(import.meta.dirname, '../../../regulations/study')
let sets: Promise<StudySet[]> | undefined

/** The study regulations of regulations/study/*.yaml, the newest first, read and checked once. A wrong file stops with its name. */
export function studySets(): Promise<StudySet[]> {
  sets ??= load()
  return sets
}

async function load(): Promise<StudySet[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const read = await Promise.all(
    names.map(async (name) => {
      const result = studySet.safeParse(parse(await readFile(join(folder, name), 'utf8')))
      if (!result.success) throw new Error(`regulations/study/${name}: ${result.error.message}`)
      return result.data
    }),
  )
  return read.toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))
}
