import type { Pool } from '../../src/server/db/pool.ts'
import { foreign } from './school.ts'

type Query = Pick<Pool, 'query'>['query']

/** Every row of every table, by table and key. The record is left out: it grows with each attempt and holds nothing of its own. */
export type Book = Map<string, { table: string; row: Record<string, unknown>; text: string }>

type Reference = { from: string; column: string; to: string; target: string }

export type Reader = {
  read(query: Query): Promise<Book>
  /** Rows of the book that a unit of A must not touch: marked, of unit B, or hanging on such a row. */
  foreignIn(book: Book, seeds: readonly string[]): Set<string>
  /** What a limited caller has changed of what is not theirs, as sentences. */
  touched(before: Book, after: Book, foreignKeys: ReadonlySet<string>): string[]
}

/** Who did something is no owner of what it was done to. */
const isActor = (column: string) => /_by$/.test(column)

/** Reads the catalogue once: which tables there are, their keys and what they refer to. */
export async function aReader(query: Query): Promise<Reader> {
  const { rows: tables } = await query<{ name: string; keys: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and c.relname not in ('audit_line', 'audit_seal', 'migration')`)
  const { rows: references } = await query<Reference>(`
    select k.conrelid::regclass::text as "from", a.attname as column, k.confrelid::regclass::text as "to", t.attname as target
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute t on t.attrelid = k.confrelid and t.attnum = k.confkey[1]
    where k.contype = 'f'`)
  const short = (name: string) => name.replace(/^public\./, '')
  const everything = tables
    .map(
      ({ name, keys }) =>
        `select '${short(name)}' as name, concat_ws('/', ${keys.map((key) => `t."${key}"`).join(', ')}) as key, to_jsonb(t) as row from ${name} t`,
    )
    .join(' union all ')
  const linksOf = Map.groupBy(
    references.filter((one) => !isActor(one.column)),
    (one) => one.from,
  )
  const refersTo = (table: string, row: Record<string, unknown>, keys: ReadonlySet<string>) =>
    (linksOf.get(table) ?? []).some(
      (link) => row[link.column] != null && keys.has(`${link.to}/${row[link.column]}`),
    )
  const isMarked = (text: string) => text.includes(foreign)

  return {
    read: async (query) => {
      const { rows } = await query<{ name: string; key: string; row: Record<string, unknown> }>(everything)
      return new Map(
        rows.map(({ name, key, row }) => [`${name}/${key}`, { table: name, row, text: JSON.stringify(row) }]),
      )
    },
    foreignIn: (book, seeds) => {
      const found = new Set(seeds)
      for (let size = -1; size !== found.size; ) {
        size = found.size
        for (const [key, { table, row, text }] of book)
          if (isMarked(text) || refersTo(table, row, found)) found.add(key)
      }
      return found
    },
    touched: (before, after, foreignKeys) => {
      const said: string[] = []
      for (const [key, { text }] of before) {
        if (foreignKeys.has(key) && after.get(key)?.text !== text)
          said.push(after.has(key) ? `changed ${key}` : `deleted ${key}`)
      }
      for (const [key, { table, row, text }] of after) {
        if (foreignKeys.has(key) || before.get(key)?.text === text) continue
        if (isMarked(text) || refersTo(table, row, foreignKeys))
          said.push(`wrote ${key}, which belongs to what is foreign`)
      }
      return said
    },
  }
}
