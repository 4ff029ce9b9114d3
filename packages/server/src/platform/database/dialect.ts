import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Connection } from './engine.ts'

/** SQL on one held connection: parameters only, in one transaction, on either engine. */
export type Db = Kysely<Record<string, never>>

function overConnection(connection: Connection): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, count } = await connection.query(query.sql, query.parameters)
      return { rows: rows as Row[], numAffectedRows: BigInt(count) }
    },
    streamQuery() {
      throw new TypeError('rows are read in pages, not streamed')
    },
  }
}

function dialectOf(connection: Connection): Dialect {
  const held = overConnection(connection)
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(held),
      releaseConnection: () => Promise.resolve(),
      beginTransaction: () => Promise.reject(new TypeError('one transaction a unit of work')),
      commitTransaction: () => Promise.reject(new TypeError('one transaction a unit of work')),
      rollbackTransaction: () => Promise.reject(new TypeError('one transaction a unit of work')),
      destroy: () => Promise.resolve(),
    }),
  }
}

/** Kysely over a connection that the caller holds and gives back. */
export function kyselyOn(connection: Connection): Db {
  return new Kysely({ dialect: dialectOf(connection) })
}
