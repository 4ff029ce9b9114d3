import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp, type Files, restoreInto } from '../../../test/backups.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { type Opened, openNode, openWorld, type World } from '../../../test/world.ts'
import { writeOutcome } from '../audit/trail.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { anchor } from './anchor.ts'
import { checkLog } from './check-log.ts'
import type { WitnessPlace } from './witness-list.ts'

async function happen({ engine }: Pick<Node, 'engine'>, times: number): Promise<void> {
  await inTransaction(engine, { role: 'setu_signin' }, async (db) => {
    const outcome = { action: 'test', method: 'GET', status: 200, problem: null, reason: null, count: null }
    for (let one = 0; one < times; one++)
      await writeOutcome(db, null, { request: randomUUID(), ...outcome }, [])
  })
}

describe.each(['pglite', 'postgres'] as const)('a log that comes back from a backup into %s', (kind) => {
  let world: World
  let folder: string
  let places: readonly WitnessPlace[]
  let young: Files
  let old: Files
  const opened: Opened[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
    folder = mkdtempSync(join(tmpdir(), 'setu-restored-'))
    places = [{ kind: 'folder', name: folder, folder }]
    const { node } = world
    await happen(node, 300)
    await sealAll(node)
    await anchor(node, places, true)
    old = await backUp(world)
    await happen(node, 40)
    await sealAll(node)
    await anchor(node, places, true)
    // Three that were not sealed yet when the backup was taken.
    await happen(node, 3)
    young = await backUp(world)
  })
  afterAll(async () => {
    for (const one of opened) await one.close()
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function back(files: Files): Promise<Node> {
    const empty = await openNode(kind)
    opened.push(empty)
    await restoreInto(empty, world, files, { kind: 'witnesses', places: [folder] })
    return { ...empty.node, nodeKey: world.node.nodeKey }
  }

  test('is the one that was witnessed, and sealing goes on where it was', async () => {
    const node = await back(young)
    const before = await checkLog(node, places)
    expect(before).toMatchObject({ faults: [], damagedWitnesses: [] })
    expect(before.witnessed).toBe(before.size)
    // More than one batch, whose rows all bear the one transaction of the restore.
    await happen(node, 20)
    expect(await sealAll(node)).toBe(23)
    expect(await anchor(node, places, true)).toEqual([])
    expect(await checkLog(node, places)).toMatchObject({
      size: before.size + 23,
      witnessed: before.size + 23,
      waiting: 0,
      faults: [],
    })
  })

  test('that is older than what was witnessed is noticed, by a check and by the witness', async () => {
    const node = await back(old)
    const { faults, size } = await checkLog(node, places)
    expect(faults).toContainEqual({ kind: 'cut', at: size })
    expect(await anchor(node, places, true)).toEqual([{ name: folder, trouble: 'ahead' }])
  })

  test('that went its own way after that is refused, even when it has grown past the witness', async () => {
    const node = await back(old)
    await happen(node, 400)
    await sealAll(node)
    expect(await anchor(node, places, true)).toEqual([{ name: folder, trouble: 'refused' }])
    const { faults } = await checkLog(node, places)
    expect(faults[0]?.kind).toBe('rewritten')
  })
})
