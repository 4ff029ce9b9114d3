import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  backUp,
  contentOf,
  type Files,
  fill,
  freshFiles,
  refusalOf,
  restoreInto,
  script,
} from '../../../test/backups.ts'
import { type Opened, openNode, openWorld, type World } from '../../../test/world.ts'
import type { Engine } from '../database/engine.ts'
import { migrate, migrationNames, migrationState } from '../database/migrate.ts'
import { pgliteEngine } from '../database/pglite-engine.ts'
import { nodeKeyFrom } from '../keys/node-key.ts'
import { type BackupHeader, isSealedBy, sealHeader } from './backup-header.ts'
import { verifyBackup } from './backup-reader.ts'
import { BackupRefused } from './backup-refused.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

const kinds = ['pglite', 'postgres'] as const

describe.each(kinds)('putting a backup back into %s', (kind) => {
  let world: World
  let empty: Opened
  let files: Files
  let before: Record<string, string>

  beforeAll(async () => {
    world = await openWorld(kind)
    await fill(world)
    files = await backUp(world)
    empty = await openNode(kind)
    before = await contentOf(empty.owner)
  })

  afterAll(async () => {
    await empty.close()
    await world.close()
  })

  async function expectUntouched(): Promise<void> {
    expect(await contentOf(empty.owner)).toEqual(before)
  }

  function changed(of: keyof Files, change: (bytes: Buffer) => Buffer): Files {
    const copy = freshFiles()
    const file = join(dirname(copy.dataFile), '..', `${randomUUID()}.gz`)
    writeFileSync(file, change(readFileSync(files[of])))
    return { ...copy, ...files, [of]: file }
  }

  test('refuses a file that lost its end, anywhere', async () => {
    const whole = readFileSync(files.dataFile).length
    for (const length of [0, 1, 60, Math.trunc(whole / 2), whole - 9, whole - 1]) {
      const { fault } = await refusalOf(
        restoreInto(
          empty,
          world,
          changed('dataFile', (bytes) => bytes.subarray(0, length)),
        ),
      )
      expect(['not-a-backup', 'damaged']).toContain(fault)
    }
    await expectUntouched()
  })

  test('refuses a file in which a single bit of what it holds has changed', async () => {
    let refused = 0
    for (const which of ['dataFile', 'keysFile'] as const) {
      const bytes = readFileSync(files[which])
      for (let round = 0; round < 80; round++) {
        const at = Math.trunc((bytes.length * (round + 0.5)) / 80)
        const bent = Buffer.from(bytes)
        bent.writeUInt8(bent.readUInt8(at) ^ 4, at)
        // Some bits of the packing mean nothing: then what comes out must be as it was.
        if (await passes(changed(which, () => bent)[which]))
          expect(gunzipSync(bent).equals(gunzipSync(bytes))).toBe(true)
        else refused += 1
      }
    }
    expect(refused).toBeGreaterThan(80)
  })

  async function passes(file: string): Promise<boolean> {
    try {
      return isSealedBy(await verifyBackup(file, []), world.node.nodeKey)
    } catch (error) {
      expect(error).toBeInstanceOf(BackupRefused)
      return false
    }
  }

  /** Changes the rows and makes the header fit them again, as someone without the node key would. */
  function forged(seal: (header: BackupHeader) => BackupHeader): Files {
    return changed('dataFile', (bytes) => {
      const text = gunzipSync(bytes)
      const end = text.indexOf(10)
      const header: BackupHeader = JSON.parse(text.subarray(0, end).toString('utf8'))
      return gzipSync(
        Buffer.concat([Buffer.from(`${JSON.stringify(seal(header))}\n`), text.subarray(end + 1)]),
      )
    })
  }

  test('refuses a header that somebody without the node key has written', async () => {
    const thief = nodeKeyFrom(randomBytes(32))
    const tables = (header: BackupHeader) => header.tables.filter(({ name }) => name !== 'audit_event')
    const forgeries: ((header: BackupHeader) => BackupHeader)[] = [
      (header) => ({ ...header, tables: tables(header) }),
      (header) => ({ ...sealHeader({ ...header, release: 'forged' }, thief), nodeKey: header.nodeKey }),
      (header) => sealHeader({ ...header, nodeKey: thief.id }, thief),
    ]
    const faults: string[] = []
    for (const forgery of forgeries)
      faults.push((await refusalOf(restoreInto(empty, world, forged(forgery)))).fault)
    expect(faults).toEqual(['damaged', 'damaged', 'other-key'])
    await expectUntouched()
  })

  test('takes a backup of the first format, which did not say whether the log had witnesses', async () => {
    const other = await openNode(kind)
    const first = forged((header) =>
      sealHeader({ ...header, version: 1, witnesses: undefined }, world.node.nodeKey),
    )
    await restoreInto(other, world, first)
    expect(await contentOf(other.owner)).toEqual(await contentOf(world.owner))
    await other.close()
  }, 200_000)

  test('refuses a table that this version does not have, and columns that it does not know', async () => {
    const wrong: ((header: BackupHeader) => BackupHeader)[] = [
      (header) => ({
        ...header,
        tables: header.tables.map((part) => (part.name === 'notice' ? { ...part, name: 'pg_authid' } : part)),
      }),
      (header) => ({
        ...header,
        tables: header.tables.map((part) =>
          part.name === 'notice' ? { ...part, columns: part.columns.slice(1) } : part,
        ),
      }),
      (header) => ({
        ...header,
        migrations: [...header.migrations, { name: '9999-later.sql', digest: 'a'.repeat(64) }],
      }),
      (header) => ({
        ...header,
        migrations: header.migrations.map((one) => ({ ...one, digest: 'b'.repeat(64) })),
      }),
    ]
    for (const change of wrong) {
      const files = forged((header) => sealHeader(change(header), world.node.nodeKey))
      expect((await refusalOf(restoreInto(empty, world, files))).fault).toBe('other-version')
    }
    await expectUntouched()
  })

  test('refuses keys without their rows, rows without their keys, and those of two backups', async () => {
    const other = await backUp(world)
    const pairs: Files[] = [
      { dataFile: files.dataFile, keysFile: other.keysFile },
      { dataFile: files.keysFile, keysFile: files.dataFile },
      { dataFile: files.dataFile, keysFile: files.dataFile },
    ]
    for (const pair of pairs)
      expect((await refusalOf(restoreInto(empty, world, pair))).fault).toBe('not-together')
    await expectUntouched()
  })

  test('refuses without the node key that it was made under', async () => {
    const restoring = restoreBackup({
      owner: empty.owner,
      nodeKeys: [nodeKeyFrom(randomBytes(32))],
      erasedSince: { kind: 'neverWitnessed' },
      identities: [],
      ...files,
    })
    expect((await refusalOf(restoring)).fault).toBe('other-key')
    await expectUntouched()
  })

  test('refuses what is no backup at all', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('hello'),
      gzipSync('hello\n'),
      gzipSync('{"format":"setu-backup"}\n'),
    ]) {
      expect(
        (
          await refusalOf(
            restoreInto(
              empty,
              world,
              changed('dataFile', () => bytes),
            ),
          )
        ).fault,
      ).toBe('not-a-backup')
    }
    const missing = { ...files, dataFile: `${files.dataFile}.nowhere` }
    expect((await refusalOf(restoreInto(empty, world, missing))).fault).toBe('not-a-backup')
    await expectUntouched()
  })

  test('refuses a database in which somebody has worked, were it a single row', async () => {
    await script(empty.owner, `insert into node_fact (name, value) values ('name', '"node-a"')`)
    expect((await refusalOf(restoreInto(empty, world, files))).fault).toBe('not-empty')
    await script(empty.owner, 'delete from node_fact')
    await expectUntouched()
  })

  test('leaves the database empty when it is interrupted in the middle', async () => {
    let copies = 0
    const dying: Engine = {
      ...empty.owner,
      connect: async () => {
        const connection = await empty.owner.connect()
        return {
          ...connection,
          copyIn: async (table, pieces) => {
            copies += 1
            if (copies > 12) throw new RangeError('the power failed')
            await connection.copyIn(table, pieces)
          },
        }
      },
    }
    await expect(restoreInto({ ...empty, owner: dying }, world, files)).rejects.toThrow('the power failed')
    await expectUntouched()
    await restoreInto(empty, world, files)
    expect(await contentOf(empty.owner)).toEqual(await contentOf(world.owner))
  })
})

