import { constants } from 'node:fs'
import { access, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handed, OutgoingText, TextGateway, WayBack } from './gateway.ts'

/** Where a file is written before it is whole: a daemon that watches the folder does not look into folders in it. */
const beside = '.writing'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const put = new RegExp(`^setu-(${id})$`)
const backAgain = new RegExp(`^(${id})\\.back$`)
const halfWritten = new RegExp(`^${id}$`)
/** Nobody writes so long at one text: what is older was left by a process that died, and has a number in it. */
const leftBehindMs = 10 * 60_000

/**
 * One text as SMS Server Tools read it. What is more than plain English letters goes as two bytes a character, highest first;
 * nothing but digits ever stands in the line with the number.
 */
function fileOf({ number, text }: OutgoingText): Buffer {
  if (!/^\+\d{8,15}$/.test(number)) throw new RangeError('not a telephone number')
  const head = `To: ${number.slice(1)}\n`
  if (/^[\x20-\x7e]*$/.test(text)) return Buffer.from(`${head}\n${text}\n`, 'latin1')
  const body = Buffer.from(text, 'utf16le').swap16()
  return Buffer.concat([Buffer.from(`${head}Alphabet: UCS2\n\n`, 'latin1'), body])
}

async function toDisk(path: string, flags: string, content?: Buffer): Promise<void> {
  const handle = await open(path, flags, 0o660)
  try {
    if (content !== undefined) await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.flatMap((name) => pattern.exec(name)?.[1] ?? [])
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  for (const name of names.filter((one) => halfWritten.test(one))) {
    const path = join(folder, name)
    const at = await stat(path).catch(() => null)
    if (at !== null && at.mtimeMs < Date.now() - leftBehindMs) await unlink(path).catch(() => undefined)
  }
}

/** A text is had back by moving it to where the daemon does not look: either of the two has it, never both. */
function wayBack(folder: string): WayBack {
  const aside = join(folder, beside)
  return {
    async lying() {
      await sweep(aside)
      return [...(await namesIn(folder, put)), ...(await namesIn(aside, backAgain))]
    },
    async take(name, remember) {
      const back = join(aside, `${name}.back`)
      await mkdir(aside, { recursive: true, mode: 0o770 })
      try {
        await rename(join(folder, `setu-${name}`), back)
      } catch (error) {
        if (!isMissing(error)) throw error
        // Perhaps it was moved there by a process that died before it could say so.
        if ((await stat(back).catch(() => null)) === null) return false
      }
      await remember()
      await unlink(back)
      return true
    },
  }
}

/** Puts each text into a folder as a file of its own, where the daemon of a modem finds it: no internet is needed. */
export function folderGateway(folder: string): TextGateway {
  const ready = () => mkdir(join(folder, beside), { recursive: true, mode: 0o770 })
  return {
    back: wayBack(folder),
    async hand(text): Promise<Handed> {
      const half = join(folder, beside, text.id)
      try {
        await ready()
        await toDisk(half, 'w', fileOf(text))
      } catch (error) {
        return error instanceof RangeError ? 'refused' : 'later'
      }
      try {
        // Never over another: what lies there under this name was put there before.
        await link(half, join(folder, `setu-${text.id}`))
        await toDisk(folder, 'r')
        return 'handed'
      } catch {
        return 'unknown'
      } finally {
        await unlink(half).catch(() => undefined)
      }
    },
    async works() {
      try {
        await ready()
        await access(join(folder, beside), constants.W_OK)
        await access(folder, constants.W_OK)
        return true
      } catch {
        return false
      }
    },
  }
}
