import { FileProblem } from './file-problem.ts'

/** The sorts of file that come in under the name of a spreadsheet. */
export type Container = 'xlsx' | 'csv'

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** "EncryptedPackage", as the directory of an encrypted workbook spells it. MS-OFFCRYPTO 2.2. */
const encryptedPackage = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at), wanted)) return true
  }
  return false
}

/** Tells from its bytes what a file is; its name and its media type are whatever the sender said. */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new FileProblem('file.empty')
  if (startsWith(bytes, compoundFile)) {
    throw new FileProblem(holds(bytes, encryptedPackage) ? 'file.encrypted' : 'file.old-excel')
  }
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])
    ? 'xlsx'
    : 'csv'
}
