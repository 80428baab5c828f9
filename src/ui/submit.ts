import { data } from 'react-router'
import * as z from 'zod'
import { readVietnameseDay } from '../pure/day.ts'
import { formNameField, type Refused } from './form.tsx'
import type { Values } from './form-context.ts'
import { toProblem } from './problem.ts'
import { readNumber } from './read-number.ts'

/**
 * An action: reads the form by the contract's schema and calls `fn` with what was understood. It does not judge:
 * text that is not what the schema wants is handed on as it was typed, and the contract refuses it with its sentence.
 * Returns what `fn` returns (a redirect, mostly); a refusal becomes `{ problem, values, form }` with its status, for
 * `<Form refused={actionData}>`. Everything else that is thrown goes on: the way to the sign-in page, a bug.
 */
export async function submit<S extends z.ZodType, R>(
  from: Request | FormData,
  schema: S,
  fn: (input: z.input<S>) => R | Promise<R>,
): Promise<R | ReturnType<typeof data<Refused>>> {
  const form = from instanceof FormData ? from : await from.formData()
  try {
    return await fn(readForm(form, schema))
  } catch (error) {
    const problem = toProblem(error)
    // 503 is said in a sentence too (the disk is full, the server is stopping): what was typed must not be lost over it.
    if (!problem || problem.status === 500) throw error
    const name = form.get(formNameField)
    const refused: Refused = {
      problem,
      values: typedValues(form),
      form: typeof name === 'string' ? name : null,
    }
    return data(refused, { status: problem.status })
  }
}

/**
 * A loader's view of the address, by the contract's schema. What makes no sense there falls back to the schema's
 * defaults, never to an error page: addresses are typed, cut and mailed. `fixed` comes from elsewhere (a parameter of
 * the path, the remembered year) and may be overruled by the address.
 */
export function readSearch<S extends z.ZodObject>(
  request: Request,
  schema: S,
  fixed: Partial<z.input<S>> = {},
): z.output<S> {
  const form = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) form.append(name, value)
  const read = { ...fixed, ...present(readForm(form, schema) as object) } as Record<string, unknown>
  const first = schema.safeParse(read)
  if (first.success) return first.data
  for (const issue of first.error.issues) {
    const name = String(issue.path[0])
    if (name in fixed) read[name] = fixed[name as keyof typeof fixed]
    else delete read[name]
  }
  const second = schema.safeParse(read)
  return second.success ? second.data : schema.parse(fixed)
}

/**
 * A form as the schema's input: names with dots become objects and lists (`lines.0.opensOn`), a repeated name a list,
 * «1.350» a number, 05/09/2026 a day, an empty field nothing (`null` where the schema knows null: it was cleared).
 */
export function readForm<S extends z.ZodType>(form: FormData, schema: S): z.input<S> {
  const tree: Branch = {}
  for (const [name, value] of form) if (name !== formNameField) put(tree, name.split('.'), value)
  return read(tree, schema) as z.input<S>
}

/** What was typed, to be shown again. Files cannot be, passwords must not be. */
function typedValues(form: FormData): Values {
  const values: Values = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === 'string')
    if (all.length === 0 || /password|secret/i.test(name)) continue
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}

type Leaf = FormDataEntryValue[]
type Branch = { [name: string]: Branch | Leaf }

function put(tree: Branch, [head, ...rest]: string[], value: FormDataEntryValue): void {
  if (head === undefined || head === '__proto__') return
  if (rest.length === 0) {
    const known = tree[head]
    if (Array.isArray(known)) known.push(value)
    else if (known === undefined) tree[head] = [value]
    return
  }
  const known = tree[head]
  if (Array.isArray(known)) return
  const branch = known ?? {}
  tree[head] = branch
  put(branch, rest, value)
}

type Def = {
  type: string
  innerType?: z.ZodType
  in?: z.ZodType
  getter?: () => z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  values?: unknown[]
  valueType?: z.ZodType
  left?: z.ZodType
  right?: z.ZodType
  discriminator?: string
}

const wrappers = new Set([
  'optional',
  'nullable',
  'default',
  'prefault',
  'nonoptional',
  'readonly',
  'catch',
  'success',
])

