import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClient, rowsOf } from '../../../test/client.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { filesUnder, holderOf } from '../../../test/spellings.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { checkLog, platformEndpoints } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { answerErasure } from '../erasures/answer-erasure.ts'
import { askErasure } from '../erasures/ask-erasure.ts'
import { protectionEndpoints } from '../index.ts'
import { forgetLog } from './forget-log.ts'

const canary = `cnry${randomUUID().replaceAll('-', '')}`
const year = 365.25 * 86_400_000

/** The embedded database in a folder: what a thief of the disk would hold in hand is all of it. */
describe('a case whose time is over, and what the log said of it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-forgotten-'))
  let world: World
  let over: CaseRef
  let kept: CaseRef
  let words = 0

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const itemsOf = async ({ id }: CaseRef): Promise<unknown> =>
    (await owner('select count(*)::int as n from audit_item where case_id = $1', [id]))[0]?.['n']
  const agoSealed = (years: number) =>
    sealAll({ engine: world.node.engine, clock: () => new Date(Date.now() - years * year) })

  /** All that the log says until now was said so many years ago, and sealed then. */
  async function asOf(years: number): Promise<void> {
    for (const table of ['audit_event', 'audit_item'])
      await owner(
        `update ${table} set at = at - make_interval(days => $1) where at > now() - interval '1 day'`,
        [Math.round(years * 365.25)],
      )
    await agoSealed(years)
  }

  /** What a caseworker reads of a case stands in the log, part by part. */
  async function lookedAt({ org, id }: CaseRef): Promise<void> {
    const client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { cookie } = world.people.asha
    expect((await client.get(`/cases/${org}/${id}`, cookie)).status).toBe(200)
    for (const part of ['identity', 'contact', 'health'])
      await client.post(`/cases/${org}/${id}/open-part`, cookie, { part, reason: 'planningCare' })
    await client.close()
  }

  beforeAll(async () => {
    world = await openWorld('pglite', path.join(folder, 'data'))
    const { asha } = world.people
    over = await openFullCase(asha, canary)
    kept = await openFullCase(asha, 'cnry-kept')
    await lookedAt(over)
    await lookedAt(kept)
    await asOf(12)
    await owner(`update case_file set state = 'closed', closed_on = current_date - 2600 where id = $1`, [
      over.id,
    ])
    await owner(`update case_facts set age_band = '30-39' where case_id = $1`, [over.id])
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('the log of a case stays while the case does, and for a time after it', async () => {
    words = Number(await itemsOf(over))
    expect(words).toBeGreaterThan(3)
    await forgetLog(world.node.engine)
    expect(await itemsOf(over)).toBe(words)
    const { farida, guard } = world.people
    const id = randomUUID()
    await farida.as((work) => askErasure(work, over, { id, reason: 'retentionOver' }))
    await guard.as((work) => answerErasure(work, { org: over.org, id }, { base: 1, answer: 'approve' }))
    expect(await forgetLog(world.node.engine)).toBe(0)
    expect(await itemsOf(over)).toBeGreaterThanOrEqual(words)
  }, 120_000)

  test('two years on it is gone, the log still verifies, and what is said of others stays', async () => {
    await owner(`update tombstone set at = at - interval '25 months'`)
    const before = await itemsOf(kept)
    expect(await forgetLog(world.node.engine)).toBeGreaterThan(0)
    expect(Number(await itemsOf(over))).toBeLessThan(words)
    expect(await itemsOf(kept)).toBe(before)
    const old = await owner(
      `select 1 from audit_item where case_id = $1 and at < now() - interval '10 years'`,
      [over.id],
    )
    expect(old).toEqual([])
    await sealAll(world.node)
    const report = await checkLog(world.node, [])
    expect(report.faults).toEqual([])
    expect(report.without).toBeGreaterThan(0)
  }, 120_000)

  test('nothing is forgotten before its time, whatever the rules say', async () => {
    await owner(
      `insert into rule_set (kind, version, valid_from, rules, made_at)
       values ('retentionRules', 'hasty', current_date, '{"logYears": 0, "logAfterErasure": 0}', now())`,
    )
    const [young] = await owner(
      `select count(*)::int as n from audit_event where at > now() - interval '7 years'`,
    )
    await forgetLog(world.node.engine)
    expect(
      await owner(`select count(*)::int as n from audit_event where at > now() - interval '7 years'`),
    ).toEqual([young])
  }, 120_000)

  test('a content that went before its time would be found', async () => {
    await owner(
      'delete from audit_item where event_id in (select event_id from audit_item where case_id = $1)',
      [kept.id],
    )
    expect((await checkLog(world.node, [])).faults.map(({ kind }) => kind)).toContain('changed')
  }, 120_000)

  test('and no word of it is left in any file of the folder', async () => {
    await world.close()
    const holds = holderOf(canary)
    const files = filesUnder(folder)
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => holds(readFileSync(file)))).toEqual([])
  }, 240_000)
})
