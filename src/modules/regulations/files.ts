import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type * as z from 'zod'
import { ruleSet, type targetGroup, targetGroups } from './contract.ts'
import type { RuleSet } from './rules.ts'

const folder = join(import.meta.dirname, '../../../regulations')

type Regulations = { sets: RuleSet[]; groups: z.infer<typeof targetGroup>[] }
let read: Promise<Regulations> | undefined

/**
 * The regulations of `regulations/*.yaml`, read and checked once. A file that is not as the contract says, a row code that
 * stands twice, or a group that is not in target-groups.yaml stops whoever asks, with the file's name.
 */
export function regulations(): Promise<Regulations> {
  read ??= load()
  return read
}

async function load(): Promise<Regulations> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const contentOf = async (name: string) => parse(await readFile(join(folder, name), 'utf8')) as unknown
  const checked = <S extends z.ZodType>(name: string, schema: S, content: unknown): z.output<S> => {
    const result = schema.safeParse(content)
    if (!result.success) throw new Error(`regulations/${name}: ${result.error.message}`)
    return result.data
  }
  const { groups } = checked('target-groups.yaml', targetGroups, await contentOf('target-groups.yaml'))
  const known = new Set(groups.map((group) => group.code))
  const sets: RuleSet[] = []
  for (const name of names.filter((one) => one !== 'target-groups.yaml')) {
    const set = checked(name, ruleSet, await contentOf(name))
    const codes = [...set.rows, ...(set.standards?.rows ?? [])].map((row) => row.code)
    if (new Set(codes).size !== codes.length) throw new Error(`regulations/${name}: a row code stands twice`)
    const strange = set.rows.find((row) => !known.has(row.group))
    if (strange) throw new Error(`regulations/${name}: no target group ${strange.group}`)
    sets.push(set)
  }
  return { sets: sets.sort((a, b) => b.fromOn.localeCompare(a.fromOn)), groups }
}
