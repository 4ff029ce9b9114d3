import process from 'node:process'
import { startPostgres } from '../../tools/postgres.mjs'

/**
 * How long HTCDS files take to come in and go out, and how much memory the node needs meanwhile.
 *
 *     .local/bin/node bench/exchange/files.mjs [cases] [pglite|postgres] [csv|xlsx]
 *
 * Up to 5,000 cases come in as a file; more are filled in past the policies, since only how they go out is
 * asked then: over a socket, to a reader who keeps nothing.
 */
const cases = Number(process.argv[2] ?? 5000)
const kind = process.argv[3] === 'pglite' ? 'pglite' : 'postgres'
const formats = process.argv[4] === undefined ? ['csv', 'xlsx'] : [process.argv[4]]
const mostInFile = 5_000

if (kind === 'pglite' && cases > mostInFile) throw new Error(`at most ${mostInFile} cases with pglite`)

const postgres = kind === 'postgres' ? await startPostgres() : null
if (postgres) process.env['SETU_TEST_POSTGRES'] = postgres.url
const { openWorld } = await import('../../packages/server/test/world.ts')
const { httpServer } = await import('../../packages/server/src/platform/index.ts')
const { exchangeEndpoints } = await import('../../packages/server/src/exchange/index.ts')
const { addCases, risingIds } = await import('../../packages/server/src/exchange/htcds/add-cases.ts')
const { kyselyOn } = await import('../../packages/server/src/platform/database/dialect.ts')
const { openVault } = await import('../../packages/server/src/platform/keys/vault.ts')
const { rulesInForce } = await import('../../packages/server/src/protection/index.ts')
const { readCases, readHtcds } = await import('../../packages/exchange/src/index.ts')

const world = await openWorld(kind)
const report = () => undefined
const app = await httpServer(world.node, { endpoints: exchangeEndpoints, web: null, secure: false, report })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

/** @param {number} first @param {number} count */
function fileOf(first, count) {
  const names = [
    'prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,prs_Citizenship,prs_MobilePhone,prs_MailingStreet',
    'prs_MailingCity,vic_TypeOfExploitation,vic_MethodsOfControl,cas_Status,cas_CaseOwner,cas_IncomingReferralDetails',
    'cco_CaseComment,hte_Type,hte_City',
  ]
  const rows = Array.from({ length: count }, (_, at) => {
    const number = first + at
    return [
      `রহিমা ${number},Khatun,2001-05,Feminine,BD,+88017${10_000_000 + number},Road ${number}`,
      'Jashore,ForcedLabour;ForcedBegging,DebtBondage;FalsePromises,Active,Worker,Came with an uncle',
      'A visit at home,Transit,Benapole',
    ].join(',')
  })
  return Buffer.from([names.join(','), ...rows, ''].join('\n'))
}

/**
 * @param {string} cookie
 * @param {string} path
 * @param {string} type
 * @param {Buffer | string} body
 * @returns {Promise<{ id: string, cases: number }>}
 */
async function post(cookie, path, type, body) {
  const headers = { 'x-setu': '1', cookie: `setu=${cookie}`, 'content-type': type }
  const answer = await fetch(`${address}/api/exchange/htcds/${path}`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return /** @type {Promise<{ id: string, cases: number }>} */ (answer.json())
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)

/** Time on the clock, and what the node's own process computed meanwhile. */
function stopwatch() {
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    const [seconds, computed] = [(performance.now() - begun) / 1000, (user + system) / 1e6]
    return `${seconds.toFixed(1)} s, ${computed.toFixed(1)} s of it computing`
  }
}

/**
 * Makes more cases of the same person, as quickly as it can be done.
 *
 * @param {number} first
 * @param {number} count
 */
async function fillUp(first, count) {
  const { rows } = await readHtcds(fileOf(first, count))
  const owner = await world.owner.connect()
  const db = kyselyOn(owner)
  await asha.as(async (work) => {
    const { cases: found } = await readCases(rows, { today: work.today })
    const vault = openVault(db, world.node.name, work.ring, () => Promise.resolve(asha.unit))
    const past = { ...work, db, vault }
    const ids = risingIds(work, found.length)
    const into = { unit: asha.unit, rules: await rulesInForce(work) }
    for (let at = 0; at < found.length; at += 100) {
      await addCases(past, into, found.slice(at, at + 100), ids.slice(at, at + 100))
    }
  })
  owner.release(false)
}

/** What leaves as a file is asked for with a fresh proof, and filling takes longer than one stays fresh. */
async function proveAnew() {
  const owner = await world.owner.connect()
  await owner.script('update session set proved_at = now()')
  owner.release(false)
}

const { asha, farida } = world.people
const inFile = Math.min(cases, mostInFile)
const looked = stopwatch()
const { id } = await post(asha.cookie, 'preview', 'application/octet-stream', fileOf(0, inFile))
console.log(`looked through ${inFile} rows: ${looked()}`)
const brought = stopwatch()
const asked = JSON.stringify({ command: crypto.randomUUID(), preview: id, unit: asha.unit })
const { cases: made } = await post(asha.cookie, 'import', 'application/json', asked)
console.log(`brought in ${made} cases: ${brought()}, ${megabytes()} MB`)
for (let first = inFile; first < cases; first += mostInFile) {
  await fillUp(first, Math.min(mostInFile, cases - first))
}

for (const format of formats) {
  globalThis.gc?.()
  const before = megabytes()
  let peak = before
  let bytes = 0
  await proveAnew()
  const taken = stopwatch()
  const headers = { cookie: `setu=${farida.cookie}` }
  const answer = await fetch(`${address}/api/exchange/htcds/export?format=${format}`, { headers })
  if (!answer.ok || !answer.body) throw new Error(`export: ${answer.status}`)
  const marks = []
  for await (const chunk of answer.body) {
    bytes += chunk.length
    const now = megabytes()
    peak = Math.max(peak, now)
    if (Math.trunc(bytes / 5_000_000) > marks.length) marks.push(now)
  }
  console.log(
    `took out ${cases} cases as ${format}: ${taken()}, ${Math.round(bytes / 1024 / 1024)} MB of file, ` +
      `memory before ${before} MB, at most ${peak} MB; every 5 MB: ${marks.join(' ')}`,
  )
}

await app.close()
await world.close()
await postgres?.stop()
