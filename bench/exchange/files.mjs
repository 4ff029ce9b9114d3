import process from 'node:process'
import { startPostgres } from '../../tools/postgres.mjs'

/**
 * How long HTCDS files take to come in and go out, and how much memory the node needs meanwhile.
 *
 *     .local/bin/node bench/exchange/files.mjs [cases] [pglite|postgres]
 *
 * Cases come in as files of at most 20,000 rows, and go out as one workbook over a socket to a reader who
 * keeps nothing.
 */
const cases = Number(process.argv[2] ?? 5000)
const kind = process.argv[3] === 'pglite' ? 'pglite' : 'postgres'
const mostInFile = 20_000

const postgres = kind === 'postgres' ? await startPostgres() : null
if (postgres) process.env['SETU_TEST_POSTGRES'] = postgres.url
const { openWorld } = await import('../../packages/server/test/world.ts')
const { httpServer } = await import('../../packages/server/src/platform/index.ts')
const { exchangeEndpoints } = await import('../../packages/server/src/exchange/index.ts')

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

/** @param {string} cookie @param {string} path @param {string} type @param {Buffer | string} body */
async function post(cookie, path, type, body) {
  const headers = { 'x-setu': '1', cookie: `setu=${cookie}`, 'content-type': type }
  const answer = await fetch(`${address}/api/exchange/htcds/${path}`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)
const seconds = (/** @type {number} */ since) => ((performance.now() - since) / 1000).toFixed(1)

const { asha, farida } = world.people
for (let first = 0; first < cases; first += mostInFile) {
  const file = fileOf(first, Math.min(mostInFile, cases - first))
  const begun = performance.now()
  const { id } = await post(asha.cookie, 'preview', 'application/octet-stream', file)
  console.log(`looked through ${Math.min(mostInFile, cases - first)} rows: ${seconds(begun)} s`)
  const from = performance.now()
  const asked = JSON.stringify({ command: crypto.randomUUID(), preview: id, unit: asha.unit })
  const { cases: made } = await post(asha.cookie, 'import', 'application/json', asked)
  console.log(`brought in ${made} cases: ${seconds(from)} s, ${megabytes()} MB`)
}

for (const format of ['csv', 'xlsx']) {
  globalThis.gc?.()
  const before = megabytes()
  let peak = before
  let bytes = 0
  const begun = performance.now()
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
    `took out ${cases} cases as ${format}: ${seconds(begun)} s, ${Math.round(bytes / 1024 / 1024)} MB of file, ` +
      `memory before ${before} MB, at most ${peak} MB; every 5 MB: ${marks.join(' ')}`,
  )
}

await app.close()
await world.close()
await postgres?.stop()
