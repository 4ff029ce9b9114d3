import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A file as it is kept: drawn anew, with nothing in it but what it shows. */
export interface CleanFile {
  readonly type: 'image/jpeg' | 'application/pdf'
  readonly pages: number
  readonly bytes: Buffer
}

/** Why a file cannot be kept. */
export type FileFault = 'unknown' | 'unreadable' | 'too-many-pages'

const script = fileURLToPath(new URL('./file-process.ts', import.meta.url))
const mostMs = 30_000
const mostAtOnce = 2

const said = z.strictObject({
  type: z.enum(['image/jpeg', 'application/pdf', 'unknown', 'unreadable', 'too-many-pages']),
  pages: z.number().int(),
})

/** The folders that the process may read: its own, and the packages that it is made of. */
function readable(): string[] {
  const folders = [path.dirname(script)]
  for (let at = path.dirname(script); at !== path.dirname(at); at = path.dirname(at)) {
    for (const name of ['node_modules', 'package.json']) {
      const here = path.join(at, name)
      if (existsSync(here)) folders.push(name === 'node_modules' ? `${here}/` : here)
    }
  }
  return folders
}

let atWork = 0
const inLine: (() => void)[] = []

/** Pictures take memory: two are drawn at once, the others wait. */
async function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  if (atWork >= mostAtOnce) await new Promise<void>((resolve) => inLine.push(resolve))
  atWork += 1
  try {
    return await run()
  } finally {
    atWork -= 1
    inLine.shift()?.()
  }
}

/** One rewriting, in a process that may read nothing but its own code. */
async function rewritten(
  asked: readonly string[],
  bytes: Uint8Array,
): Promise<{ type: z.infer<typeof said>['type']; pages: number; bytes: Buffer }> {
  const limits = ['--max-old-space-size=512', '--permission', '--allow-addons']
  const flags = [...limits, ...readable().map((one) => `--allow-fs-read=${one}`)]
  const child = spawn(process.execPath, [...flags, script, ...asked], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: mostMs,
    killSignal: 'SIGKILL',
  })
  // A process that ends early does not read to the end; what it answered, or did not, says enough.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const out = await buffer(child.stdout)
  const end = out.indexOf('\n')
  if (end < 0) return { type: 'unreadable', pages: 0, bytes: Buffer.alloc(0) }
  return { ...said.parse(JSON.parse(out.subarray(0, end).toString())), bytes: out.subarray(end + 1) }
}

/**
 * Rewrites a picture or a PDF that came from outside, in a process of its own without keys. What is neither, is
 * damaged or locked, or has too many pages is refused by name.
 *
 * @param bytes the file as it came
 * @param mostPages how many pages a PDF may have
 */
export function cleanFile(bytes: Uint8Array, mostPages: number): Promise<CleanFile | FileFault> {
  return inTurn(async () => {
    const { type, ...rest } = await rewritten(['clean', String(mostPages)], bytes)
    return type === 'image/jpeg' || type === 'application/pdf' ? { type, ...rest } : type
  })
}

/**
 * A file that was kept as a PDF to take along, each of whose pages says from where it came.
 *
 * @param words what stands on each page, in plain Latin letters: the fonts that every reader of PDF has hold no other
 */
export function markedPdf(bytes: Uint8Array, words: string): Promise<Buffer> {
  return inTurn(async () => {
    const { type, bytes: marked } = await rewritten(['mark', words.replaceAll(/[^ -~]/g, '?')], bytes)
    if (type !== 'application/pdf') throw new TypeError('a kept file that cannot be marked')
    return marked
  })
}
