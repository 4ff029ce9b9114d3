import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { isAge, NotOpened, openedBy } from './age-file.ts'
import { type BackupHeader, backupHeader, type TablePart } from './backup-header.ts'
import { BackupRefused } from './backup-refused.ts'

const lineEnd = 0x0a
const longestHeader = 8 * 1024 * 1024

interface Bytes {
  line(most: number): Promise<string>
  take(count: number): AsyncIterable<Buffer>
  isOver(): Promise<boolean>
}

/** Lines and measured pieces out of a stream, with no more than a piece of it in memory. */
function bytesOf(stream: AsyncIterable<Buffer>): Bytes {
  const pieces = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const { value, done } = await pieces.next()
    if (done === true) return false
    held = held.length === 0 ? value : Buffer.concat([held, value])
    return true
  }

  return {
    async line(most) {
      let end = held.indexOf(lineEnd)
      while (end < 0 && held.length <= most && (await more())) end = held.indexOf(lineEnd)
      if (end < 0) throw new RangeError('no line')
      const line = held.subarray(0, end).toString('utf8')
      held = held.subarray(end + 1)
      return line
    },
    async *take(count) {
      let left = count
      while (left > 0) {
        if (held.length === 0 && !(await more())) throw new RangeError('too short')
        const piece = held.subarray(0, left)
        held = held.subarray(piece.length)
        left -= piece.length
        yield piece
      }
    },
    isOver: async () => held.length === 0 && !(await more()),
  }
}

function parseHeader(line: string): BackupHeader | null {
  try {
    const result = backupHeader.safeParse(JSON.parse(line))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** A backup file that is being read: its header, then its tables in order, each to its end. */
interface OpenBackup {
  readonly header: BackupHeader
  readonly tables: AsyncIterable<{ readonly part: TablePart; readonly pieces: AsyncIterable<Buffer> }>
}

/** What is packed in a file, decrypted where it is a file of age. */
async function* contentOf(file: string, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = createReadStream(file)[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done === true) return
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield first.value
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
  }
  if (!isAge(first.value)) return yield* whole()
  if (identities.length === 0) throw new BackupRefused('identity-needed', file)
  try {
    yield* openedBy(identities, whole())
  } catch (error) {
    throw error instanceof NotOpened ? new BackupRefused('other-identity', file) : error
  }
}

async function open(file: string, identities: readonly string[]): Promise<OpenBackup> {
  const stream = Readable.from(contentOf(file, identities))
  const unpacked = createGunzip()
  stream.on('error', (error) => unpacked.destroy(error))
  const bytes = bytesOf(stream.pipe(unpacked))
  const line = await bytes.line(longestHeader).catch((error: unknown) => {
    if (error instanceof BackupRefused) throw error
    return ''
  })
  const header = parseHeader(line)
  if (header === null) throw new BackupRefused('not-a-backup', file)
  async function* tables(of: BackupHeader) {
    for (const part of of.tables) yield { part, pieces: bytes.take(part.bytes) }
    if (!(await bytes.isOver())) throw new RangeError('too long')
  }
  return { header, tables: tables(header) }
}

/** Reads a file to its end and holds every table to the digest and the number of rows that the header gives. */
export async function verifyBackup(file: string, identities: readonly string[]): Promise<BackupHeader> {
  const { header, tables } = await open(file, identities)
  try {
    for await (const { part, pieces } of tables) await verifyTable(part, pieces)
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    throw new BackupRefused('damaged', file)
  }
  return header
}

async function verifyTable(part: TablePart, pieces: AsyncIterable<Buffer>): Promise<void> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const piece of pieces) {
    hash.update(piece)
    rows += countLines(piece)
  }
  if (hash.digest('hex') !== part.sha256 || rows !== part.rows) throw new RangeError(part.name)
}

export function countLines(piece: Uint8Array): number {
  let lines = 0
  for (let at = piece.indexOf(lineEnd); at >= 0; at = piece.indexOf(lineEnd, at + 1)) lines += 1
  return lines
}

/** Hands the tables of a verified file over, one after another. */
export async function eachTable(
  { file, identities }: { readonly file: string; readonly identities: readonly string[] },
  take: (part: TablePart, pieces: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const { tables } = await open(file, identities)
  for await (const { part, pieces } of tables) await take(part, pieces)
}
