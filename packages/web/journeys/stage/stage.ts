import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../server/test/stage.ts', import.meta.url))

export type Name =
  | 'asha'
  | 'bina'
  | 'dilip'
  | 'farida'
  | 'kamal'
  | 'nasrin'
  | 'parveen'
  | 'rafiq'
  | 'laila'
  | 'salma'
  | 'tariq'

/** What the node holds when the curtain rises. */
export interface Scene {
  /** The database under the node. */
  readonly on?: 'pglite' | 'postgres'
  /** Nobody has an account yet. */
  readonly empty?: boolean
  /** A month of cases lies behind everybody. */
  readonly past?: boolean
  /** The node is reached by a name for which browsers keep passkeys. */
  readonly passkeys?: boolean
  /** A quarter is over, and everybody has been here for a year. */
  readonly quarter?: boolean
  /** The database lies in this folder instead of in memory, and what the node says goes into a file beside it. */
  readonly folder?: string
}

/** How many files were looked through, and what each of those that hold a word holds. */
export interface Swept {
  readonly files: number
  readonly held: Readonly<Record<string, readonly string[]>>
}

/** A reminder as the telephone operator was given it. */
export interface SentText {
  readonly number: string
  readonly text: string
}

/** A node at work with the web app in front of it, and the links by which its people come in. */
export interface Stage {
  readonly origin: string
  entry(name: Name): string
  /** Six minutes after everybody's last proof that it is they. */
  later(): Promise<void>
  /** Alerts of criminal cases are given whose day has come. */
  alerts(): Promise<void>
  /** Sends reminders as at a moment that has not come; answers all that an operator was given so far. */
  texts(at: string): Promise<readonly SentText[]>
  /** Looks for words in everything that the stage and its database put on the disk, a fresh backup included. */
  sweep(words: readonly string[]): Promise<Swept>
  close(): Promise<void>
}

/** Starts a node of its own on a port of its own; it ends with `close`, or with the tests. */
export async function raiseStage({ on = 'pglite', ...scene }: Scene = {}): Promise<Stage> {
  const asked = Object.entries(scene).flatMap(([name, wanted]) =>
    wanted ? [`--${name}`, ...(typeof wanted === 'string' ? [wanted] : [])] : [],
  )
  const words = ['--on', on, ...asked]
  const log = scene.folder === undefined ? 'inherit' : openSync(join(scene.folder, 'node.log'), 'a')
  const child = spawn(process.execPath, [script, ...words], { stdio: ['pipe', 'pipe', log] })
  if (child.stdin === null || child.stdout === null) throw new Error('a node that cannot be heard')
  const { stdin } = child
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { value } = await Promise.race([lines.next(), ended.then(() => ({ value: undefined }))])
  if (typeof value !== 'string') throw new Error('the stage could not be raised')
  const { origin, entries } = JSON.parse(value) as { origin: string; entries: Partial<Record<Name, string>> }
  return {
    origin,
    entry(name) {
      const token = entries[name]
      if (token === undefined) throw new Error(`${name} is not on this stage`)
      return `${origin}/enter/${token}`
    },
    async later() {
      stdin.write('later\n')
      await lines.next()
    },
    async alerts() {
      stdin.write('alerts\n')
      await lines.next()
    },
    async texts(at) {
      stdin.write(`texts ${at}\n`)
      return JSON.parse(String((await lines.next()).value)) as SentText[]
    },
    async sweep(words) {
      stdin.write(`sweep ${JSON.stringify(words)}\n`)
      return JSON.parse(String((await lines.next()).value)) as Swept
    },
    async close() {
      stdin.end()
      await ended
    },
  }
}
