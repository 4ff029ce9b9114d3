import { setTimeout as pause } from 'node:timers/promises'
import { rowsOf } from '../client.ts'
import { run, type ServerProcess, serving, stopped } from '../server-process.ts'
import type { Draws } from './draws.ts'
import { type Installation, install } from './installation.ts'
import { brokenRules } from './whole.ts'
import { type Acknowledged, type Book, send, type Writer, writer } from './writers.ts'

/** What was found after a plug was pulled: all of it should be nothing but what was acknowledged. */
export interface Pulled {
  readonly acknowledged: number
  /** Changes that the node said were done and that are not there as it said. */
  readonly lost: readonly string[]
  /** What is half done. */
  readonly broken: readonly string[]
  /** Answers that nobody should have been given. */
  readonly wrong: readonly string[]
}

/** A real installation with four people at work on it, whose plug can be pulled. */
export interface Campaign {
  readonly installation: Installation
  readonly book: Book
  /** Four writers at once until, after a while that is drawn, something is done to the node. */
  during(doing: () => Promise<unknown>): Promise<void>
  start(): Promise<void>
  /** Where the node is now. */
  origin(): string
  /** Ends the node's process at once, as a power cut does. */
  killNode(): Promise<void>
  stopNode(): Promise<void>
  /** The database's own server dies and comes back; the node stays. */
  killDatabase(): Promise<void>
  /** The node answers a repeated change as it did the first time; gives those that it does not. */
  differing(some: readonly Acknowledged[]): Promise<string[]>
  /** Looks at everything; the embedded database must not be served meanwhile. */
  look(): Promise<Pulled>
  close(): Promise<void>
}

/** The same in whichever order the database keeps its keys. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  return `{${Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .join(',')}}`
}

/** Until one more change is acknowledged than were before, or half a minute is over. */
async function firstAnswer({ done }: Book): Promise<void> {
  const before = done.length
  for (let waited = 0; done.length === before && waited < 30_000; waited += 20) await pause(20)
}

async function lookAt(installation: Installation, book: Book): Promise<Pulled> {
  return installation.look(async (owner) => {
    const rows = await rowsOf(owner, 'select command_id as command, result from command_done')
    const kept = new Map(rows.map(({ command, result }) => [String(command), canonical(result)]))
    const lost = book.done.filter(
      ({ body, status, text }) =>
        kept.get(body.command) !== canonical({ status, body: JSON.parse(text) as unknown }),
    )
    return {
      acknowledged: book.done.length,
      lost: lost.map(({ path, body }) => `${path} ${body.command}`),
      broken: await brokenRules(owner),
      wrong: [...book.wrong],
    }
  })
}

export async function openCampaign(
  kind: 'pglite' | 'postgres',
  draws: Draws,
  on?: string,
): Promise<Campaign> {
  const book: Book = { done: [], wrong: [], refused: 0, dead: 0 }
  const installation = await install(kind, on)
  const writers: Writer[] = installation.writers.map((one) => writer(one, installation.desk, draws, book))
  let server: ServerProcess | null = null
  let origin = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server !== null) await stopped(server, signal)
    server = null
  }

  return {
    installation,
    book,
    async during(doing) {
      const over = new AbortController()
      const all = Promise.all(writers.map((one) => one.work(origin, over.signal)))
      // Most plugs are pulled while answers come; on a busy machine the first is long in coming.
      if (draws.between(0, 2) > 0) await firstAnswer(book)
      await pause(draws.between(20, 700))
      await doing()
      over.abort()
      await all
    },
    async start() {
      server = run(['start'], installation.env, installation.home)
      origin = await serving(server)
    },
    origin: () => origin,
    killNode: () => end('SIGKILL'),
    stopNode: () => end('SIGTERM'),
    async killDatabase() {
      installation.server?.crash()
      await pause(draws.between(0, 200))
      await installation.server?.restart()
      await pause(300)
      const ended = server?.child.exitCode
      if (ended !== null)
        throw new Error(`the node ended with its database: ${(await server?.ended)?.err ?? ''}`)
    },
    async differing(some) {
      const found: string[] = []
      for (const { cookie, path, body, status, text } of some) {
        const answer = await send(origin, cookie, path, body)
        const now = `${answer.status} ${await answer.text()}`
        if (now !== `${status} ${text}`) found.push(`${path}: ${now} instead of ${status} ${text}`)
      }
      return found
    },
    look: () => lookAt(installation, book),
    async close() {
      await end('SIGKILL')
      await installation.close()
    },
  }
}

/** Pulls the plug once and looks. */
export async function pullPlug(kind: 'pglite' | 'postgres', draws: Draws): Promise<Pulled> {
  const campaign = await openCampaign(kind, draws)
  try {
    await campaign.start()
    await campaign.during(campaign.killNode)
    return await campaign.look()
  } finally {
    await campaign.close()
  }
}
