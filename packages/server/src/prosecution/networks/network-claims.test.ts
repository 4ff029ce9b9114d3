import { randomUUID } from 'node:crypto'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Answer, type Client, rowsOf } from '../../../test/client.ts'
import { heldCriminalCase } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { aPerson, aThing, namesIn } from '../../../test/network-calls.ts'
import { deskIds, type NetworkDesk, openNetworkDesk } from '../../../test/network-desk.ts'
import { writeAndStep } from '../../../test/risks.ts'
import type { AnyName, WideWorld } from '../../../test/wide-world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'

const today = dayOf(new Date())

describe.each(['pglite', 'postgres'] as const)('what leaves a network, on %s', (kind) => {
  let desk: NetworkDesk
  let world: WideWorld
  let client: Client
  let file: { org: string; id: string }
  const ids = deskIds()
  beforeAll(async () => {
    desk = await openNetworkDesk(kind, ids)
    ;({ world, client, file } = desk)
    await rowsOf(world.owner, `update accused_offence set stage = 'chargeFramed' where id = $1`, [
      desk.offence,
    ])
    const { unit } = world.people.prosecutor
    await desk.post('inspector', '/offices', { id: randomUUID(), unit })
  })
  afterAll(() => desk.close())

  const claimed = async (caseNumber: string, accusedAs: string) => {
    const { asha } = world.people
    const { org } = asha
    const opened = newCase(asha, 'cnry')
    const { id } = opened
    expect((await client.post('/cases', asha.cookie, { ...opened })).status).toBe(201)
    await writeAndStep(asha, { org, id }, 'nonPunishmentClaim', {
      offences: ['falsePapers'],
      link: 'forced',
      raisedOn: today,
      nextBy: addDays(today, 5),
      nextStep: 'letter',
      caseNumber,
      accusedAs,
    })
  }
  const forgetClaims = () => rowsOf(world.owner, 'update non_punishment_claim set accused_mark = null')

  test('leaves without whom a claim of non-punishment protects, and looks as it did before', async () => {
    const before = [await desk.read('inspector'), (await desk.exported('own')).text]
    await claimed('GR No. 211/2026', 'Karim, CNRY')
    expect([await desk.read('inspector'), (await desk.exported('own')).text]).toEqual(before)
    expect((await desk.exported('others')).text).toBe('')
    const asked = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(desk.cookieOf('inspector')),
      (attempt) => attempt(`select may_be_published_as_accused('{}', '{}')`),
    )
    expect(asked.refused).not.toBeNull()
    await forgetClaims()
    expect(namesIn(await desk.exported('others'))).toContain('CNRY Karim')
  })

  test('tells of no claim by names and numbers that somebody types', async () => {
    const typed = { case: randomUUID(), person: randomUUID() }
    await desk.keep({ ...aThing, id: typed.case, kind: 'criminalCase', names: [], number: 'GR 999/2026' })
    await desk.keep({ ...aPerson, id: typed.person, names: ['CNRY Guess'] })
    const before = [(await desk.exported('others')).text, (await desk.exported('own')).text]
    await claimed('GR 999/2026', 'CNRY Karim')
    await claimed('GR 999/2026', 'CNRY Guess')
    await claimed('GR 211/2026', 'CNRY Guess')
    expect([(await desk.exported('others')).text, (await desk.exported('own')).text]).toEqual(before)
    await forgetClaims()
    for (const id of Object.values(typed)) await desk.post('inspector', '/nodes/remove', { id, base: 1 })
  })

  test('leaves nothing for others while no other office could be the reason', async () => {
    const alone = randomUUID()
    await desk.begin('inspector', { id: alone, name: 'Alone' })
    expect((await desk.exported('others', 'inspector', alone)).body.code).toBe('network-alone')
    expect((await desk.exported('own', 'inspector', alone)).status).toBe(200)
    expect(await desk.read('inspector')).toMatchObject({ beside: true })
  })

  test('leaves without somebody protected in a case that whoever takes it out does not work on', async () => {
    const held = await heldCriminalCase(world, 'cnry-other')
    await rowsOf(world.owner, 'update criminal_case set gr_number = $2 where id = $1', [
      held.criminal,
      '305/2026',
    ])
    await rowsOf(world.owner, `update accused_offence set stage = 'chargeFramed' where id = $1`, [
      held.offence,
    ])
    const { inspector, prosecutor } = world.people
    await rowsOf(
      world.owner,
      `update criminal_office set until_on = current_date, ended_by = $2, ended_org = $3 where case_id = $1 and unit_id = $4`,
      [held.criminal, inspector.account, inspector.org, prosecutor.unit],
    )
    const accused = { org: file.org, case: held.criminal, id: held.accused }
    const [person, company] = [randomUUID(), randomUUID()]
    await desk.keep({ ...aPerson, id: person, names: ['CNRY Rafiq'], accused })
    const protectedNames = async () =>
      namesIn(await desk.exported('others', 'prosecutor')).filter((name) => name !== 'CNRY Karim')
    expect(await protectedNames()).toContain('CNRY Rafiq')
    await claimed('GR 305/2026', 'Rafiq CNRY')
    expect(await protectedNames()).toEqual(['+8801700000000'])
    await desk.keep({ ...aThing, id: company, kind: 'company', names: ['CNRY Trading'], accused })
    expect(await protectedNames(), 'the company is the same accused').toEqual(['+8801700000000'])
    await forgetClaims()
    expect(await protectedNames()).toEqual(['+8801700000000', 'CNRY Rafiq', 'CNRY Trading'])
    await claimed('GR 305/2026', 'CNRY Trading')
    expect(await protectedNames()).toEqual(['+8801700000000'])
    await forgetClaims()
    await rowsOf(
      world.owner,
      'update criminal_case set gr_number = null, tribunal_number = null, monitoring_number = null, station_number = null, station_year = null where id = $1',
      [held.criminal],
    )
    expect(await protectedNames(), 'no number by which a claim would be found').toEqual(['+8801700000000'])
    for (const id of [person, company]) await desk.post('inspector', '/nodes/remove', { id, base: 1 })
  })

  test('tells whoever guards the data who opened it, took it out, and was let in', async () => {
    for (const who of ['policeAdmin', 'prosecutor'] as const)
      await rowsOf(
        world.owner,
        `insert into account_role (org_id, account_id, role) values ($1, $2, 'dataProtectionOfficer') on conflict do nothing`,
        [world.people[who].org, world.people[who].account],
      )
    const [{ code } = {}] = await rowsOf(world.owner, 'select code from criminal_case where id = $1', [
      file.id,
    ])
    const seenBy = async (who: AnyName) => {
      const seen: Readonly<Record<string, unknown>>[] = []
      for (let after: string | null = ''; after !== null; ) {
        const more = after === '' ? '' : `?after=${encodeURIComponent(after)}`
        const page: Answer = await client.get(`/criminal-readings${more}`, desk.cookieOf(who))
        expect(page.status, page.text).toBe(200)
        seen.push(...(page.body.items ?? []))
        after = typeof page.body['next'] === 'string' ? page.body['next'] : null
      }
      return seen.filter((one) => one['part'] === 'network')
    }
    const [kept] = await rowsOf(
      world.owner,
      `select count(*)::integer as items from audit_item where part = 'network' and did in ('read', 'shared')`,
    )
    const seen = await seenBy('policeAdmin')
    expect(seen).toHaveLength(Number(kept?.['items']))
    expect(seen).toContainEqual(expect.objectContaining({ code, did: 'read', tasks: ['investigation'] }))
    for (const reach of ['own', 'others'])
      expect(seen).toContainEqual(expect.objectContaining({ code, did: 'shared', file: reach }))
    expect(seen).toContainEqual(expect.objectContaining({ did: 'shared', file: null, code: null }))
    expect((await desk.get('policeAdmin')).status, 'who guards data opens none').toBe(403)
    const theirs = await seenBy('prosecutor')
    expect(new Set(theirs.flatMap((one) => one['tasks']))).toEqual(new Set(['prosecution']))
    expect(theirs).toContainEqual(expect.objectContaining({ code, did: 'shared', file: 'others' }))
    expect(await seenBy('guard')).toEqual([])
  })
})
