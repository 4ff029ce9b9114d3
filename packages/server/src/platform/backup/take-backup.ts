import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import type { Connection, CopiedTable, Engine } from '../database/engine.ts'
import type { NodeKey } from '../keys/node-key.ts'
import { passingIdentity, sealedTo } from './age-file.ts'
import { type BackupHeader, sealHeader, type TablePart } from './backup-header.ts'
import { countLines, verifyBackup } from './backup-reader.ts'
import { BackupRefused } from './backup-refused.ts'
import { copiedTables } from './copied-tables.ts'

interface Backup {
  readonly engine: Engine
  readonly nodeKey: NodeKey
  readonly release: string
  readonly taken: Date
  /** Who outside is to remember the log, by name: a restore asks them what was erased since. */
  readonly witnesses: readonly string[]
  /** The operator's public keys of age to which both files are encrypted; none for files in clear. */
  readonly recipients: readonly string[]
  /** Rows as they are, sealed values sealed. */
  readonly dataFile: string
  /** What opens them, to be kept elsewhere. */
  readonly keysFile: string
}

/** One moment of the database, written the same way whatever the server's own habits are. */
const snapshot = [
  'begin isolation level repeatable read read only',
  'set local role setu_backup',
  'set local statement_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local bytea_output = 'hex'",
  'set local extra_float_digits = 1',
].join(';')

interface WrittenPart {
  readonly part: TablePart
  readonly file: string
  /** What lies beside the backup while it is taken opens only as long as this process lives. */
  readonly passing: { readonly key: Buffer; readonly iv: Buffer }
}

async function writeTable(connection: Connection, table: CopiedTable, file: string): Promise<WrittenPart> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const piece of connection.copyOut(table)) {
      hash.update(piece)
      rows += countLines(piece)
      bytes += piece.length
      yield piece
    }
  }
  const passing = { key: randomBytes(32), iv: randomBytes(16) }
  const hidden = createCipheriv('aes-256-ctr', passing.key, passing.iv)
  const target = createWriteStream(file, { mode: 0o600 })
  await pipeline(Readable.from(measured()), createGzip(), hidden, target)
  const columns = table.columns.map(({ name }) => name)
  return { part: { name: table.name, columns, rows, bytes, sha256: hash.digest('hex') }, file, passing }
}

interface Copied {
  readonly migrations: BackupHeader['migrations']
  /** Witnesses that the node has shown its log. */
  readonly witnesses: readonly string[]
  readonly data: readonly WrittenPart[]
  readonly keys: readonly WrittenPart[]
}

async function copyAll(connection: Connection, folder: string): Promise<Copied> {
  await connection.script(snapshot)
  const migrations = await connection.script('select name, digest from migration order by name')
  const witnesses = await connection.script('select name from log_witness order by name')
  const tables = await copiedTables(connection)
  const write = async (wanted: readonly CopiedTable[]): Promise<WrittenPart[]> => {
    const written: WrittenPart[] = []
    for (const table of wanted) written.push(await writeTable(connection, table, join(folder, table.name)))
    return written
  }
  const copied = { data: await write(tables.data), keys: await write(tables.keys) }
  await connection.script('commit')
  return {
    ...copied,
    witnesses: witnesses.map(({ name }) => String(name)),
    migrations: migrations.map((row) => ({ name: String(row['name']), digest: String(row['digest']) })),
  }
}

/** Parts that were packed one by one may simply stand behind each other: together they are one packed file. */
async function* joined(header: BackupHeader, parts: readonly WrittenPart[]): AsyncGenerator<Uint8Array> {
  yield gzipSync(`${JSON.stringify(header)}\n`)
  for (const { file, passing } of parts) {
    const shown = createDecipheriv('aes-256-ctr', passing.key, passing.iv)
    for await (const piece of createReadStream(file)) yield shown.update(piece)
  }
}

interface Placing {
  readonly target: string
  readonly half: string
  readonly pieces: AsyncIterable<Uint8Array>
  readonly recipients: readonly string[]
}

/**
 * Puts a file in its place whole and down to the disk, and never over another. It is read back first, to its end: what
 * is encrypted to the operator by a key beside theirs, which is forgotten then.
 */
async function place({ target, half, pieces, recipients }: Placing): Promise<void> {
  const clear = recipients.length === 0
  const passing = await passingIdentity(recipients)
  const written = clear ? pieces : sealedTo([...recipients, passing.recipient], pieces)
  await pipeline(Readable.from(written), createWriteStream(half, { mode: 0o600, flags: 'wx' }))
  await verifyBackup(half, clear ? [] : [passing.identity])
  const handle = openSync(half, 'r')
  fsyncSync(handle)
  closeSync(handle)
  linkSync(half, target)
}

function refuseExisting(...files: readonly string[]): void {
  const there = files.find((file) => existsSync(file))
  if (there !== undefined) throw new BackupRefused('file-there', there)
}

async function copyUnderOneSnapshot(engine: Engine, folder: string): Promise<Copied> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    const copied = await copyAll(connection, folder)
    spoilt = false
    return copied
  } finally {
    connection.release(spoilt)
  }
}

/**
 * Takes a backup of one moment into two files: the rows, and apart from them the keys that open what is sealed in
 * them. Either both files are there in the end or neither is.
 */
export async function takeBackup({
  engine,
  nodeKey: living,
  release,
  taken,
  witnesses: configured,
  recipients,
  dataFile,
  keysFile,
}: Backup): Promise<{ rows: number; tables: number }> {
  const nodeKey = living.still()
  refuseExisting(dataFile, keysFile)
  for (const file of [dataFile, keysFile]) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const dataFolder = mkdtempSync(join(dirname(dataFile), '.setu-backup-'))
  const keysFolder = mkdtempSync(join(dirname(keysFile), '.setu-backup-'))
  try {
    const { migrations, witnesses, data, keys } = await copyUnderOneSnapshot(engine, dataFolder)
    const backup = randomUUID()
    const headerOf = (holds: 'data' | 'keys', parts: readonly WrittenPart[]): BackupHeader =>
      sealHeader(
        {
          format: 'setu-backup',
          version: 2,
          backup,
          holds,
          taken: taken.toISOString(),
          release,
          nodeKey: nodeKey.id,
          witnesses: [...new Set([...configured, ...witnesses])],
          migrations,
          tables: parts.map(({ part }) => part),
        },
        nodeKey,
      )
    const placing = (target: string, folder: string, holds: 'data' | 'keys', parts: readonly WrittenPart[]) =>
      place({
        target,
        half: join(folder, 'whole'),
        pieces: joined(headerOf(holds, parts), parts),
        recipients,
      })
    await placing(keysFile, keysFolder, 'keys', keys)
    try {
      await placing(dataFile, dataFolder, 'data', data)
    } catch (error) {
      rmSync(keysFile, { force: true })
      throw error
    }
    return { rows: data.reduce((sum, { part }) => sum + part.rows, 0), tables: data.length }
  } finally {
    for (const folder of [dataFolder, keysFolder]) rmSync(folder, { recursive: true, force: true })
  }
}
