import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seedRules } from '../src/commands/seed-rules.ts'
import { endpoints } from '../src/endpoints.ts'
import { takeBackup } from '../src/platform/backup/take-backup.ts'
import { httpServer } from '../src/platform/index.ts'
import { tellPages } from '../src/protection/index.ts'
import { beginReviews } from '../src/protection/reviews/begin-reviews.ts'
import { rowsOf } from './client.ts'
import { seedPastCases } from './past-cases.ts'
import { type Name, openProgramme } from './programme.ts'
import { filesUnder, filesWith } from './spellings.ts'
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

/** Everything is written to the disk and backed up, and then a word is looked for in all that lies there. */
async function sweep(folder: string, word: string): Promise<string> {
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
  const plain = filesWith(folder, 'Asha Khatun').map((file) => file.slice(folder.length + 1))
  return JSON.stringify({ files: filesUnder(folder).length, plain, held: filesWith(folder, word) })
}

process.stdin.on('data', (said: Buffer) => {
  const [asked = '', word = ''] = said.toString().trim().split(' ')
  const done = asked === 'sweep' && values.folder ? sweep(values.folder, word) : minutesPass()
  void done.then((answer) => process.stdout.write(`${answer}\n`))
})
process.stdin.once('end', () => {
  void app
    .close()
    .then(() => opened.close())
    .then(() => process.exit(0))
})
