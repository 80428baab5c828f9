import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type * as z from 'zod'
import { surveyFile } from './contract.ts'

const folder = join(import.meta.dirname, '../../../regulations/surveys')

/** The forms that are brought along, as `regulations/surveys/*.yaml`, checked. A file that is not as it must be stops with its name. */
export async function shippedForms(): Promise<z.infer<typeof surveyFile>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const read = surveyFile.safeParse(parse(await readFile(join(folder, name), 'utf8')))
      if (!read.success) throw new Error(`regulations/surveys/${name}: ${read.error.message}`)
      return read.data
    }),
  )
}
