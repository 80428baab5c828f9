import { randomUUID } from 'node:crypto'
import { nameSortKey, searchKey, sortKey } from '../../src/pure/vietnamese.ts'
import type { Pool } from '../../src/server/db/pool.ts'

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
]
const middles = [
  'Văn',
  'Thị',
  'Hữu',
  'Đức',
  'Minh',
  'Ngọc',
  'Thanh',
  'Quốc',
  'Thị Mỹ',
  'Thị Kim',
  'Công',
  'Bá',
  'Thị Thuý',
  'Xuân',
]
const givens = [
  'Ánh',
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Hà',
  'Hải',
  'Hằng',
  'Hòa',
  'Hương',
  'Khoa',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Ngân',
  'Phong',
  'Phúc',
  'Phượng',
  'Quỳnh',
  'Sơn',
  'Tâm',
  'Thắng',
  'Thảo',
  'Thủy',
  'Trang',
  'Tuấn',
  'Tuyền',
  'Uyên',
  'Vinh',
  'Vy',
  'Yến',
  'Ý',
] // prettier-ignore

/**
 * Fills a database with invented people, each with one post, for measuring: the same for the same numbers. The record is
 * left out, so that 100,000 take seconds. Answers the ids of the units made.
 */
export async function addManyPeople(pool: Pool, how: { people: number; units: number }): Promise<number[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const table of ['person', 'person_post', 'unit', 'unit_version'])
      await client.query(`alter table ${table} disable trigger audit`)
    await client.query('alter table person disable trigger audit_changed')
    const names = Array.from(
      { length: how.units },
      (_, i) => `Đơn vị số ${i + 1} ${randomUUID().slice(0, 8)}`,
    )
    const change = await client.query(`insert into unit_change (kind) values ('imported') returning id`)
    const { rows: units } = await client.query<{ id: number }>(
      `insert into unit select from generate_series(1, $1) returning id`,
      [how.units],
    )
    await client.query(
      `insert into unit_version (unit_id, name, search_key, sort_key, identity_key, kind, level, bloc, opened_by)
       select u, n, s, o, 'department ' || s, 'department', 'province', 'state', $5 from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) as t (u, n, s, o)`,
      [units.map((one) => one.id), names, names.map(searchKey), names.map(sortKey), change.rows[0]?.id],
    )
    const pick = dice(20_261_124)
    for (let done = 0; done < how.people; done += 10_000) {
      const made = Array.from({ length: Math.min(10_000, how.people - done) }, (_, i) => {
        const name = `${pick(families)} ${pick(middles)} ${pick(givens)}`
        const year = 1962 + Math.floor(pick.number() * 40)
        const day = `${year}-${String(1 + Math.floor(pick.number() * 12)).padStart(2, '0')}-${String(1 + Math.floor(pick.number() * 28)).padStart(2, '0')}`
        return {
          code: `BM${String(done + i + 1).padStart(6, '0')}`,
          name,
          day,
          sex: / Thị/.test(name) ? 'female' : 'male',
          unit: pick(units).id,
          rank: Math.floor(pick.number() * 4),
        }
      })
      await client.query(
        `with made as (
           insert into person (code, full_name, sort_key, search_key, sex, birth_precision, born_on, born_year, born_month, unit_id, is_party_member, is_planned, source)
           select c, n, o, s, x, 'day', d, extract(year from d), extract(month from d), u, u % 7 <> 0, u % 3 = 0, 'bench'
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::bigint[]) as t (c, n, o, s, x, d, u)
           returning id, code, unit_id)
         insert into person_post (person_id, unit_id, title, rank, cause)
         select m.id, m.unit_id, (array['Chuyên viên', 'Phó Trưởng phòng', 'Trưởng phòng', 'Giám đốc'])[r + 1], r, 'start'
         from made m join unnest($1::text[], $8::int[]) as t (c, r) on t.c = m.code`,
        [
          made.map((one) => one.code),
          made.map((one) => one.name),
          made.map((one) => nameSortKey(one.name)),
          made.map((one) => searchKey(one.name)),
          made.map((one) => one.sex),
          made.map((one) => one.day),
          made.map((one) => one.unit),
          made.map((one) => one.rank),
        ],
      )
    }
    await client.query(
      'update person p set post_id = o.id, rank = o.rank from person_post o where o.person_id = p.id',
    )
    for (const table of ['person', 'person_post', 'unit', 'unit_version'])
      await client.query(`alter table ${table} enable trigger audit`)
    await client.query('alter table person enable trigger audit_changed')
    await client.query('commit')
    // A vacuum beside an automatic one cannot mark pages as visible to all; a list would then read the table instead of its index.
    for (let tries = 0; tries < 10; tries += 1) {
      await client.query('vacuum analyze person, person_post, person_tally, unit, unit_version')
      const { rows } = await client.query<{ n: number }>(
        `select count(*) as n from pg_class where relname in ('person', 'person_post') and relallvisible = 0`,
      )
      if (rows[0]?.n === 0) break
    }
    return units.map((one) => one.id)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** A die that always falls the same way. */
function dice(seed: number) {
  let state = seed
  const number = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return Object.assign(<T>(from: readonly T[]): T => from[Math.floor(number() * from.length)] as T, {
    number,
  })
}
