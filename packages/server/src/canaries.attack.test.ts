import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { type About, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { accept, refer, widest } from '../test/referred.ts'
import { filesUnder, holderOf } from '../test/spellings.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'

/** A word that nothing else would contain, whichever way a file writes it down. */
const canary = `cnry${randomUUID().replaceAll('-', '')}`

const holds = holderOf(canary)
const holders = (folder: string): string[] => filesUnder(folder).filter((file) => holds(readFileSync(file)))

test('the search finds the word in each spelling', () => {
  for (const text of [
    canary,
    `{"name":"${canary}-name"}`,
    Buffer.from(`xx${canary}yy`).toString('base64'),
    Buffer.from(`x${canary}yyy`).toString('base64'),
    Buffer.from(canary).toString('hex'),
    Buffer.from(canary, 'utf16le').toString('latin1'),
  ]) {
    expect(holds(Buffer.from(text, 'latin1')), text).toBe(true)
  }
  expect(holds(Buffer.from('cnry of somebody else'))).toBe(false)
})

describe.each(['pglite', 'postgres'] as const)('a word in every sealed field, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let about: About
  const reports: unknown[] = []
  const refusals: Answer[] = []
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-canary-'))

  beforeAll(async () => {
    world = await openWideWorld(kind, path.join(folder, 'data'))
    client = await openClient(world.node, endpoints, (line) => reports.push(line))
    const { asha, farida, lawyer, officer, inspector } = world.people
    about = await holdingsOf(world, client, { owner: asha, chief: farida, lawyer, taker: officer, canary })
    const file = { org: about.org, id: about.case }
    const sent = await refer(asha, file, inspector, { ...widest.police, note: `${canary}-note` })
    const version = await accept(inspector, about.org, sent.referral, sent.version)
    const step = { base: version, to: 'serviceStarted', feedback: `${canary}-feedback` }
    await client.post(`/referrals/${about.org}/${sent.referral}/step`, inspector.cookie, step)
    await client.post(`/directory/services/${about.org}/${about.service}/site`, asha.cookie, {
      address: `${canary}-address`,
    })
    await amendEverything()
  })
  afterAll(async () => {
    await client.close()
    await world.close()
    rmSync(folder, { recursive: true })
  })

  /** Sealed anew at a second version, so that the old row is left behind in the files. */
  async function amendEverything(): Promise<void> {
    const { asha } = world.people
    const [row] = await rowsOf(world.owner, `select id from person_identity where case_id = $1`, [about.case])
    const write = { id: row?.['id'], base: 1, values: { father: `${canary}-second-father` } }
    const answer = await client.post(
      `/cases/${about.org}/${about.case}/records/personIdentity`,
      asha.cookie,
      write,
    )
    expect(answer.status).toBe(200)
  }

  test('is there for the caseworker to read', async () => {
    const { asha } = world.people
    const read = { part: 'identity', reason: 'planningCare' }
    const opened = await client.post(`/cases/${about.org}/${about.case}/open-part`, asha.cookie, read)
    expect(opened.text).toContain(`${canary}-second-father`)
  })

  test('stands in no column of any table', async () => {
    const columns = await rowsOf(
      world.owner,
      `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind in ('r', 'p', 'm', 'S') and a.attnum > 0 and not a.attisdropped
         and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    )
    expect(columns.length).toBeGreaterThan(300)
    const found: string[] = []
    for (const { table, column, type } of columns) {
      const as = type === 'bytea' ? `encode("${String(column)}", 'hex')` : `"${String(column)}"::text`
      const rows = await rowsOf(
        world.owner,
        `select ${as} as kept from "${String(table)}" where "${String(column)}" is not null`,
      )
      const bytes = rows.map(({ kept }) => Buffer.from(String(kept), type === 'bytea' ? 'hex' : 'utf8'))
      if (bytes.some(holds)) found.push(`${String(table)}.${String(column)}`)
    }
    expect(found).toEqual([])
  })

  test('stands in no file of the database, its journal included', async () => {
    const { asha } = world.people
    const plain = `plain${randomUUID()}`
    await client.post('/filters', asha.cookie, { id: randomUUID(), name: plain, filter: {} })
    await rowsOf(world.owner, 'checkpoint')
    const folders = await foldersOfDatabase()
    const withPlain = folders.flatMap(filesUnder).filter((file) => readFileSync(file).includes(plain))
    expect(withPlain.length, 'what is not sealed is found').toBeGreaterThan(0)
    expect(folders.flatMap(filesUnder).length).toBeGreaterThan(100)
    expect(folders.flatMap(holders)).toEqual([])
  })

  /** The server's folder holds other tests' databases as well: this one's tables, and the journal of them all. */
  async function foldersOfDatabase(): Promise<string[]> {
    if (kind === 'pglite') return [folder]
    const [row] = await rowsOf(
      world.owner,
      `select current_setting('data_directory') as data, oid::text from pg_database where datname = current_database()`,
    )
    return [
      path.join(String(row?.['data']), 'base', String(row?.['oid'])),
      path.join(String(row?.['data']), 'pg_wal'),
    ]
  }

  test('comes out in no refusal and in no line of the operator’s log', async () => {
    const people: readonly AnyName[] = ['asha', 'nadia', 'inspector', 'admin', 'guard']
    for (const endpoint of endpoints) {
      const { method, path: address, body } = requestOf(endpoint, about)
      for (const who of people) {
        const { cookie } = world.people[who]
        const wrong = body === undefined || Buffer.isBuffer(body) ? body : { ...body, [canary]: canary }
        if (endpoint.name !== 'signOut')
          refusals.push(await client.ask(method, address, { cookie, body: wrong }))
      }
    }
    refusals.push(await client.get(`/cases/${canary}/${canary}`, world.people.asha.cookie))
    refusals.push(await client.get(`/cases?code=${canary}&district=${canary}`, world.people.asha.cookie))
    const refused = refusals.filter(({ status }) => status >= 400)
    expect(refused.length).toBeGreaterThan(150)
    // A field that is not known is named back to whoever sent it; no value ever is.
    const told = refused.filter(({ text }) => holds(Buffer.from(text.replaceAll(`"field":"${canary}"`, ''))))
    expect(told.map(({ text }) => text.slice(0, 200))).toEqual([])
    expect(holds(Buffer.from(JSON.stringify(reports)))).toBe(false)
  }, 240_000)
})
