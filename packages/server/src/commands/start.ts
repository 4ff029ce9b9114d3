import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { demoEntries, loadDemo } from '../demo/index.ts'
import { endpoints } from '../endpoints.ts'
import {
  breachWords,
  channelsOf,
  countingWork,
  type Engine,
  type Environment,
  examine,
  faceWitnesses,
  httpServer,
  isLoopback,
  logSigner,
  type Node,
  openSession,
  type Settings,
  startJobs,
  startSealer,
  usualCost,
} from '../platform/index.ts'
import { prosecutionWorks } from '../prosecution/index.ts'
import { protectionWorks, type Sending, tellPages } from '../protection/index.ts'
import {
  demoBanner,
  embeddedBanner,
  entriesLine,
  entryLine,
  firstRunLine,
  loadingLine,
  ownWindowLine,
  progressLine,
  readyLine,
  withoutPages,
} from './banner.ts'
import { isInhabited, keepFact, nameOf, opensItself, readFact } from './facts.ts'
import { findNodeKey } from './node-key.ts'
import { settingsOf } from './open-database.ts'
import { type ReadyDatabase, readyDatabase } from './ready-database.ts'
import { CommandRefused, refuse, type Voice } from './refuse.ts'
import { releaseOf } from './release.ts'
import { seedRules } from './seed-rules.ts'
import { readyTexts } from './texts.ts'

/** The built web app, where there is one. */
const pages = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** Nobody is served from a database that does not keep its rules. */
async function refuseBreaches(database: ReadyDatabase): Promise<void> {
  if ((await readFact(database.engine, 'restoring')) === true)
    refuse(
      'a restore into this database was cut off; put the backup back into a new, empty one',
      'এই ডেটাবেসে ব্যাকআপ ফেরানো মাঝপথে থেমে গেছে; নতুন খালি ডেটাবেসে আবার ফেরান',
    )
  const breaches = await examine(database.engine, { lenient: false })
  if (breaches.length === 0) return
  throw new CommandRefused(
    breaches.map(({ kind, where }) => ({
      en: `${breachWords[kind].en}: ${where}`,
      bn: `${breachWords[kind].bn}: ${where}`,
    })),
  )
}

/** People of the demonstration come in without a password; nobody else ever may. */
async function refuseDemoSlots(engine: Engine, demo: boolean): Promise<void> {
  const slots = await opensItself(engine)
  if (demo && !slots && (await readFact(engine, 'demoLoaded')) === true) {
    refuse(
      'SETU_DATA: the demonstration here was loaded by an earlier version; remove its folder and start again',
      'SETU_DATA: এখানকার প্রদর্শনী আগের সংস্করণের; এর ফোল্ডারটি সরিয়ে আবার শুরু করুন',
    )
  }
  if (demo || !slots) return
  refuse(
    'SETU_DATA: accounts of the demonstration are in this database; real work begins in an empty one',
    'SETU_DATA: এই ডেটাবেসে প্রদর্শনীর অ্যাকাউন্ট আছে; আসল কাজ খালি ডেটাবেসে শুরু হয়',
  )
}

function refuseOpenDemo({ host }: Settings): void {
  if (isLoopback(host)) return
  refuse(
    'HOST: the demonstration lets everyone in who can reach it, so it is served to this machine only (127.0.0.1)',
    'HOST: প্রদর্শনীতে যে পৌঁছাতে পারে সে-ই ঢুকতে পারে, তাই এটি শুধু এই যন্ত্রেই চলে (127.0.0.1)',
  )
}

/** How much of the demonstration is loaded: all of it, or the cases that a newcomer meets first. */
type Size = 'full' | 'small'

const everySoOften = 3000

function progressOn(voice: Voice): (told: number, of: number) => void {
  let last = performance.now()
  return (told, of) => {
    const now = performance.now()
    if (now - last < everySoOften) return
    last = now
    voice.say(progressLine(told, of))
  }
}

async function makeNode(
  settings: Settings,
  { engine, demo }: ReadyDatabase,
  { size, sending }: { readonly size: Size; readonly sending: Sending | null },
  voice: Voice,
): Promise<Node> {
  const node: Node = {
    name: await nameOf(engine),
    engine,
    nodeKey: await findNodeKey(settings, engine, demo),
    clock: () => new Date(),
    demo,
    version: releaseOf(),
    passwordCost: usualCost,
    casesAnHour: settings.casesAnHour,
    ...(settings.origin === null ? {} : { origin: settings.origin }),
    ...(settings.push === null ? {} : { pushKey: settings.push.publicKey }),
  }
  if (demo && (await readFact(engine, 'demoLoaded')) !== true) {
    voice.say(loadingLine)
    await loadDemo(node, { size, progress: progressOn(voice), ...(sending ? { sending } : {}) })
    await keepFact(engine, 'demoLoaded', true)
  }
  return node
}

