import type { Db as BossDatabase } from 'pg-boss'
import { type Connection, DatabaseRefusal, type Engine } from '../database/engine.ts'

/** The job runner looks for the database's own code on an error, as its usual driver gives it. */
function withCode(error: unknown): unknown {
  return error instanceof DatabaseRefusal
    ? Object.assign(new Error(error.message), { code: error.sqlState })
    : error
}

/** The embedded engine has one session for everything, so the role is taken on and laid down around each call. */
async function asJobs<Result>(
  engine: Engine,
  connection: Connection,
  work: () => Promise<Result>,
): Promise<Result> {
  if (engine.kind === 'postgres') return work()
  await connection.script('set role setu_jobs')
  const result = await work()
  await connection.script('reset role')
  return result
}

/** The job runner's own books, on an engine of ours: one connection a call, destroyed when the call fails. */
export function bossDatabase(engine: Engine): BossDatabase {
  return {
    async executeSql(text, values = []) {
      const connection = await engine.connect()
      let spoilt = true
      try {
        const rows = await asJobs(engine, connection, async () =>
          values.length === 0 ? connection.script(text) : (await connection.query(text, values)).rows,
        )
        spoilt = false
        return { rows }
      } catch (error) {
        throw withCode(error)
      } finally {
        connection.release(spoilt)
      }
    },
  }
}
