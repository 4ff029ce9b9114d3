import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

function writeDown(file: string, content: string | Uint8Array, mode: number): void {
  const handle = openSync(file, 'w', mode)
  try {
    writeSync(handle, typeof content === 'string' ? Buffer.from(content) : content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function keepName(file: string): void {
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Puts a file in the place of another in one step, for the same owner: whoever reads it finds the one or the other. */
export function writeOver(file: string, content: string | Uint8Array, mode: number): void {
  const { uid, gid } = statSync(file)
  const half = `${file}.${process.pid}.half`
  writeDown(half, content, mode)
  const made = statSync(half)
  if (made.uid !== uid || made.gid !== gid) chownSync(half, uid, gid)
  renameSync(half, file)
  keepName(file)
}

/**
 * Writes a file whole or not at all, down to the disk, and never over another: where one is there already, or
 * another process comes first, that one stays.
 */
export function writeOnce(file: string, content: string | Uint8Array, mode: number): void {
  if (existsSync(file)) return
  const half = `${file}.${process.pid}.half`
  writeDown(half, content, mode)
  try {
    linkSync(half, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(half)
  }
  keepName(file)
}
