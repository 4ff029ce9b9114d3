import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { BackupHeader } from '../src/platform/backup/backup-header.ts'
import { BackupRefused } from '../src/platform/backup/backup-refused.ts'
import { tablesToFind } from '../src/platform/backup/copied-tables.ts'
import type { ErasedSince } from '../src/platform/backup/erase-again.ts'
import { type Restored, restoreBackup } from '../src/platform/backup/restore-backup.ts'
import { takeBackup } from '../src/platform/backup/take-backup.ts'
import type { Engine } from '../src/platform/database/engine.ts'
import { nodeKeyFrom } from '../src/platform/keys/node-key.ts'
import type { Opened, World } from './world.ts'

/** The two files of a backup. */
export interface Files {
  readonly dataFile: string
  readonly keysFile: string
}

const home = mkdtempSync(join(tmpdir(), 'setu-backup-test-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** Where the two files of a backup may go, each in a folder of its own. */
export function freshFiles(): Files {
  const folder = mkdtempSync(join(home, 'one-'))
  return { dataFile: join(folder, 'data', 'setu.gz'), keysFile: join(folder, 'keys', 'setu.gz') }
}

export async function backUp(
  { node, owner }: Opened,
  files = freshFiles(),
  recipients: readonly string[] = [],
): Promise<Files> {
  await takeBackup({
    engine: owner,
    nodeKey: node.nodeKey,
    release: '0.0.0-test',
    taken: new Date(),
    witnesses: [],
    recipients,
    ...files,
  })
  return files
}

/** A database that has been migrated, or not even that, and where nobody has worked. */
export async function restoreInto(
  empty: Opened,
  from: Opened,
  files: Files,
  erasedSince: ErasedSince = { kind: 'neverWitnessed' },
  identities: readonly string[] = [],
): Promise<Restored> {
  return restoreBackup({
    erasedSince,
    identities,
    owner: empty.owner,
    nodeKeys: [nodeKeyFrom(randomBytes(32)), from.node.nodeKey],
    ...files,
  })
}

export async function script(engine: Engine, text: string): Promise<Record<string, unknown>[]> {
  const connection = await engine.connect()
  const rows = await connection.script(text)
  connection.release(false)
  return rows
}

/** Sessions do not come back, and neither do failed sign-ins. */
export const leftBehind = ['session', 'sign_in_failure', 'known_device']

/** All that a database holds, table by table: how many rows, and a digest of their text. */
export async function contentOf(engine: Engine): Promise<Record<string, string>> {
  const connection = await engine.connect()
  const tables = (await tablesToFind(connection)).filter((name) => !leftBehind.includes(name))
  const content: Record<string, string> = {}
  await connection.script("set timezone = 'UTC'")
  for (const name of tables) {
    const rows = await connection.script(`select t::text as row from "${name}" t`)
    content[name] = `${rows.length} rows, ${digestOf(rows.map(({ row }) => String(row)).toSorted())}`
  }
  connection.release(false)
  return content
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex')
}

export function headerOf(file: string): BackupHeader {
  const [line = ''] = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return JSON.parse(line)
}

/** The refusal that some work must end in. */
export async function refusalOf(work: Promise<unknown>): Promise<{ fault: string }> {
  const error = await work.then(
    () => null,
    (why: unknown) => why,
  )
  expect(error).toBeInstanceOf(BackupRefused)
  return error as BackupRefused
}

export const awkward = 'রহিমা\t"খাতুন"\\ \n\r\v\f\b \\N {a,b} \u{1F469}‍\u{1F467} ٠ '

/** Rows of every sort that a table here may hold, sealed words among them. */
export async function fill(world: World): Promise<{ caseId: string; row: string }> {
  const { asha } = world.people
  const [caseId, row] = [randomUUID(), randomUUID()]
  const connection = await world.owner.connect()
  await connection.query(
    `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at)
     values ($1, $2, 1, 'intake', $1, $3, '2024-02-29', '2026-11-22 03:30:00.123456+06', now())`,
    [asha.org, caseId, asha.unit],
  )
  await connection.query(
    `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
     values ($1, gen_random_uuid(), $2, 1, $1, $3, true, 'none', $3, now())`,
    [asha.org, caseId, asha.account],
  )
  await connection.query(
    `insert into case_facts (org_id, id, case_id, version, citizenship, recruitment, deceased, age_then) values
     ($1, gen_random_uuid(), $2, 1, '{BD,IN}', '{}', false, 17), ($1, gen_random_uuid(), $2, 1, null, $3, null, null)`,
    [asha.org, caseId, ['a,b', 'কাজের প্রলোভন', '"quoted"', 'NULL', '']],
  )
  await connection.query(`update account set preferences = $1::jsonb, name = $2 where id = $3`, [
    JSON.stringify({ banglaDigits: true, words: awkward, deep: [1.5, null, { ক: 'খ' }] }),
    awkward,
    asha.account,
  ])
  connection.release(false)
  const sealed = await asha.as(({ vault }) =>
    vault.seal(
      { org: asha.org, kind: 'case', id: caseId, caseId, part: 'narrative' },
      { table: 'case_narrative', row, version: 1 },
      { own_words: awkward },
    ),
  )
  await script(
    world.owner,
    `insert into case_narrative (org_id, id, case_id, version, own_words, safety_now)
     values ('${asha.org}', '${row}', '${caseId}', 1, '\\x${sealed['own_words']?.toString('hex') ?? ''}', '\\x')`,
  )
  return { caseId, row }
}
