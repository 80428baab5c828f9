import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { problem } from '../../pure/problem.ts'
import { BrokenZip, isZip, unpack, ZipTooLarge, zipEntries } from './zip.ts'

/** What a template is filled with: texts, lists and groups of them. `null` and `false` leave a section out. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue }

export type TemplateData = { readonly [name: string]: TemplateValue }

const unpackedMegabytes = 100

/**
 * Fills a Word template: `{name}`, `{group.name}`, sections `{#rows}…{/rows}` (a loop, or a condition), `{^rows}…{/rows}`
 * (when there is none), line breaks in texts. A tag is a name and nothing else: a template can compute and call nothing,
 * because whoever uploads one must not own the server.
 *
 * Throws 422 `template.notWord`, `template.broken` (the faulty tags) and `template.missing` (names without data: better no
 * letter than one with holes). A name whose value is null is not missing; it prints nothing.
 */
export async function fillTemplate(template: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  await checkIsWord(template)
  const missing = new Set<string>()
  let filled: Docxtemplater
  try {
    filled = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => '',
      parser: (tag) => ({
        get: (scope: unknown, context) => {
          const name = tag.trim().normalize('NFC')
          if (!context.scopeList.some((one) => lookUp(one, name) !== undefined)) missing.add(name)
          return lookUp(scope, name)
        },
      }),
    })
    filled.render(data)
  } catch (error) {
    throw problem(422, 'template.broken', { errors: faultyTags(error) })
  }
  if (missing.size > 0) throw problem(422, 'template.missing', { names: [...missing] })
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Own properties only, so that `{constructor}` finds nothing. '.' is the item of a list of texts. */
function lookUp(scope: unknown, name: string): unknown {
  if (name === '.') return scope
  let value = scope
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

async function checkIsWord(template: Uint8Array): Promise<void> {
  try {
    if (!isZip(template)) throw new BrokenZip('no zip')
    const entries = zipEntries(template)
    if (!entries.some((entry) => entry.name === 'word/document.xml')) throw new BrokenZip('no document')
    let left = unpackedMegabytes * 1_000_000
    for (const entry of entries) left -= await unpack(entry, left)
  } catch (error) {
    if (error instanceof BrokenZip || error instanceof ZipTooLarge) throw problem(422, 'template.notWord')
    throw error
  }
}

type TagError = { properties?: { errors?: TagError[]; xtag?: string; id?: string }; message?: string }

function faultyTags(error: unknown): string[] {
  const { properties, message } = error as TagError
  const errors = properties?.errors ?? [error as TagError]
  const tags = errors.map(
    (one) => one.properties?.xtag?.trim() || one.properties?.id || one.message || message || '',
  )
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
