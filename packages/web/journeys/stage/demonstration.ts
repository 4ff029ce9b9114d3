import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { typedWords } from '../harness/typed-words.ts'
import { expectNothingHeld, placeToSweep, sweepFolder } from './sweep.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

/** Somebody as whom one may come in: role, name and organisation as the node prints them. */
export interface Entry {
  readonly who: string
  readonly path: string
}

/** A demonstration of its own for the journeys of one file. Stop it when they are over. */
export interface Demonstration {
  readonly baseURL: string
  readonly entries: readonly Entry[]
  /** Where somebody comes in; the words must be found in their line. */
  readonly enter: (...words: readonly string[]) => string
  readonly stop: () => Promise<void>
}

const entryLine = /^\s+(.+ · .+) · (https?:\/\/\S+)$/
const readyLine = /ready: (https?:\/\/\S+)/

/** Reads what the node says until it is ready, or until it ends. */
async function untilReady(child: ChildProcess): Promise<{ baseURL: string; entries: Entry[] }> {
  const entries: Entry[] = []
  const said: string[] = []
  if (child.stdout === null) throw new TypeError('a node that cannot be heard')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    const [, who, address] = entryLine.exec(line) ?? []
    if (who !== undefined && address !== undefined) entries.push({ who, path: new URL(address).pathname })
    const [, baseURL] = readyLine.exec(line) ?? []
    if (baseURL !== undefined) return { baseURL, entries }
  }
  throw new Error(`the node ended before it was ready:\n${said.join('\n')}`)
}

/** The server's own commands. */
export const setu = main

/** Starts the demonstration in an empty folder, on a port that is free; the short one where that is enough. */
export async function startDemonstration({ small = false } = {}): Promise<Demonstration> {
  const place = placeToSweep()
  const { folder } = place
  const child = spawn(process.execPath, [main, 'start', ...(small ? ['--small'] : [])], {
    cwd: folder,
    env: {
      ...process.env,
      LANG: 'C',
      LC_ALL: 'C',
      PORT: '0',
      SETU_DATA: join(folder, 'data'),
      SETU_KEY_FILE: join(folder, 'keys', 'node.key'),
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', openSync(join(folder, 'node.log'), 'a')],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { baseURL, entries } = await untilReady(child)
  child.stdout?.resume()
  return {
    baseURL,
    entries,
    enter: (...words) => {
      const entry = entries.find(({ who }) => words.every((word) => who.includes(word)))
      if (entry === undefined) throw new Error(`nobody to come in as: ${words.join(', ')}`)
      return entry.path
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      try {
        expectNothingHeld(folder, sweepFolder(folder, typedWords()))
      } finally {
        place.clear()
      }
    },
  }
}
