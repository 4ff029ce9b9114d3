import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { refer, widest } from '../../../test/referred.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'
import type { CaseRef } from './record-store.ts'

/** Two places of sealed values: their bytes are exchanged beneath the application, as a thief of the disk could. */
interface Exchange {
  readonly what: string
  readonly sql: string
  readonly part: 'identity' | 'narrative' | 'health'
}

const exchanges: readonly Exchange[] = [
  {
    what: 'two columns of a row',
    part: 'identity',
    sql: `update person_identity set name = father, father = name where case_id = $1`,
  },
  {
    what: 'the same column of two cases',
    part: 'identity',
    sql: `update person_identity p set name = q.name from person_identity q where p.case_id = $1 and q.case_id = $2`,
  },
  {
    what: 'a whole row, taken from another case',
    part: 'identity',
    sql: `update person_identity p set name = q.name, father = q.father, mother = q.mother from person_identity q
      where p.case_id = $1 and q.case_id = $2`,
  },
  {
    what: 'two rows of a table',
    part: 'narrative',
    sql: `update case_note n set words = m.words from case_note m
      where n.case_id = $1 and m.case_id = $1 and n.kind = 'general' and m.kind = 'safety'`,
  },
  {
    what: 'two tables of one part',
    part: 'narrative',
    sql: `update case_note n set words = c.own_words from case_narrative c
      where n.case_id = $1 and c.case_id = $1 and n.kind = 'general'`,
  },
  {
    what: 'two parts of a case',
    part: 'health',
    sql: `update case_note n set words = m.words from case_note m
      where n.case_id = $1 and m.case_id = $1 and n.kind = 'medical' and m.kind = 'legal'`,
  },
  {
    what: 'the version that a row says it has',
    part: 'identity',
    sql: `update person_identity set version = version + 1 where case_id = $1`,
  },
  {
    what: 'one bit of a value',
    part: 'identity',
    sql: `update person_identity set name = set_bit(name, length(name) * 8 - 9, 1 - get_bit(name, length(name) * 8 - 9))
      where case_id = $1`,
  },
  {
    what: 'the end of a value',
    part: 'identity',
    sql: `update person_identity set name = substring(name from 1 for length(name) - 1) where case_id = $1`,
  },
  {
    what: 'all but its first byte',
    part: 'identity',
    sql: `update person_identity set name = substring(name from 1 for 1) where case_id = $1`,
  },
  {
    what: 'the private half of another part’s key',
    part: 'identity',
    sql: `update part_wrap w set wrapped = o.wrapped from part_wrap o
      where w.case_id = $1 and o.case_id = $1 and w.part = 'identity' and o.part = 'narrative'`,
  },
  {
    what: 'the key of another unit',
    part: 'identity',
    sql: `update unit_wrap u set wrapped = o.wrapped from unit_wrap o
      where u.unit_id = (select owner_unit from case_file where id = $1) and o.unit_id <> u.unit_id`,
  },
]

