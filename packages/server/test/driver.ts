import type { AddressInfo } from 'node:net'
import { endpoints } from '../src/endpoints.ts'
import { bundleLines, httpServer, type Node, verifyLog } from '../src/platform/index.ts'
import { openCase } from '../src/protection/index.ts'
import { backUp, type Files, restoreInto } from './backups.ts'
import { newCase } from './cases.ts'
import { type Answer, type Client, openClient, rowsOf } from './client.ts'
import { type SetClock, setClock } from './faults/clock.ts'
import { drawsFrom } from './faults/draws.ts'
import { type Fault, type FaultyEngine, faulty } from './faults/fail-at.ts'
import { type Line, openLine } from './faults/line.ts'
import { type Pulled, pullPlug } from './faults/pull-plug.ts'
import { sealAll } from './seal-all.ts'
import { type AnyName, openWideWorld, type WideWorld } from './wide-world.ts'
import { openNode } from './world.ts'

/** The people of the named cases, by what they are called there. */
const users = {
  n1a: 'asha',
  n1b: 'bina',
  n1s: 'farida',
  n2a: 'nadia',
  p1: 'inspector',
  m1: 'analyst',
  adm: 'admin',
  dpo: 'guard',
} as const satisfies Readonly<Record<string, AnyName>>

export type User = keyof typeof users

/** One case of the world of the named cases: whose it is, and the canary in each of its sealed fields. */
export interface NamedCase {
  readonly org: string
  readonly id: string
  readonly at: string
  readonly canary: string
}

/** Somebody who asks the node over HTTP. */
export interface Asking {
  get(path: string): Promise<Answer>
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<Answer>
  ask: Client['ask']
}

/**
 * All that the named cases need of a node, so that they, and others that are written elsewhere, can be run against it:
 * people who ask, the database past all policies, the clock, the line, faults, the log, backups.
 */
export interface Driver {
  readonly kind: 'pglite' | 'postgres'
  readonly world: WideWorld
  readonly cases: Readonly<Record<'C1' | 'C2' | 'C3' | 'C4', NamedCase>>
  as(user: User | null): { http(): Asking; readonly cookie: string | undefined }
  readonly db: { raw(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]> }
  readonly clock: SetClock
  /** A line of its own to the node for one device, on which bytes can be held up and cut. */
  net(device: string): Promise<Line>
  /** A node in a process of its own is killed while four writers are at work, so long after they began; what was kept is looked at. */
  kill(point: { readonly seed: number }): Promise<Pulled>
  failAt(statement: number, fault?: Fault): void
  exportAudit(): Promise<string[]>
  verifyAudit(
    bundle: readonly string[],
    trust?: Parameters<typeof verifyLog>[1],
  ): ReturnType<typeof verifyLog>
  backup(): Promise<Files>
  /** Brings a backup back into an empty place and answers a look into it. */
  restore(files: Files): Promise<Pick<Driver, 'db'> & { close(): Promise<void> }>
  readonly reports: readonly { readonly code: string; readonly action: string }[]
  close(): Promise<void>
}

async function casesOf(world: WideWorld): Promise<Driver['cases']> {
  const make = async (name: string, who: AnyName): Promise<NamedCase> => {
    const canary = `CNRY-${name}`
    const person = world.people[who]
    const { org, id } = await person.as((work) => openCase(work, newCase(person, canary)))
    return { org, id, at: `/cases/${org}/${id}`, canary }
  }
  return {
    C1: await make('C1', 'asha'),
    C2: await make('C2', 'asha'),
    C3: await make('C3', 'bina'),
    C4: await make('C4', 'nadia'),
  }
}

interface Parts {
  readonly node: Node
  readonly engine: FaultyEngine
  readonly client: Client
}

function askingAs({ client }: Parts, cookie: string | undefined): Asking {
  const mine = cookie === undefined ? {} : { cookie }
  return {
    get: (path) => client.get(path, cookie),
    post: (path, body) => client.post(path, cookie, body),
    ask: (method, path, asking = {}) => client.ask(method, path, { ...mine, ...asking }),
  }
}

async function linesOf(node: Node): Promise<string[]> {
  await sealAll(node)
  const lines: string[] = []
  for await (const piece of bundleLines(node, null)) lines.push(...piece.trimEnd().split('\n'))
  return lines
}

/** Opens the world of the named cases on one of the two engines. */
export async function openDriver(kind: 'pglite' | 'postgres'): Promise<Driver> {
  const world = await openWideWorld(kind)
  const engine = faulty(world.node.engine)
  const clock = setClock(world.node.engine)
  const node: Node = { ...world.node, engine, clock: clock.clock }
  const reports: { code: string; action: string }[] = []
  const report = ({ code, action }: { code: string; action: string }) => reports.push({ code, action })
  const client = await openClient(node, endpoints, report)
  const app = await httpServer(node, { endpoints, web: null, secure: false, report })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const lines: Line[] = []
  const parts: Parts = { node, engine, client }
  return {
    kind,
    world,
    cases: await casesOf(world),
    as(user) {
      const cookie = user === null ? undefined : world.people[users[user]].cookie
      return { http: () => askingAs(parts, cookie), cookie }
    },
    db: { raw: (text, values = []) => rowsOf(world.owner, text, values) },
    clock,
    async net() {
      const line = await openLine(port)
      lines.push(line)
      return line
    },
    kill: ({ seed }) => pullPlug(kind, drawsFrom(seed)),
    failAt: (statement, fault = 'refused') => engine.failAt(statement, fault),
    exportAudit: () => linesOf(world.node),
    verifyAudit: (bundle, trust = {}) =>
      verifyLog(
        (async function* () {
          yield* bundle
        })(),
        trust,
      ),
    backup: () => backUp(world),
    async restore(files) {
      const empty = await openNode(kind)
      await restoreInto(empty, world, files)
      return {
        db: { raw: (text, values = []) => rowsOf(empty.owner, text, values) },
        close: () => empty.close(),
      }
    },
    reports,
    async close() {
      for (const line of lines) await line.close()
      await app.close()
      await client.close()
      await world.close()
    },
  }
}
