import { randomUUID } from 'node:crypto'
import type { LawEditions, LawList } from '@setu/records/api'
import type { LawText } from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { smallLaw } from '../../../test/law-calls.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { handleOf } from '../../platform/index.ts'
import { prosecutionEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('laws as data, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, prosecutionEndpoints)
    // Two people of different houses whose work the law is; and somebody whose own house gave them the role.
    for (const { org, account } of [world.people.lawyer, world.people.inspector])
      await rowsOf(
        world.owner,
        `update organisation set type = 'prosecution' where id = $1 and $2::uuid is not null`,
        [org, account],
      )
    for (const { org, account } of [world.people.lawyer, world.people.inspector, world.people.nadia]) {
      await rowsOf(
        world.owner,
        `insert into account_role (org_id, account_id, role) values ($1, $2, 'prosecutor')`,
        [org, account],
      )
    }
  })
  beforeEach(() => rowsOf(world.owner, 'update session set proved_at = now()'))
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const get = (who: PersonName, path: string) => client.get(path, world.people[who].cookie)
  const post = (who: PersonName, path: string, body: object) =>
    client.post(path, world.people[who].cookie, { command: randomUUID(), ...body })
  const laws = async (who: PersonName, day = '') => (await get(who, `/laws${day}`)).body as unknown as LawList
  const edition = async (who: PersonName, id: string) =>
    ((await get(who, '/laws/editions')).body as unknown as LawEditions).items.find((one) => one.id === id)
  const draft = async (law: LawText, who: PersonName = 'lawyer') => {
    const id = randomUUID()
    expect((await post(who, '/laws/editions', { id, law })).status).toBe(201)
    return id
  }
  const propose = async (law: LawText) => {
    const id = await draft(law)
    expect((await post('lawyer', '/laws/editions/propose', { id, base: 1 })).status).toBe(200)
    return id
  }
  const answer = (who: PersonName, id: string, given: 'accept' | 'decline', base = 2) =>
    post(who, '/laws/editions/answer', { id, base, answer: given })
  const act = builtInLaws.find(({ code }) => code === 'PSHTA-2012')
  if (act === undefined) throw new TypeError('the Act of 2012')

  test('those that Setu brings are there for everybody, and the day of an offence chooses one', async () => {
    const { items, chosen, overlaps } = await laws('asha', '?day=2014-06-01')
    expect(items).toHaveLength(builtInLaws.length)
    expect(items.every(({ since }) => since === null)).toBe(true)
    expect(chosen).toContainEqual({
      jurisdiction: 'BD',
      found: 'one',
      names: ['BD.PSHTA-2012.2012'],
      sure: true,
    })
    expect(chosen).toContainEqual({
      jurisdiction: 'PK',
      found: 'unclear',
      names: ['PK.PTPA-2018.2018'],
      sure: false,
    })
    expect(overlaps).toEqual([])
    for (const [day, name] of [
      ['2010-06-01', 'BD.NSND-2000.2000'],
      ['2025-06-01', 'BD.PSHTA-2012.2012'],
      ['2026-02-01', 'BD.HTSM-2026.2026'],
    ]) {
      expect((await laws('inspector', `?day=${day}`)).chosen).toContainEqual({
        jurisdiction: 'BD',
        found: 'one',
        names: [name],
        sure: name !== 'BD.HTSM-2026.2026',
      })
    }
  })

  test('a draft is its drafter’s alone until it is laid before others', async () => {
    const id = await draft(smallLaw('quiet'))
    expect(await edition('lawyer', id)).toMatchObject({ state: 'draft', mayChange: true, mayAnswer: false })
    expect(await edition('inspector', id)).toBe(undefined)
    expect((await get('asha', '/laws/editions')).status).toBe(403)
    const changed = { id, base: 1, law: smallLaw('quieter') }
    expect((await post('inspector', '/laws/editions/change', changed)).status).toBe(404)
    expect((await post('lawyer', '/laws/editions/change', changed)).body).toMatchObject({ version: 2 })
    expect(await edition('lawyer', id)).toMatchObject({ name: 'BD.PSHTA-2012.quieter', version: 2 })
    expect((await post('lawyer', '/laws/editions/change', changed)).body.code).toBe('stale')
  })

  test('somebody else sees everything that would change, with before and after, and puts it into force', async () => {
    const limits = act.limits.map((one) => (one.kind === 'trial' ? { ...one, amount: 200 } : one))
    const id = await propose({ ...act, limits })
    expect((await laws('asha')).items.find(({ name }) => name === 'BD.PSHTA-2012.2012')?.since).toBe(null)
    expect(await edition('inspector', id)).toMatchObject({
      state: 'proposed',
      mayAnswer: true,
      faults: [],
      differences: [{ at: 'limits.trial.amount', before: '180', after: '200' }],
    })
    expect((await answer('lawyer', id, 'accept')).body.code).toBe('own-request')
    expect((await answer('asha', id, 'accept')).status).toBe(403)
    expect((await answer('inspector', id, 'accept', 1)).body.code).toBe('stale')
    expect((await answer('inspector', id, 'accept')).status).toBe(200)
    const holding = (await laws('asha')).items.filter(({ name }) => name === 'BD.PSHTA-2012.2012')
    expect(holding).toHaveLength(1)
    expect(holding[0]?.since).not.toBe(null)
    expect(holding[0]?.law.limits.find((one) => one.kind === 'trial')?.amount).toBe(200)
    expect((await answer('inspector', id, 'decline', 3)).body.code).toBe('step-not-possible')

    const again = await propose(act)
    expect((await answer('inspector', again, 'accept')).status).toBe(200)
    expect(await edition('lawyer', id)).toMatchObject({
      state: 'replaced',
      answeredBy: null,
      answeredIn: { en: 'police' },
    })
    expect(await edition('lawyer', again)).toMatchObject({ state: 'inForce', differences: [] })
  })

  test('what is declined changes nothing and can be looked up', async () => {
    const id = await propose(smallLaw('declined'))
    expect((await answer('inspector', id, 'decline')).status).toBe(200)
    expect(await edition('lawyer', id)).toMatchObject({
      state: 'declined',
      answeredBy: null,
      answeredIn: { en: 'police' },
    })
    expect((await laws('asha')).items.map(({ name }) => name)).not.toContain('BD.PSHTA-2012.declined')
  })

  test('what contradicts itself is refused with its place, however it is written', async () => {
    const id = await draft({ ...smallLaw('faulty'), validTo: '2011-01-01', source: ' ' })
    expect((await edition('lawyer', id))?.faults).toContainEqual({ at: 'validTo', fault: 'too-early' })
    const refused = await post('lawyer', '/laws/editions/propose', { id, base: 1 })
    expect(refused.body).toMatchObject({ code: 'bad-request' })
    expect(refused.body['fields']).toContainEqual({ field: 'validTo', problem: 'too-early' })
    const nowhere = { ...smallLaw('nowhere'), jurisdiction: 'XQ' }
    const answered = await post('lawyer', '/laws/editions', { id: randomUUID(), law: nowhere })
    expect(answered.body['fields']).toEqual([{ field: 'law.jurisdiction', problem: 'unknown-place' }])
    const strange = { ...smallLaw('strange'), status: 'maybe' }
    expect((await post('lawyer', '/laws/editions', { id: randomUUID(), law: strange })).body.code).toBe(
      'bad-request',
    )
  })

  test('two that hold for the same offence are told as such, and neither is chosen', async () => {
    const id = await propose({ ...act, edition: 'beside' })
    expect((await answer('inspector', id, 'accept')).status).toBe(200)
    const { chosen, overlaps } = await laws('asha', '?day=2014-06-01')
    expect(chosen).toContainEqual({
      jurisdiction: 'BD',
      found: 'unclear',
      names: ['BD.PSHTA-2012.2012', 'BD.PSHTA-2012.beside'],
      sure: false,
    })
    expect(overlaps).toEqual([{ first: 'BD.PSHTA-2012.2012', second: 'BD.PSHTA-2012.beside' }])
    await rowsOf(world.owner, `delete from law_text where edition = 'beside'`)
  })

  test('are laid down by no house whose matter they are not, whatever role it gave its people', async () => {
    const refused = await post('nadia', '/laws/editions', { id: randomUUID(), law: smallLaw('own') })
    expect([refused.status, refused.body['code']]).toEqual([403, 'not-for-you'])
    const id = await propose(smallLaw('other'))
    expect((await answer('nadia', id, 'accept')).status).toBe(403)
    const past = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(world.people.nadia.cookie),
      (attempt) =>
        attempt(
          `update law_text set standing = 'inForce', answered_by = $2, answered_org = $3, answered_at = now() where id = $1`,
          [id, world.people.nadia.account, world.people.nadia.org],
        ),
    )
    expect(past.refused ?? past.count).toBe(0)
    expect((await answer('inspector', id, 'accept')).status).toBe(200)
    const retired = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(world.people.lawyer.cookie),
      (attempt) => attempt(`update law_text set standing = 'replaced' where id = $1`, [id]),
    )
    expect(retired.refused ?? retired.count).toBe(0)
    await rowsOf(world.owner, 'delete from law_text where id = $1', [id])
  })

  test('the database itself lets nobody past the second pair of eyes', async () => {
    const id = await propose(smallLaw('guarded'))
    const { lawyer, inspector, asha } = world.people
    const set = (who: typeof asha, what: string) =>
      who.as((work) => sql`update law_text set ${sql.raw(what)} where id = ${id}`.execute(work.db))
    const by = (who: typeof asha) =>
      `answered_by = '${who.account}', answered_org = '${who.org}', answered_at = now()`
    const standing = async () =>
      (await rowsOf(world.owner, 'select standing from law_text where id = $1', [id]))[0]?.['standing']
    const untouched = async (attempt: Promise<{ numAffectedRows?: bigint } | unknown>) => {
      await attempt.catch(() => null)
      expect(await standing()).toBe('proposed')
    }
    await untouched(set(lawyer, `standing = 'inForce', ${by(lawyer)}`))
    await untouched(set(lawyer, `standing = 'inForce', ${by(inspector)}`))
    await untouched(set(asha, `standing = 'inForce', ${by(asha)}`))
    await untouched(set(inspector, `standing = 'inForce', ${by(lawyer)}`))
    await untouched(set(inspector, `standing = 'draft', proposed_at = null`))
    await expect(
      set(inspector, `standing = 'inForce', ${by(inspector)}, content = content || '{"note": null}'`),
    ).rejects.toThrow('42501')
    await set(inspector, `standing = 'inForce', ${by(inspector)}`)
    expect(await standing()).toBe('inForce')
    // What is in force is out of everybody's reach: only another that comes into force takes its place.
    const { numAffectedRows } = await set(inspector, `content = content || '{"note": null}'`)
    expect(numAffectedRows).toBe(0n)
    await rowsOf(world.owner, 'delete from law_text where id = $1', [id])
    await expect(
      asha.as((work) =>
        sql`insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at)
          values (${randomUUID()}, 'BD', 'X-1', '1', '{"jurisdiction": "BD", "code": "X-1", "edition": "1"}', 'draft', ${asha.org},
            ${asha.account}, now())`.execute(work.db),
      ),
    ).rejects.toThrow('42501')
  })

  test('the comparison is a file that says for which day it holds, and what is not known', async () => {
    const csv = await get('asha', '/laws/file?day=2025-06-01&format=csv&language=en')
    expect(csv.status).toBe(200)
    expect(csv.text).toContain('For offences of 2025-06-01')
    const head = csv.text.split(/\r?\n/).find((line) => line.includes('"Element"')) ?? ''
    expect(head).toContain('Bangladesh (BD.PSHTA-2012.2012)')
    expect(head).toContain('not clear from which day')
    expect(csv.text).toContain('"Purpose: Begging","no","yes",')
    const xlsx = await get('asha', '/laws/file?day=2025-06-01&format=xlsx&language=bn')
    expect(xlsx.status).toBe(200)
  })
})
