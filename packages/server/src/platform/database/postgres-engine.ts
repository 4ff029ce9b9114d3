import pg from 'pg'
import { type Connection, DatabaseRefusal, type Engine, isoMoment } from './engine.ts'

const types = { bigint: 20, date: 1082, timestamptz: 1184, numeric: 1700 }

/** Values come back alike from both engines: days as text, moments as ISO text, whole numbers as numbers. */
function typeParser(): pg.CustomTypesConfig {
  const own = new Map<number, (text: string) => unknown>([
    [types.bigint, Number],
    [types.date, (text) => text],
    [types.timestamptz, isoMoment],
    [types.numeric, Number],
  ])
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      own.get(oid) ?? (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')),
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return new DatabaseRefusal(error.code ?? 'XX000', error.constraint ?? '')
  return error
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    async query(text, values) {
      try {
        const result = await client.query<Record<string, unknown>>(text, [...values])
        return { rows: result.rows, count: result.rowCount ?? 0 }
      } catch (error) {
        throw refusalOf(error)
      }
    },
    async script(text) {
      try {
        await client.query(text)
      } catch (error) {
        throw refusalOf(error)
      }
    },
    release: (spoilt) => client.release(spoilt),
  }
}

/** A pool on PostgreSQL. Nothing but this file holds it. */
export function postgresEngine(url: string, options: { readonly connections: number }): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: typeParser(),
    application_name: 'setu',
  })
  // A connection that dies while idle is replaced at the next use; there is nothing to say about whose it was.
  pool.on('error', () => undefined)
  return {
    kind: 'postgres',
    connect: async () => connectionOf(await pool.connect()),
    close: () => pool.end(),
  }
}
