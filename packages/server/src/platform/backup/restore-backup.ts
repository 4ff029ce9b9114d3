import type { Connection, CopiedTable, Engine } from '../database/engine.ts'
import { DatabaseRefusal } from '../database/engine.ts'
import { migrate, ourMigrations } from '../database/migrate.ts'
import { type NodeKey, ringOf } from '../keys/node-key.ts'
import type { BackupHeader, TablePart } from './backup-header.ts'
import { isSealedBy } from './backup-header.ts'
import { eachTable, verifyBackup } from './backup-reader.ts'
import { BackupRefused } from './backup-refused.ts'
import { copiedTables, tablesToFind } from './copied-tables.ts'
import { endTexts } from './end-texts.ts'
import { type ErasedSince, eraseAgain, learnErased, type Since } from './erase-again.ts'

interface Restore {
  /** Signed in as someone whom no policy binds; on a server that is its owner, never the sign-in that serves. */
  readonly owner: Engine
  /** The keys at hand; one of them must be that of the backup. */
  readonly nodeKeys: readonly NodeKey[]
  readonly dataFile: string
  readonly keysFile: string
  /** Secret keys of age, for files that were encrypted to their public halves. */
  readonly identities: readonly string[]
  readonly erasedSince: ErasedSince
}

/** What came back, and how many cases were erased again. */
export interface Restored {
  readonly header: BackupHeader
  readonly erasedAgain: number
}

function nodeKeyOf({ nodeKey }: BackupHeader, nodeKeys: readonly NodeKey[], file: string): NodeKey {
  const found = nodeKeys.find(({ ids }) => ids.includes(nodeKey))
  if (!found) throw new BackupRefused('other-key', file)
  return found
}

async function verified(
  file: string,
  holds: BackupHeader['holds'],
  { nodeKeys, identities }: Pick<Restore, 'nodeKeys' | 'identities'>,
): Promise<BackupHeader> {
  const header = await verifyBackup(file, identities)
  if (header.holds !== holds) throw new BackupRefused('not-together', file)
  if (!isSealedBy(header, nodeKeyOf(header, nodeKeys, file))) throw new BackupRefused('damaged', file)
  return header
}

/** A backup of an earlier release is put back into the shape it had, and then brought on to the present one. */
function namesOf({ migrations }: BackupHeader, file: string): string[] {
  const ours = ourMigrations()
  const first = [...ours.keys()].slice(0, migrations.length)
  const fits = migrations.every(({ name, digest }, at) => first[at] === name && ours.get(name) === digest)
  if (!fits) throw new BackupRefused('other-version', file)
  return first
}

async function inOwnTransaction(
  owner: Engine,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await owner.connect()
  let spoilt = true
  try {
    await connection.script(
      "begin; set local statement_timeout = 0; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'",
    )
    await work(connection)
    await connection.script('commit')
    spoilt = false
  } finally {
    connection.release(spoilt)
  }
}

/** Refuses before anything is changed when somebody has worked here, or when the shape is a later one. */
async function refuseUsed(owner: Engine, names: readonly string[]): Promise<void> {
  await inOwnTransaction(owner, async (connection) => {
    const [made] = await connection.script("select to_regclass('public.migration') is not null as yes")
    if (made?.['yes'] !== true) return
    const applied = await connection.script('select name from migration')
    if (applied.some(({ name }) => !names.includes(String(name))))
      throw new BackupRefused('not-empty', 'migration')
    await refuseRows(connection)
  })
}

async function refuseRows(connection: Connection): Promise<void> {
  for (const table of await tablesToFind(connection)) {
    const [row] = await connection.script(`select exists (select 1 from "${table}") as yes`)
    if (row?.['yes'] === true) throw new BackupRefused('not-empty', table)
  }
}

interface Source {
  readonly file: string
  readonly identities: readonly string[]
}

