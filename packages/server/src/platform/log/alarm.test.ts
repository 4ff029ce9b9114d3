import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { writeOutcome } from '../audit/trail.ts'
import { inTransaction } from '../database/transaction.ts'
import { faceWitnesses, raiseAlarm } from './alarm.ts'
import type { WitnessPlace } from './witness-list.ts'

const hour = 60 * 60 * 1000

describe.each(['pglite', 'postgres'] as const)('the alarm of the log on %s', (kind) => {
  let world: World
  let folder: string
  let now = Date.parse('2026-11-22T04:00:00Z')
  let places: readonly WitnessPlace[]

  const node = () => ({ ...world.node, clock: () => new Date(now) })
  const told = async () =>
    (
      await rowsOf(
        world.owner,
        `select n.kind, r.role from notice n join account_role r on r.account_id = n.account_id
         where n.kind like 'log%' order by n.kind, r.role, n.made_at`,
      )
    ).map(({ kind: of, role }) => `${String(of)} ${String(role)}`)

  beforeAll(async () => {
    world = await openWorld(kind)
    folder = mkdtempSync(join(tmpdir(), 'setu-alarm-'))
    places = [{ kind: 'folder', name: folder, folder }]
    await inTransaction(world.node.engine, { role: 'setu_signin' }, (db) =>
      writeOutcome(
        db,
        null,
        {
          request: crypto.randomUUID(),
          action: 'test',
          method: 'GET',
          status: 200,
          problem: null,
          reason: null,
          count: null,
        },
        [],
      ),
    )
    await sealAll(node())
  })
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is silent while a witness confirms, and up to four hours after', async () => {
    await faceWitnesses(node(), places)
    expect(await raiseAlarm(node(), places)).toEqual([])
    now += 4 * hour - 1
    expect(await raiseAlarm(node(), places)).toEqual([])
    expect(await told()).toEqual([])
  })

  test('is silent where the operator named nobody: the screen of the log says that', async () => {
    now += 1
    expect(await raiseAlarm(node(), [])).toEqual([])
  })

  test('tells administrators and data-protection officers once a day, and nobody else', async () => {
    expect(await raiseAlarm(node(), places)).toEqual(['logUnwitnessed'])
    const once = ['logUnwitnessed dataProtectionOfficer', 'logUnwitnessed technicalAdministrator']
    expect(await told()).toEqual(once)
    now += 24 * hour - 1
    await raiseAlarm(node(), places)
    expect(await told()).toEqual(once)
    now += 1
    await raiseAlarm(node(), places)
    expect(await told()).toHaveLength(4)
  })

  test('tells them at once when a witness says that it is not the log it has seen', async () => {
    await faceWitnesses(node(), places)
    expect(await raiseAlarm(node(), places)).toEqual([])
    const [place = ''] = readdirSync(folder)
    const [leaves = ''] = readdirSync(join(folder, place)).filter((name) => name.endsWith('.leaves'))
    writeFileSync(join(folder, place, leaves), Buffer.alloc(32, 1))
    await faceWitnesses(node(), places)
    expect((await told()).filter((line) => line.startsWith('logDisputed'))).toEqual([
      'logDisputed dataProtectionOfficer',
      'logDisputed technicalAdministrator',
    ])
  })
})
