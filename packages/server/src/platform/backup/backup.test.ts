import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  awkward,
  backUp,
  contentOf,
  type Files,
  fill,
  freshFiles,
  headerOf,
  leftBehind,
  refusalOf,
  restoreInto,
  script,
} from '../../../test/backups.ts'
import { type Opened, openNode, openWorld, type World } from '../../../test/world.ts'
import { examine } from '../database/doctor.ts'
import type { Engine } from '../database/engine.ts'
import { migrate } from '../database/migrate.ts'
import { asActor } from '../node.ts'
import { openSession } from '../sessions/session.ts'
import { passOf } from '../sessions/token.ts'
import { newIdentity, readIdentities, readRecipients } from './age-file.ts'
import { filledByMigrations, leftBehind as leftBehindTables, ofData, ofKeys } from './copied-tables.ts'
import { takeBackup } from './take-backup.ts'

const kinds = ['pglite', 'postgres'] as const

describe('a freshly migrated database', () => {
  test.each(kinds)(
    'has rows only in the tables that the migrations fill (%s)',
    async (kind) => {
      const opened = await openNode(kind)
      const connection = await opened.owner.connect()
      const rows = await connection.script(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      )
      const filled: string[] = []
      for (const name of rows.map(({ relname }) => String(relname))) {
        if ((await connection.script(`select 1 from "${name}" limit 1`)).length > 0) filled.push(name)
      }
      connection.release(false)
      await opened.close()
      expect(filled.toSorted()).toEqual(filledByMigrations.toSorted())
    },
    200_000,
  )
})

test('every table is said to belong to the rows, to the keys, or to no backup', async () => {
  const opened = await openNode('pglite')
  const connection = await opened.owner.connect()
  const rows = await connection.script(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
  )
  connection.release(false)
  await opened.close()
  const said = [...ofData, ...ofKeys, ...leftBehindTables, ...filledByMigrations]
  const times = (name: string) => said.filter((one) => one === name).length
  expect(rows.map(({ name }) => String(name)).filter((name) => times(name) !== 1)).toEqual([])
}, 200_000)

describe.each(kinds)('a backup of %s that is encrypted to its operator', (kind) => {
  let world: World
  let empty: Opened
  beforeAll(async () => {
    world = await openWorld(kind)
    await fill(world)
    empty = await openNode(kind)
  })
  afterAll(async () => {
    await empty.close()
    await world.close()
  })

  test('opens with the operator’s secret key and with no other', async () => {
    const [own, other] = [await newIdentity(), await newIdentity()]
    const files = await backUp(world, freshFiles(), [own.recipient])
    for (const file of Object.values(files)) {
      const bytes = readFileSync(file)
      expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
      expect(() => gunzipSync(bytes)).toThrow('incorrect header check')
      expect(readdirSync(join(file, '..'))).toEqual(['setu.gz'])
    }
    const restore = (identities: readonly string[]) =>
      restoreInto(empty, world, files, { kind: 'neverWitnessed' }, identities)
    expect((await refusalOf(restore([]))).fault).toBe('identity-needed')
    expect((await refusalOf(restore([other.identity]))).fault).toBe('other-identity')
    const bent = readFileSync(files.dataFile)
    bent.writeUInt8(bent.readUInt8(bent.length - 9) ^ 4, bent.length - 9)
    const copy = `${files.dataFile}.bent`
    writeFileSync(copy, bent)
    const changed = restoreInto(empty, world, { ...files, dataFile: copy }, { kind: 'neverWitnessed' }, [
      own.identity,
    ])
    expect(['damaged', 'not-a-backup']).toContain((await refusalOf(changed)).fault)
    await restore([other.identity, own.identity])
    expect(await contentOf(empty.owner)).toEqual(await contentOf(world.owner))
  })

  test('takes public keys of one kind, and nothing that is none', async () => {
    const { identity, recipient } = await newIdentity()
    expect(readRecipients(`${recipient}, ${recipient}`)).toEqual([recipient, recipient])
    expect(readRecipients('')).toEqual([])
    expect(readRecipients(identity)).toBeNull()
    expect(readRecipients(`${recipient} age1pq1x`)).toBeNull()
    expect(readIdentities(`# public key: ${recipient}\n${identity}\n`)).toEqual([identity])
    expect(readIdentities(recipient)).toBeNull()
    expect(readIdentities('')).toBeNull()
  })
})