/** Fills the tables of a file and takes them off the list of those that are still empty. */
async function fill(connection: Connection, left: Map<string, CopiedTable>, source: Source): Promise<void> {
  const { file } = source
  await eachTable(source, async (part, pieces) => {
    const table = left.get(part.name)
    if (!table || !sameColumns(table, part)) throw new BackupRefused('other-version', file)
    await connection.copyIn({ ...table, columns: columnsAs(table, part) }, pieces)
    const [row] = await connection.script(`select count(*) as rows from "${part.name}"`)
    if (Number(row?.['rows']) !== part.rows) throw new BackupRefused('damaged', file)
    left.delete(part.name)
  })
}

function sameColumns(table: CopiedTable, part: TablePart): boolean {
  return (
    table.columns
      .map(({ name }) => name)
      .toSorted()
      .join() === part.columns.toSorted().join()
  )
}

/** The columns as the file has them. */
function columnsAs(table: CopiedTable, part: TablePart): CopiedTable['columns'] {
  return part.columns.flatMap((name) => table.columns.find((column) => column.name === name) ?? [])
}

/** What was erased since is erased again, and what a survivor may have ended since has ended. */
async function catchUp(connection: Connection, since: Since | null): Promise<number> {
  const erased = since === null ? 0 : await eraseAgain(connection, since)
  await endTexts(connection)
  return erased
}

/** What an older release backed up catches up once it has the present shape; until then nobody is served from it. */
async function catchUpInPresentShape(owner: Engine, since: Since | null): Promise<number> {
  let erased = 0
  await inOwnTransaction(owner, async (connection) => {
    erased = await catchUp(connection, since)
    await connection.script(`delete from node_fact where name = 'restoring'`)
  })
  return erased
}

/**
 * Puts a backup back into a database in which nobody has worked. Both files are read to their ends and held to
 * their digests first; then everything comes in together or not at all, and what was erased since is erased again
 * before anybody can see it. Sessions do not come back, and no text goes out before its survivor was asked again.
 */
export async function restoreBackup({
  owner,
  nodeKeys,
  dataFile,
  keysFile,
  identities,
  erasedSince,
}: Restore): Promise<Restored> {
  const data = await verified(dataFile, 'data', { nodeKeys, identities })
  const keys = await verified(keysFile, 'keys', { nodeKeys, identities })
  if (data.backup !== keys.backup) throw new BackupRefused('not-together', keysFile)
  const names = namesOf(data, dataFile)
  await refuseUsed(owner, names)
  await migrate(owner, names)
  const present = names.length === ourMigrations().size
  let since: Since | null = null
  let erasedAgain = 0
  try {
    await inOwnTransaction(owner, async (connection) => {
      const tables = await copiedTables(connection)
      for (const { name } of [...tables.data, ...tables.keys])
        await connection.script(`lock table "${name}" in exclusive mode`)
      await refuseRows(connection)
      // An earlier release may have kept a table in the other file.
      const left = new Map([...tables.data, ...tables.keys].map((table) => [table.name, table]))
      await fill(connection, left, { file: dataFile, identities })
      await fill(connection, left, { file: keysFile, identities })
      if (left.size > 0) throw new BackupRefused('other-version', dataFile)
      since = await learnErased({
        connection,
        // A backup from the midst of an exchange holds what stands under either key.
        nodeKey: ringOf(nodeKeyOf(data, nodeKeys, dataFile), nodeKeys),
        since: erasedSince,
        witnessed: (data.witnesses ?? []).length > 0,
        dataFile,
      })
      if (present) erasedAgain = await catchUp(connection, since)
      else await connection.script(`insert into node_fact (name, value) values ('restoring', 'true')`)
    })
  } catch (error) {
    // The rows break a rule of their own tables: the file was made elsewhere, or by hand.
    if (error instanceof DatabaseRefusal && /^2[23]/.test(error.sqlState))
      throw new BackupRefused('damaged', dataFile)
    throw error
  }
  await migrate(owner)
  if (!present) erasedAgain = await catchUpInPresentShape(owner, since)
  return { header: data, erasedAgain }
}
