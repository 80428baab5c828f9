import type { Pool } from '../../src/server/db/pool.ts'

/** How large: `programmes` of `versions` each (the newest approved, the ones before retired), 60 items in a version. */
type Size = { programmes: number; versions: number }

/**
 * Fills an empty bench house with programmes and their versions, as sets and past the guards, which look at each row by itself.
 * An outline has 3 parts of 4 modules each; 45 topics stand in the modules in turn.
 */
export async function addManyCurricula(pool: Pool, { programmes, versions }: Size): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into programme (code, name, search_key, sort_key, group_code, kind, modes, lesson_hours)
       select 'CT' || n, 'Chương trình ' || n, 'ct' || n || ' chuong trinh ' || n, lpad(n::text, 5, '0'), 'fostering', 'fostering', array['none'], 360
       from generate_series(1, $1::integer) n`,
      [programmes],
    )
    await client.query(
      `insert into curriculum (programme_id, kind, number, title, state, made_by, submitted_by, submitted_at, decided_by, decided_at,
         document_number, document_on, document_by, from_on, until_on)
       select p.id, 'school', v, p.name || ', phiên bản ' || v, case when v = $1 then 'approved' else 'retired' end, 1, 1, now(), 2, now(),
         v || '/QĐ', make_date(2000 + v, 1, 1), 'Hiệu trưởng', make_date(2000 + v, 1, 1),
         case when v < $1 then make_date(2001 + v, 1, 1) end
       from programme p, generate_series(1, $1::integer) v where p.code like 'CT%'`,
      [versions],
    )
    // What was of the same place is of the same lineage in every version.
    const add = (kind: string, count: number, parent: string, position: string) =>
      client.query(
        `insert into curriculum_item (curriculum_id, parent_id, kind, position, title, outcomes, field_code, theory_hours, discussion_hours, lineage_id)
         select c.id, ${parent}, '${kind}', ${position}, '${kind} ' || n, repeat('Nêu được. ', 20),
           (array['LLCS', 'XDĐ', 'NNPL'])[1 + n % 3], case when '${kind}' = 'topic' then 4 else 0 end,
           case when '${kind}' = 'topic' then 2 + c.number % 2 else 0 end,
           1000000 + c.programme_id * 1000 + n + ${{ part: 0, module: 100, topic: 200 }[kind]}
         from curriculum c cross join generate_series(1, ${count}) n where c.title like 'Chương trình %' order by c.id, n`,
      )
    const above = (lineage: string) =>
      `(select i.id from curriculum_item i where i.curriculum_id = c.id and i.lineage_id = 1000000 + c.programme_id * 1000 + ${lineage})`
    await add('part', 3, 'null::bigint', 'n')
    await client.query('analyze curriculum_item')
    await add('module', 12, above('1 + n % 3'), '1 + n / 3')
    await add('topic', 45, above('100 + 1 + n % 12'), '1 + n / 12')
    await client.query('set session_replication_role = default')
    await client.query('analyze')
  } finally {
    client.release()
  }
}
