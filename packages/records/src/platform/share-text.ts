/** Letters and figures that are not taken for one another when they are read aloud or typed from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const rowBytes = 5
const rowLetters = 8
const checkLetters = 2
const fullRow = rowLetters + checkLetters
/** How many rows a share has on paper. */
export const shareRows = 8
const format = 1
const headBytes = 6
const shareBytes = shareRows * rowBytes - headBytes - 1

/** One of the three shares of an organisation's recovery key, as it stands on paper. */
export interface RecoveryShare {
  /** Eight figures of the key that it belongs to, so that shares of two keys are told apart. */
  readonly key: string
  readonly number: number
  readonly bytes: Uint8Array
}

/** Where a typed share is wrong: a letter that is never used, a row that was mistyped or is missing, or rows of two shares. */
export interface ShareFault {
  /** From 1; 0 where it is no single row. */
  readonly row: number
  readonly why: 'letter' | 'mistyped' | 'missing' | 'tooLong' | 'mixed'
}

/** Two letters that change with every single slip of the pen, with two letters swapped, and with a row in another's place. */
function checkOf(values: readonly number[], row: number): string {
  let weight = 1
  let sum = (row + 1) * 641
  for (const value of values) {
    weight = (weight * 37) % 1021
    sum += (value + 1) * weight
  }
  const check = sum % 1021
  return `${letters[check >> 5] ?? ''}${letters[check & 31] ?? ''}`
}

function wholeOf(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 1) ^ (sum & 0x80 ? 0x11d : 0) ^ byte) & 0xff
  return sum
}

function valuesOf(bytes: Uint8Array): number[] {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: rowLetters }, (_, at) =>
    Number((bits >> BigInt(5 * (rowLetters - 1 - at))) & 31n),
  )
}

function bytesOf(values: readonly number[]): number[] {
  let bits = 0n
  for (const value of values) bits = (bits << 5n) | BigInt(value)
  return Array.from({ length: rowBytes }, (_, at) => Number((bits >> BigInt(8 * (rowBytes - 1 - at))) & 255n))
}

/** The rows of a share as they are printed: two groups of four and two letters that check the row. */
export function shareToText({ key, number, bytes }: RecoveryShare): string[] {
  if (!/^[0-9a-f]{8}$/.test(key) || bytes.length !== shareBytes) throw new RangeError('no share')
  const head = Array.from({ length: 4 }, (_, at) => Number.parseInt(key.slice(2 * at, 2 * at + 2), 16))
  const whole = new Uint8Array([format, ...head, number, ...bytes, 0])
  whole[whole.length - 1] = wholeOf(whole.subarray(0, -1))
  return Array.from({ length: shareRows }, (_, row) => {
    const values = valuesOf(whole.subarray(row * rowBytes, (row + 1) * rowBytes))
    const text = values.map((value) => letters[value] ?? '').join('')
    return `${text.slice(0, 4)} ${text.slice(4)} ${checkOf(values, row)}`
  })
}

const banglaZero = 0x09e6

/** What was typed without what does not matter: case, gaps, look-alikes, Bangla figures. */
function plain(typed: string): string {
  return [...typed.normalize('NFKC').toUpperCase()]
    .map((letter) => {
      const figure = (letter.codePointAt(0) ?? 0) - banglaZero
      if (figure >= 0 && figure <= 9) return String(figure)
      return letter === 'O' ? '0' : letter === 'I' || letter === 'L' ? '1' : letter
    })
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .join('')
}

/** The rows as they were typed: line by line, or all in one. */
function rowsIn(typed: string): string[] {
  const lines = typed
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
  if (lines.length > 1) return lines
  return (lines[0] ?? '').match(new RegExp(`.{1,${fullRow}}`, 'gu')) ?? []
}

function readRow(text: string, row: number): number[] | ShareFault['why'] {
  const values = [...text].map((letter) => letters.indexOf(letter))
  if (values.includes(-1)) return 'letter'
  if (text.length !== fullRow) return 'mistyped'
  const kept = values.slice(0, rowLetters)
  return checkOf(kept, row) === text.slice(rowLetters) ? bytesOf(kept) : 'mistyped'
}

/** Reads a share as somebody typed it from paper, and says in which row they slipped. */
export function shareFromText(typed: string): RecoveryShare | ShareFault {
  const rows = rowsIn(typed)
  const bytes: number[] = []
  for (const [at, text] of rows.slice(0, shareRows).entries()) {
    const read = readRow(text, at)
    if (typeof read === 'string') return { row: at + 1, why: read }
    bytes.push(...read)
  }
  if (rows.length < shareRows) return { row: rows.length + 1, why: 'missing' }
  if (rows.length > shareRows) return { row: shareRows + 1, why: 'tooLong' }
  const whole = new Uint8Array(bytes)
  const number = whole[5] ?? 0
  const sound =
    whole[0] === format && number >= 1 && number <= 3 && wholeOf(whole.subarray(0, -1)) === whole.at(-1)
  if (!sound) return { row: 0, why: 'mixed' }
  const key = [...whole.subarray(1, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { key, number, bytes: whole.slice(headBytes, -1) }
}