describe.each(['pglite', 'postgres'] as const)(
  'sealed values moved beneath the application, on %s',
  (kind) => {
    let world: WideWorld
    let client: Client
    let file: CaseRef
    let other: CaseRef
    const reports: { readonly code: string; readonly kind: string }[] = []

    beforeAll(async () => {
      world = await openWideWorld(kind)
      client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints], (line) =>
        reports.push(line),
      )
      file = await openFullCase(world.people.asha, 'cnry-one')
      other = await openFullCase(world.people.asha, 'cnry-other')
    })
    afterAll(async () => {
      await client.close()
      await world.close()
    })

    const open = (part: string, of: CaseRef = file) =>
      client.post(`/cases/${of.org}/${of.id}/open-part`, world.people.asha.cookie, {
        part,
        reason: 'planningCare',
      })

    const kept = ['person_identity', 'case_note', 'case_narrative', 'part_wrap', 'unit_wrap'] as const

    async function keep(): Promise<void> {
      for (const table of kept)
        await rowsOf(world.owner, `create table kept_${table} as select * from ${table}`)
    }
    async function putBack(): Promise<void> {
      for (const table of kept) {
        const keys =
          table === 'part_wrap'
            ? ['part_key_id', 'unit_id', 'through_id']
            : table === 'unit_wrap'
              ? ['unit_id', 'account_id']
              : ['id']
        const same = keys.map((key) => `t.${key} = k.${key}`).join(' and ')
        const [columns] = await rowsOf(
          world.owner,
          `select string_agg(format('%1$I = k.%1$I', attname), ', ') as all from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname not in ('org_id', 'id')`,
          [table],
        )
        await rowsOf(
          world.owner,
          `update ${table} t set ${String(columns?.['all'])} from kept_${table} k where ${same}`,
        )
        await rowsOf(world.owner, `drop table kept_${table}`)
      }
    }

    test.each(exchanges.map((exchange) => [exchange.what, exchange] as const))(
      '%s: nothing is shown, and somebody is told',
      async (_what, { sql, part }) => {
        expect((await open(part)).status).toBe(200)
        await keep()
        try {
          const values = sql.includes('$2') ? [file.id, other.id] : [file.id]
          await rowsOf(world.owner, sql, values)
          reports.length = 0
          const answer = await open(part)
          expect(answer.status).toBe(500)
          expect(answer.body.code).toBe('failed')
          expect(answer.text).not.toMatch(/cnry|cipher|decrypt|key|auth/i)
          expect(reports.length).toBe(1)
          expect(JSON.stringify(reports)).not.toContain('cnry')
        } finally {
          await putBack()
        }
        expect((await open(part)).status).toBe(200)
      },
    )

    test('a value that names a key of nobody’s is not shown, is said to be shut, and is not written over', async () => {
      await keep()
      await rowsOf(
        world.owner,
        `update person_identity set name = set_bit(name, 40, 1 - get_bit(name, 40)) where case_id = $1`,
        [file.id],
      )
      const shut = await open('identity')
      expect(shut.text).not.toContain('cnry-one-personIdentity-name"')
      expect(shut.text).toContain('cnry-one-personIdentity-father')
      expect(shut.body['records']).toContainEqual(
        expect.objectContaining({ record: 'personIdentity', unopened: ['name'] }),
      )
      const trail = await client.get(`/cases/${file.org}/${file.id}/trail`, world.people.asha.cookie)
      expect(trail.body.items).toContainEqual(expect.objectContaining({ part: 'identity', did: 'unopened' }))
      const [row] = await rowsOf(world.owner, `select id, version from person_identity where case_id = $1`, [
        file.id,
      ])
      const write = { id: row?.['id'], base: row?.['version'], values: { father: 'somebody else' } }
      const { asha } = world.people
      const written = await client.post(
        `/cases/${file.org}/${file.id}/records/personIdentity`,
        asha.cookie,
        write,
      )
      expect(written.body.code).toBe('not-for-you')
      await putBack()
      expect((await open('identity')).text).toContain('cnry-one-personIdentity-name"')
    })

    test('a note and the words of a referral whose key is nobody’s are said to be shut', async () => {
      const { asha, lawyer } = world.people
      const { referral } = await refer(asha, other, lawyer, { ...widest.legal, note: 'cnry-travels' })
      // Another file, since a referral wraps keys to a second unit; turned once more, the bit is as it was.
      const turn = async () => {
        const bit = (column: string) => `${column} = set_bit(${column}, 40, 1 - get_bit(${column}, 40))`
        await rowsOf(
          world.owner,
          `update case_note set ${bit('words')} where case_id = $1 and part = 'health'`,
          [other.id],
        )
        await rowsOf(world.owner, `update referral set ${bit('note')} where id = $1`, [referral])
      }
      await turn()
      const notes = (await open('health', other)).body['notes'] as { words: string | null }[]
      expect(notes.length).toBeGreaterThan(0)
      for (const { words } of notes) expect(words).toBeNull()
      const told = await client.post(`/referrals/${other.org}/${referral}/open`, asha.cookie, {
        reason: 'planningCare',
      })
      expect(told.body).toMatchObject({ note: null, unopened: true })
      const trail = await client.get(`/cases/${other.org}/${other.id}/trail`, asha.cookie)
      for (const part of ['health', 'narrative']) {
        expect(trail.body.items).toContainEqual(expect.objectContaining({ part, did: 'unopened' }))
      }
      await turn()
      const again = await open('health', other)
      expect(again.text).toContain('cnry-other-note-psychosocial')
    })

    test('an old value put back after a change does not open', async () => {
      const { asha } = world.people
      const [row] = await rowsOf(
        world.owner,
        `select id, version, name from person_identity where case_id = $1`,
        [file.id],
      )
      const write = { id: row?.['id'], base: row?.['version'], values: { name: 'cnry-one-later' } }
      const written = await client.post(
        `/cases/${file.org}/${file.id}/records/personIdentity`,
        asha.cookie,
        write,
      )
      expect(written.status).toBe(200)
      await keep()
      await rowsOf(world.owner, `update person_identity set name = $2 where case_id = $1`, [
        file.id,
        row?.['name'],
      ])
      expect((await open('identity')).status).toBe(500)
      await putBack()
      expect((await open('identity')).text).toContain('cnry-one-later')
    })

    test('a change by somebody who cannot open the row is refused, and the row opens as before', async () => {
      const { asha, mina } = world.people
      // Taken into the team from another unit beneath the application: the case is theirs, its keys are not.
      await rowsOf(
        world.owner,
        `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
       values ($1, $2, $3, 1, $1, $4, false, 'none', $4, now())`,
        [file.org, randomUUID(), file.id, mina.account],
      )
      const [row] = await rowsOf(world.owner, `select id, version from person_identity where case_id = $1`, [
        file.id,
      ])
      const write = { id: row?.['id'], base: row?.['version'], values: { father: 'somebody else' } }
      const written = await client.post(
        `/cases/${file.org}/${file.id}/records/personIdentity`,
        mina.cookie,
        write,
      )
      expect(written.body.code).toBe('not-for-you')
      expect((await open('identity')).status).toBe(200)
      const unassigned = { id: randomUUID(), account: mina.account, lead: false }
      const given = await client.post(`/cases/${other.org}/${other.id}/assignments`, asha.cookie, unassigned)
      expect(given.body.code).toBe('receiver-not-available')
    })
  },
)
