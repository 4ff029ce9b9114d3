import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClient, rowsOf } from '../../../test/client.ts'
import { openCaseOf } from '../../../test/referred.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { writeOutcome } from '../audit/trail.ts'
import { inTransaction } from '../database/transaction.ts'
import { platformEndpoints } from '../index.ts'
import { anchor } from './anchor.ts'
import { bundleLines } from './bundle.ts'
import { checkLog } from './check-log.ts'
import { commitmentOf } from './entry.ts'
import { readFolder } from './folder-witness.ts'
import { signedCheckpoint, signerFrom } from './note.ts'
import { seal } from './sealer.ts'
import { type LogFaultKind, type LogReport, verifyLog } from './verify.ts'

const deep = process.env['SETU_DEEP'] === '1'
/** Sealed in two steps with a checkpoint after each: what was witnessed before, and what came later. */
const [before, after] = deep ? [6000, 4000] : [300, 200]

const outcome = (action: string) => {
  const nothing = { problem: null, reason: null, count: null }
  return { request: randomUUID(), action, method: 'GET', status: 200, ...nothing }
}

describe.each(['pglite', 'postgres'] as const)('the sealed log on %s', (kind) => {
  let world: World
  let folder: string
  let origin: string
  let atFirst: readonly unknown[]
  const place = () => ({ kind: 'folder', name: folder, folder }) as const

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)

  async function happen(times: number): Promise<void> {
    for (let done = 0; done < times; done += 100) {
      await inTransaction(world.node.engine, { role: 'setu_signin' }, async (db) => {
        for (let one = 0; one < Math.min(100, times - done); one++) {
          await writeOutcome(db, null, { ...outcome('test'), count: one }, [])
        }
      })
    }
  }

  async function linesOf(org: string | null = null): Promise<string[]> {
    const lines: string[] = []
    for await (const piece of bundleLines(world.node, org)) lines.push(...piece.trimEnd().split('\n'))
    return lines
  }

  async function check(lines?: readonly string[]): Promise<LogReport> {
    const record = readFolder(folder, origin)
    if (!record) throw new Error('no witness')
    const given = lines ?? (await linesOf())
    return verifyLog(
      (async function* () {
        yield* given
      })(),
      { witnesses: [record] },
    )
  }

  beforeAll(async () => {
    world = await openWorld(kind)
    folder = mkdtempSync(join(tmpdir(), 'setu-witness-'))
    origin = `setu-${world.node.name}`
    atFirst = [await anchor(world.node, [place()], true), readFolder(folder, origin)]
    await happen(before)
    await sealAll(world.node)
    await anchor(world.node, [place()], true)
    await happen(after)
    await sealAll(world.node)
    await anchor(world.node, [place()], true)
  }, 300_000)
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is whole: every event has its one place, and the witness has seen them all', async () => {
    expect(atFirst, 'shown to nobody before there is anything').toEqual([[], null])
    const report = await check()
    expect(report.faults).toEqual([])
    expect(report.size).toBe(report.witnessed)
    expect(report.checkpoints).toBe(4)
    const [counted] = await owner('select count(*)::int as events from audit_event')
    expect(report.size).toBe(counted?.['events'])
    expect(report.size).toBeGreaterThanOrEqual(before + after)
  })

  test('is told and handed out to whoever looks after data, and checked without the node', async () => {
    const { guard } = world.people
    const client = await openClient(world.node, platformEndpoints)
    const { size } = await check()
    const { body } = await client.get('/log', guard.cookie)
    const witness = { name: folder, size, seenAt: expect.any(String), trouble: null }
    const stands = { size, sealedAt: expect.any(String), checkpoint: { size, at: expect.any(String) } }
    expect(body).toEqual({ ...stands, key: readFolder(folder, origin)?.key, witnesses: [witness] })
    const { text, headers } = await client.get('/log/bundle', guard.cookie)
    expect(headers['content-type']).toContain('application/x-ndjson')
    expect(await check(text.trimEnd().split('\n'))).toMatchObject({ size, faults: [] })
    await client.close()
    await owner(`delete from audit_event where action like 'log.%'`)
  })

  /** Changes the database past all policies, looks, and puts everything back. */
  async function tampered(change: () => Promise<unknown>): Promise<LogReport> {
    const tables = ['audit_item', 'audit_event', 'log_leaf', 'log_node', 'log_head', 'log_checkpoint']
    for (const table of tables) await owner(`create table kept_${table} as select * from ${table}`)
    try {
      await change()
      return await check()
    } finally {
      for (const table of tables) await owner(`delete from ${table}`)
      for (const table of tables.toReversed()) {
        await owner(`insert into ${table} select * from kept_${table}`)
        await owner(`drop table kept_${table}`)
      }
    }
  }

  const bad = before - 50
  const eventAt = `(select event_id from log_leaf where seq = ${bad})`
  const twins = `update log_leaf set seq = -1 - seq where seq in (${bad}, ${bad + 1})`
  const shift = (from: number, by: number) => [
    `update log_leaf set seq = -1000000 - seq where seq >= ${from}`,
    `update log_leaf set seq = -1000000 - seq + ${by} where seq < 0`,
  ]

  /** Writes a content's binding anew, as somebody who knows how it is made would. */
  async function bindAnew(): Promise<void> {
    await owner(`update audit_event set action = 'other' where id = ${eventAt}`)
    const lines = await linesOf()
    const leaf = lines.map((line) => JSON.parse(line).leaf).find((one) => one?.seq === bad)
    const salt = randomBytes(16)
    await owner('update log_leaf set salt = $1, commitment = $2 where seq = $3', [
      salt,
      commitmentOf(salt, leaf.content),
      bad,
    ])
  }

  const all = async (...texts: readonly string[]) => {
    for (const text of texts) await owner(text)
  }

  const tamperings: readonly (readonly [string, LogFaultKind, number | null, () => Promise<unknown>])[] = [
    [
      'an event that was edited',
      'changed',
      bad,
      () => owner(`update audit_event set status = 404 where id = ${eventAt}`),
    ],
    ['one event taken out', 'gone', bad, () => owner(`delete from audit_event where id = ${eventAt}`)],
    [
      'one taken out with its leaf',
      'gap',
      bad,
      () => all(`delete from audit_event where id = ${eventAt}`, `delete from log_leaf where seq = ${bad}`),
    ],
    [
      'the newest events cut off',
      'cut',
      before,
      () =>
        all(
          `delete from audit_event where id in (select event_id from log_leaf where seq >= ${before})`,
          `delete from log_leaf where seq >= ${before}`,
          `delete from log_checkpoint where size > ${before}`,
        ),
    ],
    [
      'the oldest events cut off',
      'gap',
      0,
      () =>
        all(
          `delete from audit_event where id in (select event_id from log_leaf where seq < 10)`,
          'delete from log_leaf where seq < 10',
        ),
    ],
    [
      'two leaves that changed places',
      'rewritten',
      bad,
      () =>
        all(
          twins,
          `update log_leaf set seq = case when -1 - seq = ${bad} then ${bad + 1} else ${bad} end where seq < 0`,
        ),
    ],
    [
      'a leaf that stands twice',
      'twice',
      bad + 1,
      () =>
        all(
          'alter table log_leaf drop constraint log_leaf_event_id_portion_key',
          ...shift(bad + 1, 1),
          `insert into log_leaf select seq + 1, event_id, portion, sealed_at, salt, commitment from log_leaf where seq = ${bad}`,
        ),
    ],
    [
      'a leaf slipped in between',
      'rewritten',
      bad,
      () =>
        all(
          ...shift(bad, 1),
          `insert into log_leaf select ${bad}, gen_random_uuid(), 0, sealed_at, null, commitment from log_leaf where seq = ${bad + 1}`,
        ),
    ],
    [
      'another time',
      'changed',
      bad,
      () => owner(`update audit_event set at = at - interval '1 hour' where id = ${eventAt}`),
    ],
    [
      'another person',
      'changed',
      bad,
      () => owner(`update audit_event set account_id = gen_random_uuid() where id = ${eventAt}`),
    ],
    ['everything hashed anew after an edit', 'rewritten', bad, bindAnew],
    [
      'a log cut back to an older checkpoint',
      'cut',
      before,
      () =>
        all(
          `delete from log_leaf where seq >= ${before}`,
          `delete from log_checkpoint where size > ${before}`,
          `delete from audit_event where not exists (select 1 from log_leaf l where l.event_id = id)`,
        ),
    ],
    [
      'a checkpoint signed by somebody else',
      'forged',
      null,
      async () => {
        const stranger = signerFrom(origin, randomBytes(32))
        const note = signedCheckpoint({ origin, size: before, root: randomBytes(32) }, stranger)
        await owner(
          'update log_checkpoint set note = $1 where size = (select max(size) from log_checkpoint)',
          [note],
        )
      },
    ],
    [
      'an event written past the log',
      'unsealed',
      null,
      () =>
        owner(
          `insert into audit_event (id, at, request_id, action, method, status, xid)
       values (gen_random_uuid(), now() - interval '1 day', gen_random_uuid(), 'x', 'GET', 200, '1')`,
        ),
    ],
  ]

  test.each(tamperings)('shows %s', async (name, kindOf, at, change) => {
    const report = await tampered(change)
    if (name.startsWith('a leaf that stands twice'))
      await owner(
        'alter table log_leaf add constraint log_leaf_event_id_portion_key unique (event_id, portion)',
      )
    expect(report.faults.map((fault) => fault.kind)).toContain(kindOf)
    if (at !== null) expect(report.faults[0]?.at).toBe(at)
  })

  test('is found whole again once everything is back', async () => {
    expect((await check()).faults).toEqual([])
  })

  test('says what waits to be sealed apart from what is wrong', async () => {
    await owner(
      `insert into audit_event (id, at, request_id, action, method, status, xid)
       values (gen_random_uuid(), now() - interval '1 day', gen_random_uuid(), 'waits', 'GET', 200, '1')`,
    )
    const { faults, waiting, damagedWitnesses } = await checkLog(world.node, [place()])
    expect({ faults, waiting, damagedWitnesses }).toEqual({ faults: [], waiting: 1, damagedWitnesses: [] })
    await owner(`delete from audit_event where action = 'waits'`)
  })

  test('can forget a content after its time, and is whole all the same', async () => {
    const report = await tampered(() =>
      all(
        `delete from audit_event where id = ${eventAt}`,
        `update log_leaf set salt = null where seq = ${bad}`,
      ),
    )
    expect(report).toMatchObject({ without: 1, faults: [{ kind: 'gone', at: bad }] })
    const old = await verifyLog(
      (async function* () {
        yield* (await linesOf()).map((line) => line.replace(/"made":"\d{4}/, '"made":"2999'))
      })(),
      {
        retentionDays: 1,
        witnesses: [readFolder(folder, origin)].filter((one) => one !== null),
      },
    )
    expect(old.faults).toEqual([])
  })

  test('gives an organisation the contents of its own doings only, and can be checked with them', async () => {
    const { asha } = world.people
    await asha.as((work) =>
      writeOutcome(work.db, { org: asha.org, account: asha.account, session: null }, outcome('own'), []),
    )
    await sealAll(world.node)
    const lines = await linesOf(asha.org)
    const contents = lines.flatMap((line) => JSON.parse(line).leaf?.content ?? [])
    expect(contents.length).toBeGreaterThan(0)
    expect(contents.filter((content: string) => !content.includes(asha.org))).toEqual([])
    const report = await check(lines)
    expect(report.faults).toEqual([])
    expect(report.without).toBeGreaterThanOrEqual(before)
  })

  test('says nothing to anybody signed in of what binds an entry to its content', async () => {
    const { guard, asha } = world.people
    for (const person of [guard, asha])
      await expect(person.as((work) => sql`select salt from log_leaf`.execute(work.db))).rejects.toThrow(
        /42501/,
      )
    expect((await asha.as((work) => sql`select size from log_head`.execute(work.db))).rows).toEqual([])
  })

  test('keeps what was read in portions as one event, and each portion beneath it', async () => {
    const { asha } = world.people
    const { id: caseId } = await openCaseOf(asha, 'cnry-portions')
    const shared = { id: randomUUID(), portions: 0 }
    const doer = { org: asha.org, account: asha.account, session: null }
    const read = { org: asha.org, caseId, did: 'read' } as const
    const why = { relation: 'own', reason: 'planningCare', record: caseId }
    for (const items of [
      [],
      [{ ...read, part: 'facts' }],
      [{ ...read, part: 'status', ...why }],
      [],
    ] as const)
      await asha.as((work) => writeOutcome(work.db, doer, outcome('portions'), items, shared))
    expect(shared.portions).toBe(4)
    expect(await owner(`select id from audit_event where action = 'portions'`)).toEqual([{ id: shared.id }])
    const items = `select portion, part, relation, reason, record_id as record from audit_item`
    expect(await owner(`${items} where event_id = $1 order by portion`, [shared.id])).toEqual([
      { portion: 1, part: 'facts', relation: null, reason: null, record: null },
      { portion: 2, part: 'status', ...why },
    ])
    await sealAll(world.node)
    expect((await check()).faults).toEqual([])
  })

  test('seals what one transaction wrote by the thousand, as a restore does', async () => {
    const { size } = await check()
    const many = deep ? 100_000 : 1700
    await owner(
      `insert into audit_event (id, request_id, action, method, status)
       select gen_random_uuid(), gen_random_uuid(), 'bulk', 'GET', 200 from generate_series(1, ${many})`,
    )
    await owner('update log_head set horizon = $1::text::xid8', ['0'])
    expect(await sealAll(world.node)).toBe(many)
    expect(await sealAll(world.node)).toBe(0)
    expect(await check()).toMatchObject({ size: size + many, faults: [] })
  }, 600_000)

  test('seals what eight writers do at once, without a gap, a fork or a rolled-back event', async () => {
    const { size } = await check()
    let kept = 0
    const writer = async (): Promise<void> => {
      for (let one = 0; one < (deep ? 5000 : 40); one++) {
        const stays = Math.random() > 0.2
        await inTransaction(world.node.engine, { role: 'setu_signin' }, async (db) => {
          await writeOutcome(db, null, outcome('race'), [])
          if (!stays) throw new Error('rolled back')
        }).then(
          () => kept++,
          () => undefined,
        )
      }
    }
    const racing = new AbortController()
    const sealing = (async () => {
      while (!racing.signal.aborted) await seal(world.node.engine, world.node.clock)
    })()
    await Promise.all(Array.from({ length: 8 }, writer))
    racing.abort()
    await sealing
    await sealAll(world.node)
    expect(await check()).toMatchObject({ size: size + kept, faults: [] })
  }, 600_000)
})
