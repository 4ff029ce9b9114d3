import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, freshFiles, refusalOf, script } from '../../../test/backups.ts'
import { rowsOf } from '../../../test/client.ts'
import type { Engine } from '../database/engine.ts'
import { migrate, migrationNames, migrationState } from '../database/migrate.ts'
import { pgliteEngine } from '../database/pglite-engine.ts'
import { nodeKeyFrom } from '../keys/node-key.ts'
import { addToFolder } from '../log/folder-witness.ts'
import { signedCheckpoint, signerFrom } from '../log/note.ts'
import { markerOf, sumOf, tombstoneLine } from '../log/tombstones.ts'
import { emptyRoot } from '../log/tree.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

const patience = 300_000

describe('a backup from before cases could be erased', () => {
  const nodeKey = nodeKeyFrom(randomBytes(32))
  const seed = randomBytes(32)
  const signer = signerFrom('setu-node-a', seed)
  const [org, unit, erased, kept] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const engines: Engine[] = []
  let home: string
  let files: Files

  async function fresh(): Promise<Engine> {
    const engine = await pgliteEngine(null)
    engines.push(engine)
    return engine
  }

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'setu-erase-again-'))
    files = freshFiles()
    const names = migrationNames()
    const older = await fresh()
    await migrate(older, names.slice(0, names.indexOf('0031-a-erasure.sql')))
    await script(
      older,
      `insert into organisation (id, version, name_en, name_bn, type, active, owns_cases, work)
         values ('${org}', 1, 'Asha', 'আশা', 'ngo', true, true, 'care');
       insert into unit (org_id, id, version, name_en, name_bn, active) values ('${org}', '${unit}', 1, 'One', 'এক', true);
       insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at)
         select '${org}', id, 1, 'intake', '${org}', '${unit}', '2026-01-02', now(), now()
         from unnest(array['${erased}', '${kept}']::uuid[]) id`,
    )
    const connection = await older.connect()
    await connection.query(
      'insert into log_key (origin, public_key, wrapped, node_key_id) values ($1, $2, $3, $4)',
      [signer.name, signer.publicKey, Buffer.from(nodeKey.wrap(seed, 'log-signing')), nodeKey.id],
    )
    connection.release(false)
    const about = { engine: older, nodeKey, release: '0.0.0-older', taken: new Date() }
    await takeBackup({ ...about, witnesses: ['a partner'], recipients: [], ...files })
  }, patience)
  afterAll(async () => {
    for (const engine of engines) await engine.close()
    rmSync(home, { recursive: true, force: true })
  })

  /** A witness who has seen the log since, with one erasure of a case of the backup and one of a later case. */
  function witness(): string {
    const mark = markerOf(seed)
    const lines = [
      tombstoneLine(randomUUID(), mark(org, randomUUID())),
      tombstoneLine(randomUUID(), mark(org, erased)),
    ]
    const note = signedCheckpoint(
      { origin: signer.name, size: 0, root: emptyRoot, tombstones: sumOf(lines) },
      signer,
    )
    const folder = join(home, randomUUID())
    addToFolder(folder, {
      verifier: { name: signer.name, kind: 'log', publicKey: signer.publicKey },
      from: 0,
      size: 0,
      leaves: [],
      note,
      tombstones: { after: 0, lines },
    })
    return folder
  }

  test(
    'comes back into the present shape without what was erased since, and nobody is served in between',
    async () => {
      const owner = await fresh()
      const from = { owner, nodeKeys: [nodeKey], identities: [], ...files }
      const wanted = { kind: 'witnesses', places: [witness()] } as const
      expect(
        (await refusalOf(restoreBackup({ ...from, erasedSince: { kind: 'neverWitnessed' } }))).fault,
      ).toBe('was-witnessed')
      const cut: Engine = {
        ...owner,
        connect: async () => {
          const connection = await owner.connect()
          return {
            ...connection,
            query: async (text, values) => {
              if (text.includes('insert into tombstone')) throw new RangeError('the power failed')
              return connection.query(text, values)
            },
          }
        },
      }
      await expect(restoreBackup({ ...from, owner: cut, erasedSince: wanted })).rejects.toThrow(
        'the power failed',
      )
      expect(await rowsOf(owner, `select value from node_fact where name = 'restoring'`)).toEqual([
        { value: true },
      ])

      const other = await fresh()
      const { erasedAgain } = await restoreBackup({ ...from, owner: other, erasedSince: wanted })
      expect(erasedAgain).toBe(1)
      expect(await rowsOf(other, 'select id from case_file')).toEqual([{ id: kept }])
      expect(
        await rowsOf(
          other,
          'select place::int as place, case_id, mark is not null as marked from tombstone order by 1',
        ),
      ).toEqual([
        { place: 1, case_id: null, marked: true },
        { place: 2, case_id: erased, marked: true },
      ])
      expect(await rowsOf(other, `select 1 from node_fact where name = 'restoring'`)).toEqual([])
      expect((await migrationState(other)).missing).toEqual([])
    },
    patience,
  )
})
