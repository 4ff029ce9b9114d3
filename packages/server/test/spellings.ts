import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** As plain text, in two bytes a letter, in base64 at each of its three offsets, and as hexadecimal digits. */
function spellingsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  const wide = Buffer.from(word, 'utf16le')
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // The first and last letters depend on what stands beside the word.
    return text.slice(offset === 0 ? 0 : offset + 1, -4)
  })
  const texts = [...base64, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), wide.toString('hex')]
  return [bytes, wide, Buffer.from(wide).swap16(), ...texts.map((text) => Buffer.from(text))]
}

/** Whether bytes hold a word, whichever way it is written down. */
export function holderOf(word: string): (bytes: Buffer) => boolean {
  const spellings = spellingsOf(word)
  return (bytes) => spellings.some((spelling) => bytes.includes(spelling))
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** What stands in a file, unpacked where it is packed. */
function contentOf(file: string): Buffer {
  const bytes = readFileSync(file)
  return bytes.readUInt16BE(0) === 0x1f8b ? gunzipSync(bytes) : bytes
}

/** The files under a folder that hold a word. */
export function filesWith(folder: string, word: string): string[] {
  const holds = holderOf(word)
  return filesUnder(folder).filter((file) => {
    const bytes = readFileSync(file)
    return bytes.length > 1 && (holds(bytes) || holds(contentOf(file)))
  })
}
