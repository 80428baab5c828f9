import type { Pool } from './pool.ts'

/**
 * The structure of the database as its catalogue tells it: `schema`, SQL-like text for a reviewer, and `rows`, the
 * TypeScript types of every table for Kysely. Both are generated, committed and checked.
 */
export async function describeDatabase(pool: Pool): Promise<{ schema: string; rows: string }> {
  const tables = await tablesOf(pool)
  return { schema: schemaText(tables, await functionsOf(pool)), rows: rowTypes(tables) }
}

type Column = {
  name: string
  type: string
  notNull: boolean
  hasDefault: boolean
  identity: string
  generated: string
  definition: string
}
type Table = { schema: string; name: string; comment: string | null; columns: Column[]; rest: string[] }

async function tablesOf(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(`
    select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
      (select json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
          'hasDefault', d.adbin is not null, 'identity', a.attidentity, 'generated', a.attgenerated,
          'definition', a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when co.collname is not null and co.collname <> 'default' then ' collate "' || co.collname || '"' else '' end
            || case when a.attnotnull then ' not null' else '' end
            || case when a.attidentity <> '' then ' generated always as identity'
                    when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
            || coalesce(' -- ' || col_description(c.oid, a.attnum), '')
        ) order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        left join pg_collation co on co.oid = a.attcollation
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      array(
        select line from (
          select 1 as part, 'constraint ' || conname || ' ' || pg_get_constraintdef(k.oid) as line
            from pg_constraint k where k.conrelid = c.oid and k.contype <> 't' and k.contype <> 'n'
          union all
          select 2, pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
          union all
          select 3, pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
          union all
          select 4, 'policy ' || polname || case polcmd when '*' then '' else ' for ' || polcmd::text end
              || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
              || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
            from pg_policy where polrelid = c.oid
          union all
          select 5, 'row level security' where c.relrowsecurity
        ) lines order by part, line
      ) as rest
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind = 'r' and c.relname <> 'migration'
    order by n.nspname desc, c.relname collate "C"`)
  return rows
}

async function functionsOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(`
    select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'auth') and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.proname collate "C"`)
  return rows.map((row) => row.text.trim())
}

function schemaText(tables: Table[], functions: string[]): string {
  const blocks = tables.map((table) => {
    const name = table.schema === 'public' ? table.name : `${table.schema}.${table.name}`
    const lines = [...table.columns.map((column) => column.definition), ...table.rest]
    return `${table.comment ? `-- ${table.comment}\n` : ''}table ${name}\n${lines.map((one) => `  ${one}`).join('\n')}`
  })
  return `-- Generated from the catalogue after all migrations, for reading. The truth is db/migrations.\n\n${[...blocks, ...functions].join('\n\n')}\n`
}

const scalar: Record<string, string> = {
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  numeric: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
  json: 'Json',
}

function typeOf(column: Column): string {
  const base = column.type.replace(/\(.*\)/, '')
  const isArray = base.endsWith('[]')
  const one = scalar[isArray ? base.slice(0, -2) : base] ?? 'string'
  return `${isArray ? `${one}[]` : one}${column.notNull ? '' : ' | null'}`
}

function rowTypes(tables: Table[]): string {
  const pascal = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const own = tables.filter((table) => table.schema === 'public')
  const types = own.map((table) => {
    const columns = table.columns.map((column) => {
      const type = typeOf(column)
      if (column.identity || column.generated) return `  ${column.name}: GeneratedAlways<${type}>`
      return `  ${column.name}: ${column.hasDefault ? `Generated<${type}>` : type}`
    })
    return `export type ${pascal(table.name)} = {\n${columns.join('\n')}\n}`
  })
  return [
    '// Generated from the catalogue: one type for each table. A change begins in db/migrations.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
    '/** Read as it was stored, written as text. */',
    'export type Json = ColumnType<unknown, string, string>',
    '',
    types.join('\n\n'),
    '',
    `export type Tables = {\n${own.map((table) => `  ${table.name}: ${pascal(table.name)}`).join('\n')}\n}`,
    '',
  ].join('\n')
}
