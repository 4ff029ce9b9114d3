import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill } from '../../test/backups.ts'
import { run, type Said } from '../../test/server-process.ts'
import { openWorld } from '../../test/world.ts'
import { logSigner } from '../platform/index.ts'

const patience = 300_000

describe('a node key that was exchanged', () => {
  let home: string
  const at = (name: string): string => join(home, name)

  const setu = (data: string, ...args: readonly string[]): Promise<Said> =>
    run(args, { SETU_DATA: at(data), SETU_KEY_FILE: at('keys/node.key') }, home).ended

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'setu-former-'))
    for (const folder of ['data', 'keys']) mkdirSync(at(folder))
    const world = await openWorld('pglite', at('data/database'))
    writeFileSync(at('keys/node.key'), `${Buffer.from(world.secret).toString('base64')}\n`, { mode: 0o600 })
    await fill(world)
    await logSigner(world.node.engine, world.node)
    await world.close()
  }, patience)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const files = ['--data', 'b/data.gz', '--keys', 'b/keys.gz'] as const

  test(
    'opens a backup of its time where it is named, and everything stands under the new one',
    async () => {
      expect((await setu('data', 'backup', ...files, '--plain')).code).toBe(0)
      const before = await setu('data', 'node-key', 'check')
      expect([before.code, before.err]).toEqual([0, ''])
      const rotated = await setu('data', 'node-key', 'rotate')
      expect([rotated.code, rotated.err]).toEqual([0, ''])
      expect(rotated.out).toMatch(/open under the key [0-9a-f]{16}/)
      const [former = ''] = readdirSync(at('keys')).filter((name) => name.includes('former'))
      expect(former).toMatch(/^node\.key\.former-[0-9a-f]{16}$/)
      const again = [...files, '--never-witnessed'] as const
      const refused = await setu('again', 'restore', ...again)
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--node-key')])
      const back = await setu('again', 'restore', ...again, '--node-key', at(`keys/${former}`))
      expect([back.code, back.err]).toEqual([0, ''])
      for (const folder of ['data', 'again']) {
        const check = await setu(folder, 'node-key', 'check')
        expect([check.code, check.err], folder).toEqual([0, ''])
        expect(check.out).toMatch(/in use: 1 the key of the log/)
        const doctor = await setu(folder, 'doctor')
        expect([doctor.code, doctor.err], folder).toEqual([0, ''])
      }
    },
    patience,
  )

  test('and what cannot be understood ends with 2', async () => {
    for (const args of [['node-key'], ['node-key', 'turn'], ['node-key', 'check', 'twice']])
      expect((await setu('data', ...args)).code).toBe(2)
  })
})