describe.each(kinds)('a backup of %s', (kind) => {
  let world: World
  let made: { caseId: string; row: string }
  let files: Files

  beforeAll(async () => {
    world = await openWorld(kind)
    made = await fill(world)
    files = await backUp(world)
  })

  afterAll(() => world.close())

  test('keeps rows and keys in two files that only their owner may read, and nothing beside them', () => {
    const [data, keys] = [headerOf(files.dataFile), headerOf(files.keysFile)]
    expect(data.backup).toBe(keys.backup)
    const inKeys = keys.tables.map(({ name }) => name)
    expect(inKeys).toEqual(expect.arrayContaining(['account_secret', 'log_key', 'part_wrap', 'unit_key']))
    expect(inKeys.filter((name) => !ofKeys.includes(name))).toEqual([])
    const names = data.tables.map(({ name }) => name)
    for (const name of [...filledByMigrations, ...leftBehind, 'unit_key', 'part_wrap'])
      expect(names).not.toContain(name)
    expect(data.tables.find(({ name }) => name === 'case_narrative')?.rows).toBe(1)
    for (const file of Object.values(files)) {
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readdirSync(join(file, '..'))).toEqual(['setu.gz'])
    }
  })

  test('holds nothing of a survivor’s words in clear', () => {
    for (const file of Object.values(files)) {
      const text = gunzipSync(readFileSync(file)).toString('latin1')
      expect(text).not.toContain(Buffer.from('own words canary').toString('hex'))
      expect(text).not.toContain(Buffer.from(awkward).toString('hex'))
    }
  })

  test('says the same twice of the same rows', async () => {
    const again = await backUp(world)
    const parts = (file: string) => headerOf(file).tables
    expect(parts(again.dataFile)).toEqual(parts(files.dataFile))
    expect(parts(again.keysFile)).toEqual(parts(files.keysFile))
  })

  test('never overwrites a file', async () => {
    const before = readFileSync(files.dataFile)
    expect((await refusalOf(backUp(world, files))).fault).toBe('file-there')
    const other = { dataFile: freshFiles().dataFile, keysFile: files.keysFile }
    expect((await refusalOf(backUp(world, other))).fault).toBe('file-there')
    expect(existsSync(other.dataFile)).toBe(false)
    expect(readFileSync(files.dataFile).equals(before)).toBe(true)
  })

  test('leaves nothing behind when it cannot be finished', async () => {
    const target = freshFiles()
    const failing: Engine = {
      ...world.owner,
      connect: async () => {
        const connection = await world.owner.connect()
        return {
          ...connection,
          async *copyOut(table) {
            yield* connection.copyOut(table)
            if (table.name === 'case_file') throw new RangeError('the disk is full')
          },
        }
      },
    }
    const taking = takeBackup({
      engine: failing,
      nodeKey: world.node.nodeKey,
      release: 'x',
      taken: new Date(),
      witnesses: [],
      recipients: [],
      ...target,
    })
    await expect(taking).rejects.toThrow('the disk is full')
    for (const file of Object.values(target)) expect(readdirSync(join(file, '..'))).toEqual([])
  })

  describe.each(kinds)('put back into %s', (into) => {
    let restored: Opened

    beforeAll(async () => {
      restored = await openNode(into)
      await restoreInto(restored, world, files)
    })

    afterAll(() => restored.close())

    test('holds every row of every table as it was', async () => {
      expect(await contentOf(restored.owner)).toEqual(await contentOf(world.owner))
    })

    test('leaves the policies as the migrations made them', async () => {
      expect(await examine(restored.node.engine, { lenient: true })).toEqual([])
      expect(await migrate(restored.owner)).toEqual([])
    })

    test('opens sealed words for those who may read them, and lets no old cookie in', async () => {
      const { asha } = world.people
      const node = { ...world.node, engine: restored.node.engine }
      await expect(asActor(node, passOf(asha.cookie), () => Promise.resolve())).rejects.toThrow(
        'not-signed-in',
      )
      const cookie = await openSession(node, {
        org: asha.org,
        account: asha.account,
        device: 'test',
        memberKey: world.keys.get(asha.account),
      })
      const [row] = await script(
        restored.owner,
        `select own_words from case_narrative where id = '${made.row}'`,
      )
      const opened = await asActor(node, passOf(cookie), ({ vault }) =>
        vault.open(
          asha.org,
          { table: 'case_narrative', row: made.row, version: 1 },
          { own_words: Buffer.from(row?.['own_words'] as Buffer) },
        ),
      )
      expect(opened).toEqual({ own_words: awkward })
    })

    test('gives the same backup again, whichever engine it stands on', async () => {
      const again = await backUp({ ...restored, node: { ...restored.node, nodeKey: world.node.nodeKey } })
      expect(headerOf(again.dataFile).tables).toEqual(headerOf(files.dataFile).tables)
      expect(headerOf(again.keysFile).tables).toEqual(headerOf(files.keysFile).tables)
    })

    test('is not put back a second time', async () => {
      const before = await contentOf(restored.owner)
      expect((await refusalOf(restoreInto(restored, world, files))).fault).toBe('not-empty')
      expect(await contentOf(restored.owner)).toEqual(before)
    })
  })
})
