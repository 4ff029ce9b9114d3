import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { copyInStatement, readStatement } from './copy-text.ts'
import { type Connection, DatabaseRefusal, type Engine, isoMoment } from './engine.ts'
import { hasRoom } from './room.ts'

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
      own.get(oid) ??
      (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')),
  }
}

/** Words of the driver, which has no code of its own for a line that is gone or that never came about. */
const lineGone = /^Connection terminated|^timeout exceeded when trying to connect|not queryable/

function refusalOf(error: unknown): unknown {
  if (error instanceof pg.DatabaseError)
    return new DatabaseRefusal(error.code ?? 'XX000', error.constraint ?? '')
  if (!(error instanceof Error)) return error
  const refusedLine = 'syscall' in error && 'code' in error
  return refusedLine || lineGone.test(error.message) ? new DatabaseRefusal('08006', '') : error
}

async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}

function rowsOf(
  result: pg.QueryResult<Record<string, unknown>> | readonly pg.QueryResult<Record<string, unknown>>[],
): Record<string, unknown>[] {
  return 'rows' in result ? result.rows : result.flatMap(({ rows }) => rows)
}

/** Only what reads or changes rows is kept ready; everything else is said once. */
const ofRows = /^\s*(select|insert|update|delete|with)\b/i

/** So many different statements are kept ready; whatever comes after them is parsed each time. */
const most = 500

/**
 * Names for statements, alike on every connection of a pool: under its name a statement is parsed once a connection,
 * and planned until the database sees that one plan serves all values. Who is asking is no part of a plan: the
 * session's functions are asked anew each time it runs.
 */
function statementNames(): (text: string) => string | undefined {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.size >= most || !ofRows.test(text)) return before
    const name = `setu_${known.size + 1}`
    known.set(text, name)
    return name
  }
}

function connectionOf(client: pg.PoolClient, nameOf: (text: string) => string | undefined): Connection {
  return {
    query: (text, values) =>
      orRefusal(async () => {
        const name = nameOf(text)
        const result = await client.query<Record<string, unknown>>({
          text,
          values: [...values],
          ...(name === undefined ? {} : { name }),
        })
        return { rows: result.rows, count: result.rowCount ?? 0 }
      }),
    script: (text) => orRefusal(async () => rowsOf(await client.query<Record<string, unknown>>(text))),
    async *copyOut(table) {
      const stream = client.query(copyTo(`copy (${readStatement(table, false)}) to stdout`))
      try {
        for await (const piece of stream) yield piece
      } catch (error) {
        throw refusalOf(error)
      }
    },
    copyIn: (table, pieces) =>
      orRefusal(() =>
        pipeline(Readable.from(pieces), client.query(copyFrom(copyInStatement(table, 'stdin')))),
      ),
    release: (spoilt) => client.release(spoilt),
  }
}

interface PoolOptions {
  readonly connections: number
  /** A role that the connections take on as they open; only a library that knows no transactions of ours needs it. */
  readonly role?: 'setu_jobs'
  /** Where the server keeps its data, if that is on this machine and was said. */
  readonly folder?: string
}

/** A pool on PostgreSQL. Nothing but this file holds it. */
export function postgresEngine(url: string, { connections, role, folder }: PoolOptions): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: typeParser(),
    application_name: 'setu',
    ...(role === undefined ? {} : { options: `-c role=${role}` }),
  })
  const nameOf = statementNames()
  // A connection that dies while idle is replaced at the next use; there is nothing to say about whose it was.
  pool.on('error', () => undefined)
  // One that dies while it is held, between two statements, says so at the next; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    kind: 'postgres',
    connect: async () => connectionOf(await orRefusal(() => pool.connect()), nameOf),
    ...(folder === undefined ? {} : { hasRoom: () => hasRoom(folder) }),
    close: () => pool.end(),
  }
}
