import pg from 'pg'

/**
 * How PostgreSQL's values become ours: int8 a number (ids stay far below 2^53), a date its own text `yyyy-MM-dd`,
 * an instant ISO in UTC. Set on the connection, not globally: importing this file changes nothing.
 */
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1700: Number,
  1082: (text) => text,
  1114: (text) => text,
  1184: (text) => new Date(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`).toISOString(),
  1016: (text) => text.slice(1, -1).split(',').filter(Boolean).map(Number),
}

const types = {
  getTypeParser: (oid: number, format?: string) =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as unknown as pg.CustomTypesConfig

export type Pool = pg.Pool
export type Connection =
  | { connectionString: string }
  | { host: string; port?: number; database: string; user: string; password?: string }

/** Opens a pool of connections as the database's owner; requests step down to `nhip_app` inside their transaction. */
export function openPool(connection: Connection, max = 16): Pool {
  const pool = new pg.Pool({
    ...connection,
    types,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'nhip',
  })
  // A connection that rests or is being closed when the server stops would end the process; the next use opens another.
  // Who wants to tell of it listens besides.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
