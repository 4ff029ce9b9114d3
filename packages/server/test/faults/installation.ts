import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { keepFact } from '../../src/commands/facts.ts'
import { seedRules } from '../../src/commands/seed-rules.ts'
import { setUp } from '../../src/directory/index.ts'
import {
  type Engine,
  migrate,
  type Node,
  nodeKeyFrom,
  openSession,
  pgliteEngine,
  postgresEngine,
  servingRoles,
} from '../../src/platform/index.ts'
import { embeddedGround } from '../embedded-ground.ts'

/** Somebody who is signed in for as long as a day lasts. */
export interface Worker {
  readonly org: string
  readonly unit: string
  readonly account: string
  readonly cookie: string
}

/** A database server that can be killed and started again. */
interface Server {
  readonly url: string
  crash(): void
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A real installation that nobody serves yet: what `setu start` is told, and who works there. */
export interface Installation {
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  readonly writers: readonly Worker[]
  /** Whom the writers refer to. */
  readonly desk: Worker
  /** The server under it; the embedded database has none. */
  readonly server: Server | null
  /** Looks into it past all policies. The embedded one must not be served meanwhile. */
  look<Found>(see: (owner: Engine) => Promise<Found>): Promise<Found>
  close(): Promise<void>
}

/** A PostgreSQL server that keeps what it acknowledged, in a folder for temporary files or the one that is named. */
async function durableServer(folder?: string): Promise<Server> {
  const program = process.env['SETU_POSTGRES_KEEPER']
  if (program === undefined) throw new Error('run the tests with `npm test`: it brings PostgreSQL')
  const child: ChildProcess = spawn(process.execPath, [program, '--durable'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(folder === undefined ? {} : { TMPDIR: folder }) },
  })
  if (child.stdout === null) throw new TypeError('no output')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const heard = async (): Promise<string> => {
    const { value } = await lines.next()
    if (typeof value !== 'string') throw new Error('the database server did not start')
    return (JSON.parse(value) as { url: string }).url
  }
  return {
    url: await heard(),
    crash: () => void child.stdin?.write('crash\n'),
    async restart() {
      child.stdin?.write('restart\n')
      await heard()
    },
    async stop() {
      child.stdin?.end()
      await ended
    },
  }
}

async function script(engine: Engine, text: string): Promise<void> {
  const connection = await engine.connect()
  await connection.script(text)
  connection.release(false)
}

interface Places {
  readonly writing: Engine
  readonly env: Readonly<Record<string, string>>
  readonly server: Server | null
  readonly look: Installation['look']
  readonly close: () => Promise<void>
}

async function embedded(home: string, dataFolder: string): Promise<Places> {
  const folder = join(dataFolder, 'database')
  mkdirSync(dataFolder, { recursive: true })
  const writing = await pgliteEngine(folder, await embeddedGround())
  return {
    writing,
    env: { SETU_DATA: dataFolder },
    server: null,
    async look(see) {
      const engine = await pgliteEngine(folder)
      try {
        return await see(engine)
      } finally {
        await engine.close()
      }
    },
    close: async () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function onServer(home: string, server: Server): Promise<Places> {
  const admin = postgresEngine(server.url, { connections: 1 })
  const name = `setu_${randomBytes(5).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await script(admin, `create database ${name}`)
  await admin.close()
  const ownerUrl = new URL(server.url)
  ownerUrl.pathname = `/${name}`
  const look: Installation['look'] = async (see) => {
    const owner = postgresEngine(ownerUrl.href, { connections: 2 })
    try {
      return await see(owner)
    } finally {
      await owner.close()
    }
  }
  await look(async (owner) => {
    await migrate(owner)
    await script(owner, `create role ${name}_login login noinherit password '${password}'`)
    await script(owner, `grant ${servingRoles.join(', ')} to ${name}_login`)
  })
  const url = new URL(ownerUrl.href)
  url.username = `${name}_login`
  url.password = password
  return {
    writing: postgresEngine(url.href, { connections: 2 }),
    env: { SETU_DATA: join(home, 'data'), DATABASE_URL: url.href },
    server,
    look,
    async close() {
      await server.stop()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const people = ['one', 'two', 'three', 'four', 'desk'] as const

async function settle(node: Node): Promise<Worker[]> {
  const ngo = { org: randomUUID(), unit: randomUUID(), type: 'ngo' }
  const legal = { org: randomUUID(), unit: randomUUID(), type: 'legalAid' }
  const workers = people.map((name) => ({ name, account: randomUUID(), ...(name === 'desk' ? legal : ngo) }))
  const names = { nameEn: 'Office', nameBn: 'দপ্তর' }
  await seedRules(node.engine)
  const memberKeys = await setUp(node, {
    organisations: [ngo, legal].map(({ org, type }) => ({ id: org, type, ...names })),
    units: [ngo, legal].map(({ org, unit }) => ({ org, id: unit, ...names })),
    accounts: workers.map(({ name, account, org, unit }) => ({
      org,
      id: account,
      signInName: name,
      name,
      postEn: 'Post',
      postBn: 'পদ',
      language: 'en',
      roles: ['caseworker'],
      units: [{ id: unit, supervises: false, focal: true }],
      password: null,
    })),
  })
  return Promise.all(
    workers.map(async ({ org, unit, account }) => ({
      org,
      unit,
      account,
      cookie: await openSession(node, { org, account, device: 'test', memberKey: memberKeys.get(account) }),
    })),
  )
}

/** An installation with four caseworkers and a legal aid desk, in a folder of its own or on a server of its own. */
export async function install(kind: 'pglite' | 'postgres', on?: string): Promise<Installation> {
  const home = mkdtempSync(join(on ?? tmpdir(), 'setu-installed-'))
  const keys = mkdtempSync(join(tmpdir(), 'setu-key-'))
  const secret = randomBytes(32)
  const keyFile = join(keys, 'node.key')
  writeFileSync(keyFile, `${secret.toString('base64')}\n`, { mode: 0o600 })
  const places =
    kind === 'pglite'
      ? await embedded(home, join(home, 'data'))
      : await onServer(home, await durableServer(on))
  const name = String(await keepFact(places.writing, 'name', 'test'))
  await keepFact(places.writing, 'demo', false)
  const [desk, ...writers] = (
    await settle({
      name,
      engine: places.writing,
      nodeKey: nodeKeyFrom(secret),
      clock: () => new Date(),
      demo: false,
      version: 'test',
      passwordCost: { memory: 64, passes: 1, parallelism: 1 },
    })
  ).toReversed()
  await places.writing.close()
  if (desk === undefined) throw new TypeError('nobody')
  return {
    home,
    env: {
      ...places.env,
      SETU_KEY_FILE: keyFile,
      ...(on === undefined ? {} : { SETU_DATABASE_FOLDER: on }),
    },
    writers,
    desk,
    server: places.server,
    look: places.look,
    async close() {
      await places.close()
      rmSync(keys, { recursive: true, force: true })
    },
  }
}