const names = migrationNames()

test('a backup of an earlier release is put back as it was, and then brought on', async () => {
  const [older, empty] = [await pgliteEngine(null), await pgliteEngine(null)]
  await migrate(older, names.slice(0, -1))
  await script(older, `insert into node_fact (name, value) values ('name', '"node-a"')`)
  const [nodeKey, files] = [nodeKeyFrom(randomBytes(32)), freshFiles()]
  await takeBackup({
    engine: older,
    nodeKey,
    release: '0.0.0-older',
    taken: new Date(),
    witnesses: [],
    recipients: [],
    ...files,
  })
  await restoreBackup({
    owner: empty,
    nodeKeys: [nodeKey],
    erasedSince: { kind: 'neverWitnessed' },
    identities: [],
    ...files,
  })
  expect(await script(empty, 'select name, value from node_fact')).toEqual([
    { name: 'name', value: 'node-a' },
  ])
  expect((await migrationState(empty)).missing).toEqual([])
  await Promise.all([older.close(), empty.close()])
}, 200_000)

test.each([
  ['this release', names.length],
  ['one that kept her no through no restore', names.indexOf('0066-x-texts-taken-back.sql')],
])(
  'texts that a survivor may have ended since go out no more: a backup of %s',
  async (_, many) => {
    const [before, empty] = [await pgliteEngine(null), await pgliteEngine(null)]
    await migrate(before, names.slice(0, many))
    const [org, unit, file] = [randomUUID(), randomUUID(), randomUUID()]
    await script(
      before,
      `insert into organisation (id, version, name_en, name_bn, type, active, owns_cases, work)
       values ('${org}', 1, 'Asha', 'আশা', 'ngo', true, true, 'care');
     insert into unit (org_id, id, version, name_en, name_bn, active) values ('${org}', '${unit}', 1, 'One', 'এক', true);
     insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at)
       values ('${org}', '${file}', 1, 'intake', '${org}', '${unit}', '2026-01-02', now(), now());
     insert into reminder_key (id, public_key, made_at, used, seals)
       values ('0123456789abcdef', '\\x${'ab'.repeat(32)}', now(), true, true);
     insert into text_choice (org_id, id, case_id, key_id, number, wording, language, chosen_at)
       values ('${org}', gen_random_uuid(), '${file}', '0123456789abcdef', '\\xab', 'asAgreed', 'bn', now());
     insert into reminder_text (org_id, id, case_id, about_id, due_id, on_day, state, tries, next_at)
       values ('${org}', gen_random_uuid(), '${file}', gen_random_uuid(), gen_random_uuid(), '2026-11-23', 'waiting', 0, now())`,
    )
    const [nodeKey, files] = [nodeKeyFrom(randomBytes(32)), freshFiles()]
    const about = { engine: before, nodeKey, release: '0.0.0-older', taken: new Date() }
    await takeBackup({ ...about, witnesses: [], recipients: [], ...files })
    const erasedSince = { kind: 'neverWitnessed' } as const
    await restoreBackup({ owner: empty, nodeKeys: [nodeKey], erasedSince, identities: [], ...files })
    expect(
      await script(empty, 'select number, stopped_at is not null as stopped, stopped_by from text_choice'),
    ).toEqual([{ number: null, stopped: true, stopped_by: 'restored' }])
    expect(await script(empty, 'select state, because from reminder_text')).toEqual([
      { state: 'unsent', because: 'restored' },
    ])
    expect(await script(empty, `select 1 from node_fact where name = 'restoring'`)).toEqual([])
    await Promise.all([before.close(), empty.close()])
  },
  200_000,
)
