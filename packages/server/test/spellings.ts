import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * As plain text, in two bytes a letter, in base64 at each of its three offsets, as hexadecimal digits, and as
 * addresses and JSON write letters that are not plain.
 */
function spellingsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  const wide = Buffer.from(word, 'utf16le')
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // The first and last letters depend on what stands beside the word.
    return text.slice(offset === 0 ? 0 : offset + 1, -4)
  })
  const escaped = word.replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const texts = [
    ...base64,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    wide.toString('hex'),
    encodeURIComponent(word),
    escaped,
  ]
  return [bytes, wide, Buffer.from(wide).swap16(), ...texts.map((text) => Buffer.from(text))]
}

interface Spelling {
  readonly word: string
  readonly bytes: Buffer
}

/** Spellings by their first four bytes, and which first two bytes there are at all: most places are passed by at once. */
function indexOf(words: readonly string[]) {
  const begins = new Uint8Array(2 ** 16)
  const spellings = new Map<number, Spelling[]>()
  for (const word of words) {
    for (const bytes of spellingsOf(word)) {
      begins[bytes.readUInt16LE(0)] = 1
      const start = bytes.readUInt32LE(0)
      spellings.set(start, [...(spellings.get(start) ?? []), { word, bytes }])
    }
  }
  return { begins, spellings }
}

/** Which of some words bytes hold, whichever way they are written down. A word has at least six letters. */
function finderOf(words: readonly string[]): (bytes: Buffer) => Set<string> {
  const { begins, spellings } = indexOf(words)
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] !== 1) continue
      for (const spelling of spellings.get(bytes.readUInt32LE(at)) ?? []) {
        if (bytes.subarray(at, at + spelling.bytes.length).equals(spelling.bytes)) found.add(spelling.word)
      }
    }
    return found
  }
}

/** Whether bytes hold a word, whichever way it is written down. */
export function holderOf(word: string): (bytes: Buffer) => boolean {
  const find = finderOf([word])
  return (bytes) => find(bytes).size > 0
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** What stands in a file, and what it holds unpacked where it is packed. A file that has gone meanwhile is empty. */
function contentsOf(file: string): Buffer[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return []
  }
  return bytes.length > 1 && bytes.readUInt16BE(0) === 0x1f8b ? [bytes, gunzipSync(bytes)] : [bytes]
}

/** How many files lie under some folders, and what each of those that hold a word holds. */
export function sweepOf(folders: readonly string[], words: readonly string[]) {
  const find = finderOf(words)
  const files = folders.flatMap(filesUnder)
  const held = files.map((file) => [
    file,
    [...new Set(contentsOf(file).flatMap((bytes) => [...find(bytes)]))],
  ])
  return {
    files: files.length,
    held: Object.fromEntries(held.filter(([, found]) => (found?.length ?? 0) > 0)),
  }
}
