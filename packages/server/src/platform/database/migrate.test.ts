import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openNode } from '../../../test/world.ts'
import { ForeignMigration, migrate, migrationNames, migrationState, ourMigrations } from './migrate.ts'

describe('a migration', () => {
  test('is every file of the folder but the roles, so that none is passed over for its name', () => {
    const files = readdirSync(new URL('../../../migrations/', import.meta.url))
    expect(migrationNames()).toEqual(files.filter((name) => name !== 'roles.sql').toSorted())
    expect([...ourMigrations().values()].every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true)
  })
})

describe.each(['pglite', 'postgres'] as const)('migrating on %s', (kind) => {
  let opened: Opened

  beforeAll(async () => {
    opened = await openNode(kind)
  })

  afterAll(() => opened.close())

  async function edit(statement: string, name: string): Promise<void> {
    const connection = await opened.owner.connect()
    await connection.query(statement, [name])
    connection.release(false)
  }

  test('applies nothing twice', async () => {
    expect(await migrate(opened.owner)).toEqual([])
  })

  test('lets two processes that start together take turns', async () => {
    expect(await Promise.all([migrate(opened.owner), migrate(opened.owner)])).toEqual([[], []])
  })

  test('tells how a database stands, to the sign-in that serves', async () => {
    const { applied, missing, foreign } = await migrationState(opened.node.engine)
    expect([missing, foreign]).toEqual([[], []])
    expect(applied.map(({ name }) => name)).toEqual(migrationNames())
  })

  test('refuses a database that another version made, and says which migration', async () => {
    const [first = ''] = migrationNames()
    await edit("update migration set digest = 'other' where name = $1", first)
    await expect(migrate(opened.owner)).rejects.toThrow(ForeignMigration)
    expect((await migrationState(opened.node.engine)).foreign).toEqual([first])
    const connection = await opened.owner.connect()
    await connection.query('update migration set digest = $2 where name = $1', [
      first,
      ourMigrations().get(first),
    ])
    connection.release(false)
    expect(await migrate(opened.owner)).toEqual([])
  })

  test('knows a migration that only a later release has', async () => {
    await edit("insert into migration (name, digest) values ($1, 'x')", '9999-later.sql')
    expect((await migrationState(opened.node.engine)).foreign).toEqual(['9999-later.sql'])
    await edit('delete from migration where name = $1', '9999-later.sql')
  })
})