function read(node: Branch | Leaf | undefined, schema: z.ZodType): unknown {
  const def = defOf(schema)
  if (kindOf(schema) === 'day') return readDay(oneText(node))
  if (def.type === 'nullable') {
    const inner = read(node, def.innerType as z.ZodType)
    return inner === undefined && node !== undefined ? null : inner
  }
  if (wrappers.has(def.type)) return read(node, def.innerType as z.ZodType)
  if (def.type === 'pipe') return read(node, def.in as z.ZodType)
  if (def.type === 'lazy') return read(node, def.getter?.() as z.ZodType)
  if (def.type === 'object') return readObject(node, def.shape ?? {})
  if (def.type === 'record') return readRecord(node, def.valueType as z.ZodType)
  if (def.type === 'intersection')
    return {
      ...(read(node, def.left as z.ZodType) as object),
      ...(read(node, def.right as z.ZodType) as object),
    }
  if (def.type === 'array') return readList(node, def.element as z.ZodType)
  if (def.type === 'union') return readUnion(node, def)
  if (def.type === 'boolean') return readBoolean(oneText(node))
  if (def.type === 'number' || def.type === 'int' || def.type === 'bigint') return readFigure(oneText(node))
  if (def.type === 'literal') return readLiteral(oneText(node), def.values ?? [])
  const value = oneValue(node)
  if (value instanceof File) return value
  return value === undefined ? undefined : clean(value)
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def

/** What a field is, by its own mark or that of what it wraps. */
function kindOf(schema: z.ZodType): unknown {
  const kind = z.globalRegistry.get(schema)?.kind
  const inner = defOf(schema).innerType
  // A nullable day must still tell «cleared» from «not asked», so only the other wrappers are looked through.
  return kind ?? (inner && defOf(schema).type !== 'nullable' ? kindOf(inner) : undefined)
}

function readObject(node: Branch | Leaf | undefined, shape: Record<string, z.ZodType>): unknown {
  const branch = node === undefined || Array.isArray(node) ? {} : node
  const found: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const value = read(branch[name], schema)
    if (value !== undefined) found[name] = value
  }
  return Object.keys(found).length === 0 && node === undefined ? undefined : found
}

function readRecord(node: Branch | Leaf | undefined, value: z.ZodType): unknown {
  if (node === undefined || Array.isArray(node)) return undefined
  return present(Object.fromEntries(Object.entries(node).map(([name, child]) => [name, read(child, value)])))
}

/** A list by numbers (`lines.0`, `lines.2`: gaps close) or by a repeated name. Lines left wholly empty are dropped. */
function readList(node: Branch | Leaf | undefined, element: z.ZodType): unknown {
  if (node === undefined) return undefined
  const parts = Array.isArray(node)
    ? node.map((value) => [value])
    : Object.keys(node)
        .filter((name) => /^\d+$/.test(name))
        .sort((a, b) => Number(a) - Number(b))
        .map((name) => node[name])
  return parts.map((part) => read(part, element)).filter((value) => !isEmpty(value))
}

function readUnion(node: Branch | Leaf | undefined, def: Def): unknown {
  const options = def.options ?? []
  if (def.discriminator !== undefined && node !== undefined && !Array.isArray(node)) {
    const tag = oneText(node[def.discriminator])
    const fits = options.find((option) => {
      const own = defOf(option).shape?.[def.discriminator as string]
      return own && (defOf(own).values ?? []).some((value) => String(value) === tag)
    })
    return fits ? read(node, fits) : read(node, options[0] as z.ZodType)
  }
  const readings = options.map((option) => ({ option, value: read(node, option) }))
  const fits = readings.find(({ option, value }) => option.safeParse(value).success)
  return (fits ?? readings[0])?.value
}

function readLiteral(text: string | undefined, values: unknown[]): unknown {
  if (text === undefined) return undefined
  const found = values.find((value) => String(value) === text)
  return found === undefined ? text : found
}

function readBoolean(text: string | undefined): unknown {
  if (text === undefined) return undefined
  if (text === 'true' || text === 'on' || text === '1') return true
  return text === 'false' || text === 'off' || text === '0' ? false : text
}

function readFigure(text: string | undefined): unknown {
  if (text === undefined) return undefined
  return readNumber(text) ?? text
}

function readDay(text: string | undefined): unknown {
  if (text === undefined) return undefined
  const reading = readVietnameseDay(text)
  return reading.ok ? reading.day : text
}

/** Of a repeated name the last one counts: a checkbox stands behind its hidden «false». */
function oneValue(node: Branch | Leaf | undefined): string | File | undefined {
  if (!Array.isArray(node)) return undefined
  const value = node.at(-1)
  if (value instanceof File) return value.size === 0 && value.name === '' ? undefined : value
  return value === undefined || value.trim() === '' ? undefined : value
}

function oneText(node: Branch | Leaf | undefined): string | undefined {
  const value = oneValue(node)
  return typeof value === 'string' ? clean(value) : undefined
}

// Macs send decomposed letters; blanks around a value are never meant. Lines end as they do everywhere but in forms.
const clean = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && !(value instanceof File) && Object.values(value).every(isEmpty))

const present = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined))
