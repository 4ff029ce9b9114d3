import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { crc32 } from './crc32.ts'
import { FileProblem } from './file-problem.ts'

/** How much an archive may unpack to before it is taken for an attack. */
export interface ArchiveLimits {
  readonly entries: number
  readonly unpackedBytes: number
  /** Unpacked by packed size, looked at only for parts above a megabyte. */
  readonly ratio: number
}

/** The parts of a ZIP archive, by name. */
export interface Archive {
  readonly names: ReadonlySet<string>
  /** The bytes of one part. Throws when they are not the length and checksum the archive states. */
  read(name: string): AsyncGenerator<Uint8Array, void, undefined>
}

const smallPart = 1_000_000

function refuseBomb(entries: readonly Entry[], limits: ArchiveLimits): void {
  let total = 0
  for (const { compressedSize, uncompressedSize } of entries) {
    total += uncompressedSize
    const ratio = uncompressedSize / Math.max(1, compressedSize)
    if (uncompressedSize > smallPart && ratio > limits.ratio) throw new FileProblem('zip.too-large')
  }
  if (total > limits.unpackedBytes) throw new FileProblem('zip.too-large')
}

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new FileProblem('zip.too-many-entries')
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= limits.entries) throw new FileProblem('zip.too-many-entries')
    if (entry.isEncrypted()) throw new FileProblem('file.encrypted')
    if (entries.has(entry.fileName)) throw new FileProblem('zip.damaged')
    entries.set(entry.fileName, entry)
  }
  refuseBomb([...entries.values()], limits)
  return entries
}

function asFileProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('too many bytes') || message.startsWith('not enough bytes')) {
    return new FileProblem('zip.size-forged')
  }
  if (message.includes('encrypt')) return new FileProblem('file.encrypted')
  return new FileProblem('zip.damaged')
}

/** What was unpacked is counted here too: the sizes an archive states are the attacker's words. */
async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  let length = 0
  let checksum = 0
  const chunks: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > entry.uncompressedSize) throw new FileProblem('zip.size-forged')
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (length !== entry.uncompressedSize) throw new FileProblem('zip.size-forged')
  if (checksum !== entry.crc32) throw new FileProblem('zip.checksum')
}

/** Opens a ZIP archive held in memory. Refuses archives that are damaged, locked or too good at packing. */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<Archive> {
  let zip: ZipFile
  let entries: Map<string, Entry>
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    entries = await listEntries(zip, limits)
  } catch (error) {
    throw asFileProblem(error)
  }

  return {
    names: new Set(entries.keys()),
    async *read(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new FileProblem('workbook.damaged')
      try {
        yield* readEntry(zip, entry)
      } catch (error) {
        throw asFileProblem(error)
      }
    },
  }
}
