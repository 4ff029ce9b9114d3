import { type Db, kyselyOn } from './dialect.ts'
import { DatabaseRefusal, type Engine } from './engine.ts'

/** The roles under which anything is done. None bypasses row-level security; each job has its own. */
export type DatabaseRole =
  | 'setu_app'
  | 'setu_signin'
  | 'setu_clock'
  | 'setu_notify'
  | 'setu_backup'
  | 'setu_setup'
  | 'setu_jobs'
  | 'setu_sealer'
  | 'setu_survivor'

interface Frame {
  readonly role: DatabaseRole
  /** The session's database handle: 64 hexadecimal digits, worthless outside the database. */
  readonly handle?: string
  readonly readOnly?: true
  /** Everything is read as it stood at one moment, though others write meanwhile. */
  readonly snapshot?: boolean
  readonly timeoutMs?: number
}

const handleShape = /^[0-9a-f]{64}$/

/** SET takes no parameters, so what goes into it is checked to be nothing but hexadecimal digits. */
function opening({ role, handle, readOnly, snapshot, timeoutMs = 5000 }: Frame): string {
  if (handle !== undefined && !handleShape.test(handle)) throw new TypeError('not a database handle')
  const isolation = readOnly || snapshot ? 'begin isolation level repeatable read' : 'begin'
  return [
    readOnly ? `${isolation} read only` : isolation,
    `set local role ${role}`,
    `set local statement_timeout = ${Math.trunc(timeoutMs)}`,
    `set local setu.session = '${handle ?? ''}'`,
  ].join(';')
}

/** How often a snapshot is taken anew when somebody changed under it what it also has to write, as a session's last use. */
const snapshots = 5

/** Reads in one snapshot; a moment that got in another's way is undone whole and taken again. */
export async function inSnapshot<Result>(
  engine: Engine,
  frame: Frame,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  for (let again = 1; ; again++) {
    try {
      return await inTransaction(engine, { ...frame, snapshot: true }, work)
    } catch (cause) {
      const passed = cause instanceof DatabaseRefusal && cause.sqlState === '40001'
      if (!passed || again === snapshots) throw cause
    }
  }
}

/**
 * Runs `work` in one transaction under a narrow role. Whatever goes wrong, the connection is destroyed rather
 * than given back, so that nobody's context can leak into the next request.
 */
export async function inTransaction<Result>(
  engine: Engine,
  frame: Frame,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const start = opening(frame)
  const connection = await engine.connect()
  let spoilt = true
  try {
    await connection.script(start)
    const result = await work(kyselyOn(connection))
    await connection.script('commit')
    spoilt = false
    return result
  } finally {
    connection.release(spoilt)
  }
}
