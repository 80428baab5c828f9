import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type * as z from 'zod'
import { evaluationSet, surveyFile } from './contract.ts'
import type { EvaluationSet } from './quality.ts'

const folder = join(import.meta.dirname, '../../../regulations')

/** The YAML files of a folder under `regulations`, checked. A file that is not as it must be stops with its name. */
async function filesOf<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>[]> {
  const names = (await readdir(join(folder, name))).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (file) => {
      const read = schema.safeParse(parse(await readFile(join(folder, name, file), 'utf8')))
      if (!read.success) throw new Error(`regulations/${name}/${file}: ${read.error.message}`)
      return read.data
    }),
  )
}

/** The forms that are brought along. */
export const shippedForms = (): Promise<z.infer<typeof surveyFile>[]> => filesOf('surveys', surveyFile)

let sets: Promise<EvaluationSet[]> | undefined

/** The rule sets on evaluation, the newest first, read once. */
export function evaluationSets(): Promise<EvaluationSet[]> {
  sets ??= filesOf('evaluation', evaluationSet).then((all) =>
    all.sort((a, b) => b.fromOn.localeCompare(a.fromOn)),
  )
  return sets
}
