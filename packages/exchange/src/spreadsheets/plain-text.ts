import { FileProblem } from './file-problem.ts'

const newline = 10

/** The first line that is not UTF-8, so that a person can find the letter that was saved otherwise. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(newline, start)
    const next = end === -1 ? bytes.length : end + 1
    try {
      decoder.decode(bytes.subarray(start, next))
    } catch {
      return line
    }
    start = next
  }
  return 1
}

const binaryStarts = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '\x1f\x8b',
  "7z\xbc\xaf'\x1c",
  'Rar!',
  '{\\rtf',
  'SQLite',
]

function looksBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (binaryStarts.some((magic) => start.startsWith(magic))) return true
  const head = bytes.subarray(0, 4096)
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)
  return controls.length * 20 > head.length
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FileProblem('file.encoding', { line: encoding === 'utf-8' ? firstBadLine(bytes) : 1 })
  }
}

/** Reads the text of a CSV file: UTF-8 with or without its mark, or UTF-16 with it. Nothing is guessed. */
export function decodePlainText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new FileProblem('file.empty')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  if (looksBinary(bytes)) throw new FileProblem('file.not-a-spreadsheet')
  const text = decode(bytes, 'utf-8')
  if (text.trim() === '') throw new FileProblem('file.empty')
  if (/^\s*(?:<[!?a-z]|[{[]\s*["{[\]}])/i.test(text)) throw new FileProblem('file.not-a-spreadsheet')
  return text
}
