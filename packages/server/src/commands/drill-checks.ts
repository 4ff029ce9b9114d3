import { createHash } from 'node:crypto'
import {
  breachWords,
  checkLog,
  checkTombstones,
  type Engine,
  examine,
  type restoreBackup,
  type Settings,
} from '../platform/index.ts'
import { logFaultWords } from './log-words.ts'
import type { Words } from './refuse.ts'

async function asked(engine: Engine, text: string): Promise<Record<string, unknown>[]> {
  const connection = await engine.connect()
  try {
    return await connection.script(text)
  } finally {
    connection.release(false)
  }
}

/** A digest of every policy of a database. */
export async function policiesOf(engine: Engine): Promise<string> {
  const rows = await asked(
    engine,
    `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
     where schemaname = 'public' order by 1, 2`,
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

/** Tables in which somebody without a session must see nothing, however many rows there are. */
const closed = ['case_file', 'person_identity', 'part_wrap', 'account_secret'] as const

/** What somebody sees who asks as the application and is nobody. */
async function seenByNobody(engine: Engine): Promise<readonly string[]> {
  const connection = await engine.connect()
  const seen: string[] = []
  try {
    for (const table of closed) {
      await connection.script('begin; set local role setu_app')
      // To be refused is as good as to see nothing.
      const found = await connection.script(`select count(*) as rows from ${table}`).catch(() => [])
      await connection.script('rollback')
      if (Number(found[0]?.['rows'] ?? 0) > 0) seen.push(table)
    }
    return seen
  } finally {
    connection.release(false)
  }
}

interface Drilled {
  readonly restored: Awaited<ReturnType<typeof restoreBackup>>
  readonly settings: Settings
  /** The policies of the database that was backed up. */
  readonly policies: string
}

/** Erased again in passing: then a table may hold fewer rows than the backup said, and never more. */
async function wrongCounts(engine: Engine, { restored }: Drilled): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { name, rows } of restored.header.tables) {
    const [row] = await asked(engine, `select count(*) as rows from "${name}"`)
    const found = Number(row?.['rows'])
    const may =
      restored.erasedAgain > 0
        ? name === 'tombstone' || name === 'erased_case' || found <= rows
        : found === rows
    if (!may) wrong.push(name)
  }
  return wrong
}

const sentence = (en: string, bn: string): Words => ({ en, bn })

/** Everything that is not as it must be in a database that came back. */
export async function failuresOf(engine: Engine, drilled: Drilled): Promise<readonly Words[]> {
  const { settings, policies } = drilled
  const breaches = (await examine(engine, { lenient: true })).filter(
    ({ kind }) => !kind.startsWith('sign-in'),
  )
  const log = await checkLog({ engine, clock: () => new Date() }, settings.witnesses)
  // The node wrote on while the drill went: a witness may have seen more than the backup holds.
  const faults = log.faults.filter(({ kind }) => kind !== 'cut')
  const erased = await checkTombstones({ engine }, settings.witnesses)
  const other = (await policiesOf(engine)) !== policies
  return [
    ...breaches.map(({ kind, where }) =>
      sentence(`${breachWords[kind].en}: ${where}`, `${breachWords[kind].bn}: ${where}`),
    ),
    ...faults.map(({ kind, at }) =>
      sentence(`log, entry ${at}: ${logFaultWords[kind].en}`, `লগ, ভুক্তি ${at}: ${logFaultWords[kind].bn}`),
    ),
    ...(erased.broken > 0 || erased.forgotten.length > 0
      ? [sentence('something that was erased is here again', 'মুছে ফেলা কিছু আবার এখানে আছে')]
      : []),
    ...(other ? [sentence('the policies are not those of the node', 'নীতিগুলো নোডের নীতি নয়')] : []),
    ...(await seenByNobody(engine)).map((table) =>
      sentence(`${table}: seen without a session`, `${table}: প্রবেশ ছাড়াই দেখা যায়`),
    ),
    ...(await wrongCounts(engine, drilled)).map((table) =>
      sentence(`${table}: other rows than the backup holds`, `${table}: ব্যাকআপের চেয়ে ভিন্ন সারি`),
    ),
  ]
}
