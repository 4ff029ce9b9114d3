import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { type Opened, openNode } from '../../../test/world.ts'
import { examine } from './doctor.ts'

describe.each(enginesInTurn)('a table that is furnished by one line, on %s', (kind) => {
  let opened: Opened

  beforeAll(async () => {
    opened = await openNode(kind)
    for (const statement of [
      `insert into record_state (record, state, begins, amends) values ('award', 'claimed', true, true)`,
      `create table award (org_id uuid not null, id uuid not null, case_id uuid not null, version integer not null,
        state text not null, words bytea, primary key (org_id, id),
        foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade)`,
      `select record_table_furnish('award', 'award', 'narrative', true, array['words'])`,
    ])
      await rowsOf(opened.owner, statement)
  }, 120_000)
  afterAll(() => opened.close())

  /** All that is said of a table, its own name left out. */
  async function saidOf(table: string) {
    const policies = await rowsOf(
      opened.owner,
      `select replace(policyname, $1, 't') as name, roles::text as roles, cmd, qual, with_check from pg_policies
       where tablename = $1 order by 1`,
      [table],
    )
    const rights = await rowsOf(
      opened.owner,
      `select x.grantee::regrole::text as who, x.privilege_type as what, null as column_name
         from pg_class c cross join lateral aclexplode(c.relacl) x where c.relname = $1
       union all
       select x.grantee::regrole::text, x.privilege_type, a.attname
         from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x where c.relname = $1
       order by 1, 2, 3`,
      [table],
    )
    const triggers = await rowsOf(
      opened.owner,
      `select t.tgname as name, t.tgtype as kind from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where c.relname = $1 and t.tgname like 'record\\_%' and not t.tgisinternal order by 1`,
      [table],
    )
    const [forced] = await rowsOf(
      opened.owner,
      `select relrowsecurity as on, relforcerowsecurity as forced, relowner::regrole::text as owner from pg_class where relname = $1`,
      [table],
    )
    return { policies, rights, triggers, forced }
  }

  test('has what a table has whose policies were written out', async () => {
    expect(await saidOf('award')).toEqual(await saidOf('compensation'))
  })

  test('is known to a renewal of keys, with all that were known before', async () => {
    const known = await rowsOf(opened.owner, 'select at, held from case_sealed()')
    expect(known.at(-1)).toEqual({ at: 'award', held: 'words' })
    expect(known).toContainEqual({ at: 'compensation', held: 'words' })
    expect(known.length).toBeGreaterThan(20)
  })

  test('passes the doctor, and nobody who serves can furnish one', async () => {
    expect(await examine(opened.node.engine, { lenient: true })).toEqual([])
    const [may] = await rowsOf(
      opened.owner,
      `select has_function_privilege('setu_app', 'record_table_furnish(text,text,text,boolean,text[])', 'execute') as may`,
    )
    expect(may).toEqual({ may: false })
  })

  test('of a record whose states nobody knows there is none', async () => {
    await expect(
      rowsOf(opened.owner, `select record_table_furnish('award', 'nothing', 'narrative', true, null)`),
    ).rejects.toMatchObject({ sqlState: 'P0001' })
  })
})
