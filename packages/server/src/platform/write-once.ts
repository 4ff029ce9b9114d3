import { closeSync, existsSync, fsyncSync, linkSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file whole or not at all, down to the disk, and never over another: where one is there already, or
 * another process comes first, that one stays.
 */
export function writeOnce(file: string, content: string | Uint8Array, mode: number): void {
  if (existsSync(file)) return
  const half = `${file}.${process.pid}.half`
  const handle = openSync(half, 'w', mode)
  try {
    writeSync(handle, typeof content === 'string' ? Buffer.from(content) : content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(half, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(half)
  }
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
