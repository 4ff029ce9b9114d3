import { randomUUID } from 'node:crypto'
import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import type { Part } from '@setu/vocabulary'
import { expect } from 'vitest'
import { handleOf } from '../src/platform/index.ts'
import { accessTable, allParts, expectedOf, type Standing } from './access-table.ts'
import { type Answer, type Client, rowsOf } from './client.ts'
import { intrude, type Try } from './intruder.ts'
import type { AnyName, WideWorld } from './wide-world.ts'

export interface CaseAddress {
  readonly org: string
  readonly id: string
}

interface Seen {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

const noteParts: readonly Part[] = ['narrative', 'contact', 'health', 'legal', 'family']
const recordNames = Object.keys(caseRecords) as CaseRecordName[]

interface Held {
  readonly name: string
  readonly part: Part
  readonly where: string
  readonly change: string
}

/** The tables that hold each part: those of the records by their declaration, notes by their part, the file itself. */
const tables: readonly Held[] = [
  { name: 'case_file', part: 'status', where: 'id = $2', change: 'changed_at = changed_at' },
  ...recordNames.map((name) => ({
    name: caseRecords[name].table,
    part: caseRecords[name].part ?? 'status',
    where: 'case_id = $2',
    change: 'version = version',
  })),
]

async function decidedBy(attempt: Try, { org, id }: CaseAddress): Promise<Seen> {
  const { rows } = await attempt(
    `select p.part, case_may($1, $2, p.part, false) as reads, case_may($1, $2, p.part, true) as writes
     from unnest($3::text[]) p (part)`,
    [org, id, [...allParts]],
  )
  return {
    read: rows.filter(({ reads }) => reads === true).map(({ part }) => String(part)),
    write: rows.filter(({ writes }) => writes === true).map(({ part }) => String(part)),
  }
}

/** Reads and changes of every table in one statement, as a policy lets through what it lets through. */
const everyTable = `
  with ${tables.map(({ name, where, change }) => `${name}_changed as (update ${name} set ${change} where org_id = $1 and ${where} returning 1)`).join(', ')}
  ${tables
    .map(
      ({ name, part, where }) => `
    select '${name}: ${part}' as at, exists (select 1 from ${name} where org_id = $1 and ${where}) as reads,
      exists (select 1 from ${name}_changed) as writes`,
    )
    .join(' union all ')}
  ${noteParts
    .map(
      (part) => ` union all
    select 'case_note: ${part}', exists (select 1 from case_note where org_id = $1 and case_id = $2 and part = '${part}'), false`,
    )
    .join('')}`

async function heldBy(attempt: Try, { org, id }: CaseAddress, account: string): Promise<Seen> {
  const { rows, refused } = await attempt(everyTable, [org, id])
  expect(refused).toBeNull()
  const write = rows.filter(({ writes }) => writes === true).map(({ at }) => String(at))
  for (const part of noteParts) {
    const added = await attempt(
      `insert into case_note (org_id, id, case_id, version, part, account_id, recorded_at, kind, happened_on, words)
       values ($1, $3, $2, 1, $4, $5, now(), 'general', now(), '\\x00')`,
      [org, id, randomUUID(), part, account],
    )
    if (added.refused === null) write.push(`case_note: ${part}`)
  }
  return { read: rows.filter(({ reads }) => reads === true).map(({ at }) => String(at)), write }
}

const labelled = (found: readonly Part[]): string[] => [
  ...tables.filter(({ part }) => found.includes(part)).map(({ name, part }) => `${name}: ${part}`),
  ...noteParts.filter((part) => found.includes(part)).map((part) => `case_note: ${part}`),
]

interface Standings {
  readonly consented?: readonly Part[]
  readonly tracing?: boolean
  readonly why?: string
  /** Where many cells are gone through and the tables, which rest on the decision, were tried before. */
  readonly justDecided?: true
}

/** The database's decision and its tables agree with the access table, part by part, for reading and for writing. */
export async function expectStanding(
  world: WideWorld,
  name: AnyName,
  file: CaseAddress,
  standing: Standing,
  { why = '', justDecided, ...more }: Standings = {},
): Promise<void> {
  const person = world.people[name]
  const wanted = expectedOf(standing, more)
  const found = await intrude(world.node.engine, 'setu_app', handleOf(person.cookie), async (attempt) => ({
    decided: await decidedBy(attempt, file),
    held: justDecided ? null : await heldBy(attempt, file, person.account),
  }))
  const what = `${name} as ${standing} ${why}`
  expect(found.decided, `${what}: decided`).toEqual(wanted)
  if (found.held === null) return
  expect(found.held, `${what}: held`).toEqual({ read: labelled(wanted.read), write: labelled(wanted.write) })
}

const sorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted()

function expectViewed(
  body: Answer['body'],
  { read, write }: ReturnType<typeof expectedOf>,
  what: string,
): void {
  const view = body as unknown as CaseView
  expect({ read: sorted(view.may.read), write: sorted(view.may.write) }, `${what}: may`).toEqual({
    read: sorted(read),
    write: sorted(write),
  })
  const shown = view.records.map(({ record }) => caseRecords[record].part ?? 'status')
  const wanted = tables.map(({ part }) => part).filter((part) => part !== 'status' && read.includes(part))
  expect(sorted(shown), `${what}: records`).toEqual(sorted(wanted))
  const notes = view.notes.map(({ part }) => part)
  expect(sorted(notes), `${what}: notes`).toEqual(sorted(noteParts.filter((part) => read.includes(part))))
  for (const { part } of view.timeline.items) expect(read, `${what}: timeline`).toContain(part)
}

/** The screens' own requests agree with the access table too. */
export async function expectServed(
  { world, client }: { readonly world: WideWorld; readonly client: Client },
  name: AnyName,
  file: CaseAddress,
  standing: Standing,
  { why = '', ...more }: Standings = {},
): Promise<void> {
  const { cookie } = world.people[name]
  const wanted = expectedOf(standing, more)
  const what = `${name} as ${standing} ${why}`
  const at = `/cases/${file.org}/${file.id}`
  const sees = wanted.read.includes('status')

  const view = await client.get(at, cookie)
  expect(view.status, `${what}: the case`).toBe(sees ? 200 : 404)
  if (sees) expectViewed(view.body, wanted, what)
  expect((await client.get(`${at}/timeline`, cookie)).status, `${what}: timeline`).toBe(sees ? 200 : 404)
  const listed = await client.get('/cases?limit=200', cookie)
  expect(
    listed.body.items?.some(({ id }) => id === file.id),
    `${what}: in the list`,
  ).toBe(sees)

  for (const part of allParts) {
    const opened = await client.post(`${at}/open-part`, cookie, { part, reason: 'planningCare' })
    expect(opened.status, `${what}: open ${part}`).toBe(wanted.read.includes(part) ? 200 : 404)
  }
  for (const record of recordNames) {
    const { table, part } = caseRecords[record]
    const [row] = await rowsOf(world.owner, `select id from ${table} where case_id = $1`, [file.id])
    // From a version that never was: whoever may write hears that it is stale, all others that there is nothing.
    const write = { id: row?.['id'], base: 999, values: {} }
    const written = await client.post(`${at}/records/${record}`, cookie, write)
    expect(written.status, `${what}: write ${record}`).toBe(part && wanted.write.includes(part) ? 409 : 404)
  }
  const looked = await client.get(`${at}/trail?reason=dataProtection`, cookie)
  expect(looked.status, `${what}: trail`).toBe('trail' in accessTable[standing] ? 200 : 404)
}
