import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill } from '../../test/backups.ts'
import { rowsOf } from '../../test/client.ts'
import { sealAll } from '../../test/seal-all.ts'
import { enginesInTurn } from '../../test/seed.ts'
import { run, type Said } from '../../test/server-process.ts'
import { openWorld, type World } from '../../test/world.ts'
import { logSigner, pgliteEngine } from '../platform/index.ts'
import { openSession } from '../platform/sessions/session.ts'

const patience = 300_000

describe.each(enginesInTurn)('a drill on %s', (kind) => {
  let home: string
  let world: World
  const at = (name: string): string => join(home, name)

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'setu-drill-test-'))
    for (const folder of ['data', 'scratch']) mkdirSync(at(folder))
    world = await openWorld(kind, kind === 'pglite' ? at('data/database') : null)
    writeFileSync(at('node.key'), `${Buffer.from(world.secret).toString('base64')}\n`, { mode: 0o600 })
    await fill(world)
    await logSigner(world.node.engine, world.node)
    const { asha } = world.people
    await openSession(world.node, { org: asha.org, account: asha.account, device: 'test' })
    await rowsOf(
      world.owner,
      `insert into audit_event (id, request_id, action, method, status)
       select gen_random_uuid(), gen_random_uuid(), 'test', 'GET', 200 from generate_series(1, 20)`,
    )
    await sealAll(world.node)
  }, patience)
  afterAll(async () => {
    await world.close()
    rmSync(home, { recursive: true, force: true })
  }, patience)

  async function drill(...args: readonly string[]): Promise<Said> {
    const env =
      kind === 'pglite'
        ? { SETU_DATA: at('data') }
        : { DATABASE_BACKUP_URL: world.url ?? '', DATABASE_OWNER_URL: world.url ?? '' }
    if (kind === 'pglite') await world.owner.close()
    const said = await run(
      ['drill', '--in', at('scratch'), ...args],
      { SETU_KEY_FILE: at('node.key'), ...env },
      home,
    ).ended
    if (kind === 'pglite') {
      const engine = await pgliteEngine(at('data/database'))
      world = { ...world, owner: engine, node: { ...world.node, engine }, close: () => engine.close() }
    }
    return said
  }

  async function expectNothingLeft(): Promise<void> {
    expect(readdirSync(at('scratch'))).toEqual([])
    const left = await rowsOf(
      world.owner,
      `select datname from pg_database where datname like 'setu_drill_%'`,
    )
    expect(left).toEqual([])
  }

  test(
    'takes a backup, puts it back, checks it, and says how long each took',
    async () => {
      const { code, out, err } = await drill('--never-witnessed')
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/[0-9.]+ s {2}backup taken/)
      expect(out).toMatch(/[0-9.]+ s {2}put back/)
      expect(out).toMatch(/\d+ rows came back, 0 cases were erased again, 0 faults/)
      expect(out).toContain('The drill went well')
      await expectNothingLeft()
    },
    patience,
  )

  test(
    'does not go well when nobody could say what was erased',
    async () => {
      const { code, err } = await drill()
      expect([code, err]).toEqual([1, expect.stringContaining('--never-witnessed')])
      await expectNothingLeft()
    },
    patience,
  )

  test(
    'fails when what came back is not what was sealed',
    async () => {
      await rowsOf(world.owner, `update audit_event set action = 'other' where action = 'test'`)
      const { code, out, err } = await drill('--never-witnessed')
      expect(code).toBe(1)
      expect(err).toContain('an entry was changed after it was sealed')
      expect(out).toContain('The drill FAILED')
      await expectNothingLeft()
    },
    patience,
  )
})