interface Entry {
  readonly token: string
  readonly line: (origin: string) => string
  readonly open: (device: string) => Promise<string>
}

/** Links that let a newcomer in as one person each; their tokens live in this process and nowhere else. */
async function entriesOf(node: Node, voice: Voice): Promise<Entry[]> {
  if (!node.demo) return []
  return (await demoEntries(node)).map((entry) => {
    const token = randomBytes(16).toString('base64url')
    return {
      token,
      line: (origin) => entryLine(entry, `${origin}/enter/${token}`, voice.language),
      open: (device) => openSession(node, { org: entry.org, account: entry.account, device }),
    }
  })
}

async function listen(
  app: Awaited<ReturnType<typeof httpServer>>,
  { host, port }: Settings,
): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch {
    return refuse(
      `PORT: ${host}:${port} cannot be listened on; another program may be using it`,
      `PORT: ${host}:${port}-এ শোনা যাচ্ছে না; হয়তো অন্য কোনো প্রোগ্রাম এটি ব্যবহার করছে`,
    )
  }
}

const web = existsSync(`${pages}index.html`) ? pages : null

async function serve(
  settings: Settings,
  database: ReadyDatabase,
  size: Size,
  voice: Voice,
): Promise<() => Promise<void>> {
  const { engine, jobs, demo } = database
  if (demo) refuseOpenDemo(settings)
  await seedRules(engine)
  await refuseBreaches(database)
  await refuseDemoSlots(engine, demo)
  const sending = await readyTexts(settings, database, voice)
  const node = await makeNode(settings, database, { size, sending }, voice)
  // The log has its key before anybody can take it along.
  await logSigner(engine, node)
  const entries = await entriesOf(node, voice)
  const trouble = (line: string): void => voice.complain({ en: line, bn: line })
  const app = await httpServer(node, {
    endpoints,
    pages: tellPages,
    web,
    secure: settings.origin?.startsWith('https:') ?? false,
    report: ({ number, action, code, kind }) => trouble(`${number} ${action} ${code} ${kind}`),
    entries: new Map(entries.map(({ token, open }) => [token, open])),
  })
  try {
    const address = await listen(app, settings)
    const origin = settings.origin ?? address
    const channels = channelsOf(settings, origin)
    const works = {
      ...protectionWorks(engine, node.clock, sending),
      ...prosecutionWorks(engine, node.clock),
      ...countingWork(engine, node.clock),
      checkpoints: () => faceWitnesses(node, settings.witnesses),
    }
    const stopSealer = startSealer({ engine, clock: node.clock, report: trouble })
    const stopJobs = await startJobs({
      engine,
      books: jobs,
      channels,
      clock: node.clock,
      works,
      report: trouble,
    })
    await introduce({ voice, database, entries, origin })
    return async () => {
      // Whoever is still sending after this long is not waited for.
      setTimeout(() => app.server.closeAllConnections(), 10_000).unref()
      await app.close()
      await stopJobs()
      await stopSealer()
      await database.close()
    }
  } catch (error) {
    await app.close()
    throw error
  }
}

interface Introduction {
  readonly voice: Voice
  readonly database: ReadyDatabase
  readonly entries: readonly Entry[]
  readonly origin: string
}

async function introduce({ voice, database, entries, origin }: Introduction): Promise<void> {
  if (database.engine.kind === 'pglite') voice.say(embeddedBanner)
  if (database.demo) voice.say(demoBanner)
  if (web === null) voice.say(withoutPages)
  if (entries.length > 0) {
    voice.say(entriesLine)
    for (const { line } of entries) voice.say({ en: line(origin), bn: line(origin) })
    voice.say(ownWindowLine(origin))
  }
  if (!(await isInhabited(database.engine))) voice.say(firstRunLine(origin))
  voice.say(readyLine(origin))
}

/**
 * Starts a node: the demonstration on an empty folder (a short one with `--small`), a real installation with `--empty` or on PostgreSQL.
 * Answers what stops it again, once it serves.
 */
export async function start(
  env: Environment,
  args: readonly string[],
  voice: Voice,
): Promise<() => Promise<void>> {
  const { values } = parseArgs({
    args: [...args],
    options: { empty: { type: 'boolean', default: false }, small: { type: 'boolean', default: false } },
  })
  const settings = settingsOf(env)
  const database = await readyDatabase(settings, { empty: values.empty })
  try {
    return await serve(settings, database, values.small ? 'small' : 'full', voice)
  } catch (error) {
    await database.close()
    throw error
  }
}
