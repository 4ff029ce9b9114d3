import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { seedRules } from '../src/commands/seed-rules.ts'
import { endpoints } from '../src/endpoints.ts'
import { takeBackup } from '../src/platform/backup/take-backup.ts'
import { httpServer } from '../src/platform/index.ts'
import { prosecutionWorks } from '../src/prosecution/index.ts'
import { tellPages } from '../src/protection/index.ts'
import { beginReviews } from '../src/protection/reviews/begin-reviews.ts'
import { handTexts } from '../src/protection/texts/hand-texts.ts'
import { rowsOf } from './client.ts'
import { seedPastCases } from './past-cases.ts'
import { type Name, openProgramme } from './programme.ts'
import { operator, reminderKeyOn } from './reminders.ts'
import { sweepOf } from './spellings.ts'
import { openNode } from './world.ts'

/**
 * A node for a browser to work on, as a process of its own: it prints one line that says where it is and by
 * which links people come in, and ends when whoever started it closes its input.
 */
const { values } = parseArgs({
  options: {
    on: { type: 'string', default: 'pglite' },
    empty: { type: 'boolean', default: false },
    past: { type: 'boolean', default: false },
    passkeys: { type: 'boolean', default: false },
    quarter: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
})

/** The built web app; another build than the usual one may be tried. */
const web = process.env['SETU_WEB_APP'] ?? fileURLToPath(new URL('../../web/dist/', import.meta.url))

const opened = await openNode(
  values.on === 'postgres' ? 'postgres' : 'pglite',
  values.folder && join(values.folder, 'data'),
)
await seedRules(opened.node.engine)
const tokens = new Map<Name, string>()
const entries = new Map<string, () => Promise<string>>()
if (!values.empty) {
  const programme = await openProgramme(opened)
  if (values.past) await seedPastCases(opened.node, programme)
  if (values.quarter) {
    await rowsOf(opened.owner, `update account set made_at = now() - interval '1 year'`)
    await beginReviews(opened.node.engine, opened.node.clock)
  }
  for (const name of Object.keys(programme.people) as Name[]) {
    const token = randomUUID()
    tokens.set(name, token)
    entries.set(token, () => programme.session(name))
  }
}

/** Survivors may choose texts here; an operator that keeps what it is given stands at the other end. */
const outside = operator(await reminderKeyOn(opened.node.engine))

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return free
}

/** The public half of a pair that signs nothing: a browser that is stood in for needs no more. */
const pushKey = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'

/** Passkeys are bound to a name and a port, so these are known before anybody comes. */
const port = values.passkeys ? await freePort() : 0
const reached = values.passkeys ? { origin: `http://localhost:${port}` } : {}

const app = await httpServer(
  { ...opened.node, pushKey, ...reached },
  {
    endpoints,
    pages: tellPages,
    web,
    secure: false,
    report: ({ number, action, code, kind }) => {
      process.stderr.write(`${number} ${action} ${code} ${kind}\n`)
    },
    entries,
  },
)
const origin = await app.listen({ host: '127.0.0.1', port })
process.stdout.write(`${JSON.stringify({ origin, ...reached, entries: Object.fromEntries(tokens) })}\n`)

/** Minutes pass for everybody who is signed in, as far as it is asked how long ago they proved that it is they. */
async function minutesPass(): Promise<string> {
  await rowsOf(opened.owner, `update session set proved_at = proved_at - interval '6 minutes'`)
  return 'later'
}

/** The folders in which the database lies: of a server that others use too, this one's tables and everybody's journal. */
async function foldersOfDatabase(): Promise<string[]> {
  if (opened.url === null) return []
  const [row] = await rowsOf(
    opened.owner,
    `select current_setting('data_directory') as data, oid::text from pg_database where datname = current_database()`,
  )
  return [join('base', String(row?.['oid'])), 'pg_wal'].map((one) => join(String(row?.['data']), one))
}

/** Everything is written to the disk and backed up, and then words are looked for in all that lies there. */
async function sweep(folder: string, words: readonly string[]): Promise<string> {
  await rowsOf(opened.owner, 'checkpoint')
  await takeBackup({
    engine: opened.owner,
    nodeKey: opened.node.nodeKey,
    release: '0.0.0-test',
    taken: new Date(),
    witnesses: [],
    recipients: [],
    dataFile: join(folder, 'backup', 'data.gz'),
    keysFile: join(folder, 'backup-keys', 'keys.gz'),
  })
  const folders = [folder, ...(await foldersOfDatabase())]
  return JSON.stringify(sweepOf(folders, words))
}

/** Reminders are sent as they will be at a moment that has not come; what the operator was given so far is told. */
async function sendTexts(at: string): Promise<string> {
  await handTexts(opened.node.engine, () => new Date(at), outside)
  return JSON.stringify(outside.taken.map(({ number, text }) => ({ number, text })))
}

/** Alerts of criminal cases are given whose day has come; on a real node the clock does it every minute. */
async function giveAlerts(): Promise<string> {
  const { engine, clock } = opened.node
  for (const work of Object.values(prosecutionWorks(engine, clock))) await work()
  return 'alerts'
}

/** Lines that the journeys write: `later`, `alerts`, `texts` and a moment, or `sweep` and the words as JSON. */
async function answer(line: string): Promise<string> {
  if (line.startsWith('texts ')) return sendTexts(line.slice('texts '.length))
  if (line === 'alerts') return giveAlerts()
  if (!line.startsWith('sweep ')) return minutesPass()
  if (values.folder === undefined) throw new TypeError('a stage without a folder leaves nothing to sweep')
  return sweep(values.folder, z.array(z.string()).parse(JSON.parse(line.slice('sweep '.length))))
}

createInterface({ input: process.stdin }).on('line', (line) => {
  void answer(line).then((said) => process.stdout.write(`${said}\n`))
})
process.stdin.once('end', () => {
  void app
    .close()
    .then(() => opened.close())
    .then(() => process.exit(0))
})
