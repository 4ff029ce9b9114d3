import { randomUUID } from 'node:crypto'
import { primeroMapping } from '@setu/exchange'
import type { BridgeTrial } from '@setu/records/api'
import type { Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { type CaseRef, openCase, readCase, recordConsents, withdrawConsent } from '../../protection/index.ts'
import { exchangeEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('cases through other systems, on %s', (kind) => {
  let world: World
  let client: Client
  const of: Record<string, CaseRef> = {}

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const proved = () => owner('update session set proved_at = now()')

  async function opened(name: string, person: Person): Promise<CaseRef> {
    const { org, id } = await person.as((work) => openCase(work, newCase(person, `cnry${name}`)))
    const file = { org, id }
    of[name] = file
    return file
  }

  async function agreed(name: string, to: Person, parts: readonly Part[], purpose = 'shareService' as const) {
    const file = of[name] ?? (await opened(name, world.people.asha))
    const answers = await world.people.asha.as((work) =>
      recordConsents(work, file, consentFor(work, to, purpose, [...parts])),
    )
    return { file, consent: answers[0]?.id ?? '' }
  }

  const at = (to: Person, system = 'primero') => `system=${system}&org=${to.org}&unit=${to.unit}`
  const trial = async (person: Person, to: Person, system?: string) => {
    const answer = await client.get(`/exchange/bridges/trial?${at(to, system)}`, person.cookie)
    return { ...answer, trial: answer.body as unknown as BridgeTrial }
  }
  const send = (person: Person, to: Person, names: readonly string[], system = 'primero') =>
    client.post('/exchange/bridges/sendings', person.cookie, {
      system,
      to: { org: to.org, unit: to.unit },
      cases: names.map((name) => ({ org: of[name]?.org, case: of[name]?.id })),
    })
  const file = (person: Person, sending: unknown, format = 'json') =>
    client.get(`/exchange/bridges/file?sending=${String(sending)}&format=${format}`, person.cookie)
  const writeSending = (name: string, to: Person, parts: readonly string[]) =>
    world.people.asha.as((work) =>
      sql`insert into bridge_sending (org_id, id, case_id, sending_id, system, mapping_version, recipient_org, recipient_unit, reference,
          purpose, parts, account_org, account_id, sent_at)
        values (${of[name]?.org}::uuid, ${randomUUID()}::uuid, ${of[name]?.id}::uuid, ${randomUUID()}::uuid, 'primero', 'x', ${to.org}::uuid,
          ${to.unit}::uuid, 'x', 'shareService', ${[...parts]}::text[], ${world.people.asha.org}::uuid, ${world.people.asha.account}::uuid, now())`.execute(
        work.db,
      ),
    )
  const preview = (person: Person, text: string, system = 'primero') =>
    client.ask('POST', `/exchange/bridges/preview?system=${system}`, {
      cookie: person.cookie,
      body: Buffer.from(text),
    })

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...exchangeEndpoints])
    const { asha, officer, nadia } = world.people
    await opened('all', asha)
    await opened('some', asha)
    await opened('none', asha)
    await opened('theirs', nadia)
    await agreed('all', officer, ['identity', 'contact', 'facts'])
    await agreed('some', officer, ['facts'])
  }, 120_000)
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('what would leave is tried field by field; what is sealed is named and never shown', async () => {
    const { asha, officer } = world.people
    const { status, text, trial: said } = await trial(asha, officer)
    expect(status).toBe(200)
    expect(text).not.toContain('cnry')
    expect(new Set(said.cases.map(({ case: id }) => id))).toEqual(new Set([of['all']?.id, of['some']?.id]))
    const some = said.cases.find(({ case: id }) => id === of['some']?.id)
    expect(some).toMatchObject({ granted: ['facts'], withheld: ['identity', 'contact'], unopened: [] })
    expect(some?.written).toContainEqual({ record: 'caseFacts', field: 'sex', to: 'sex', value: 'female' })
    const all = said.cases.find(({ case: id }) => id === of['all']?.id)
    expect(all?.written).toContainEqual({ record: 'personIdentity', field: 'name', to: 'name', value: null })
    expect(all?.lost).toContainEqual({ record: 'personContact', field: 'safeWay', why: 'noField' })
    expect(said.lost).toContainEqual({ record: 'caseFacts', field: 'exploitation', why: 'other', cases: 2 })
    expect(said.forbidden.count).toBe(1)
    expect(said.forbidden.codes).toHaveLength(1)
    expect(await owner('select count(*)::int as n from bridge_sending')).toEqual([{ n: 0 }])
  })

  test('the offices to choose from are those that survivors named', async () => {
    const { asha, nadia, officer } = world.people
    const { body } = await client.get('/exchange/bridges?system=primero', asha.cookie)
    expect(body).toMatchObject({ recipients: [{ org: officer.org, unit: officer.unit, cases: 2 }] })
    expect((await client.get('/exchange/bridges?system=primero', nadia.cookie)).body).toMatchObject({
      recipients: [],
    })
    expect((await trial(nadia, officer)).trial).toMatchObject({ cases: [], forbidden: { count: 1 } })
  })

  test('only those whose work it is, only to others, and no system is a way to the police that is not one', async () => {
    const { asha, admin, inspector, officer } = world.people
    expect((await trial(admin, officer)).status).toBe(403)
    expect((await trial(asha, asha)).body['code']).toBe('receiver-not-available')
    expect((await trial(asha, inspector)).body['code']).toBe('receiver-not-available')
    expect((await trial(asha, inspector, 'referralPlatform')).trial).toMatchObject({
      purpose: 'sharePolice',
      cases: [],
    })
  })

  test('leaves after a fresh proof, is written down, and holds what was agreed to and nothing else', async () => {
    const { asha, bina, officer } = world.people
    await owner(`update session set proved_at = now() - interval '1 hour'`)
    expect((await send(asha, officer, ['all'])).body['code']).toBe('step-up-needed')
    await proved()
    const { status, body } = await send(asha, officer, ['all', 'some', 'none', 'theirs'])
    expect([status, body['cases'], body['left']]).toEqual([201, 2, 2])
    const kept = await owner(
      'select case_id, parts, purpose, recipient_unit as unit from bridge_sending order by cardinality(parts)',
    )
    expect(kept).toEqual([
      { case_id: of['some']?.id, parts: ['facts'], purpose: 'shareService', unit: officer.unit },
      {
        case_id: of['all']?.id,
        parts: expect.arrayContaining(['identity', 'contact', 'facts']),
        purpose: 'shareService',
        unit: officer.unit,
      },
    ])
    const { text, headers } = await file(asha, body['sending'])
    expect(String(headers['content-disposition'])).not.toContain('cnry')
    const { data } = JSON.parse(text) as { data: Record<string, unknown>[] }
    expect(new Set(data.map(({ name, sex, national_id_no: number }) => [name, sex, number].join()))).toEqual(
      new Set(['cnryall-name,female,cnryall-id', ',female,']),
    )
    for (const hidden of [
      'cnrysome',
      'cnrynone',
      'cnryall-father',
      'cnryall-way',
      'cnryall-words',
      of['all']?.id ?? '',
    ])
      expect(text).not.toContain(hidden)
    expect((await file(asha, body['sending'], 'csv')).text).toContain('cnryall-name')
    expect((await file(bina, body['sending'])).status).toBe(404)
    const [logged] = await owner(
      `select count(*) filter (where i.did = 'shared')::int as shared, count(*) filter (where i.did = 'read' and i.part = 'contact' and i.reason = 'documents')::int as contact
       from audit_item i where i.case_id = $1`,
      [of['all']?.id],
    )
    expect(logged).toMatchObject({ shared: 3, contact: expect.any(Number) })
    expect(Number(logged?.['contact'])).toBeGreaterThanOrEqual(2)
    const told = await owner(`select about from case_event where kind = 'sentElsewhere' and case_id = $1`, [
      of['some']?.id,
    ])
    expect(told).toEqual([{ about: { system: 'primero', purpose: 'shareService', parts: ['facts'] } }])
  })

  test('what comes back is known again, here and there, and nothing comes twice', async () => {
    const { asha, nadia, officer } = world.people
    await proved()
    const { body } = await send(asha, officer, ['all'])
    const { text } = await file(asha, body['sending'])
    expect((await preview(asha, text)).body).toMatchObject({ ready: false, cases: 0, here: { same: 1 } })
    const looked = await preview(nadia, text)
    expect(looked.body).toMatchObject({ ready: true, cases: 1, problemCount: 0 })
    const taken = await client.post('/exchange/htcds/import', nadia.cookie, {
      preview: looked.body['id'],
      unit: nadia.unit,
    })
    expect([taken.status, taken.body['cases']]).toEqual([201, 1])
    expect((await preview(nadia, text)).body).toMatchObject({ ready: false, cases: 0, here: { same: 1 } })
    const again = await send(asha, officer, ['all'])
    const second = await file(asha, again.body['sending'])
    expect(second.text).toBe(text)
    const [origin] = await owner(
      `select o.source_case, f.sex, (select count(*)::int from consent k where k.case_id = o.case_id) as consents
       from case_origin o join case_facts f on f.case_id = o.case_id where o.source_case like 'primero/%'`,
    )
    expect(origin).toMatchObject({ sex: 'female', consents: 0 })
  })

  test('a file of the platform comes in with an error for each wrong row, and none of it when one is wrong', async () => {
    const { nadia } = world.people
    const head =
      'case_reference,prs_FirstName,prs_SecondName,prs_Birthdate,prs_MobilePhone,vic_TypeOfExploitation,shoe_size'
    const wrong = await preview(
      nadia,
      `${head}\nA1,Rahima,Khatun,2001,her uncle,ForcedLabour,38\n,Salma,,,,,\n`,
      'referralPlatform',
    )
    expect(wrong.body).toMatchObject({ ready: false, id: null, rows: 2 })
    const codes = (wrong.body['problems'] as { code: string; row: number; message: { bn: string } }[]).map(
      ({ code, row }) => [code, row],
    )
    expect(codes).toEqual([
      ['phone.invalid', 2],
      ['bridge.no-id', 3],
    ])
    const right = await preview(
      nadia,
      `${head}\nA1,Rahima,Khatun,2001,,ForcedLabour;Servitude,38\n`,
      'referralPlatform',
    )
    expect(right.body).toMatchObject({ ready: true, cases: 1, problemCount: 0 })
    expect(right.body['columns']).toContainEqual(
      expect.objectContaining({ header: 'shoe_size', verdict: 'unknown' }),
    )
    expect(right.text).not.toContain('Rahima')
  })

  test('once she takes it back nothing of hers leaves, not even what was written down before', async () => {
    const { asha, officer } = world.people
    const { file: ref, consent } = await agreed('taken', officer, ['identity', 'facts'])
    await proved()
    const { body } = await send(asha, officer, ['taken'])
    await asha.as((work) => withdrawConsent(work, ref, consent, 1))
    const { text } = await file(asha, body['sending'])
    expect(JSON.parse(text)).toMatchObject({ data: [] })
    expect((await send(asha, officer, ['taken'])).body).toMatchObject({ cases: 0, left: 1 })
    const tasks = await owner(
      `select t.kind, t.account, d.unit_id as unit from case_task t join due_item d on d.about_id = t.id
       where t.case_id = $1 and t.kind = 'recallFile'`,
      [ref.id],
    )
    expect(tasks).toEqual([{ kind: 'recallFile', account: asha.account, unit: asha.unit }])
    const { file: never, consent: unused } = await agreed('never', officer, ['facts'])
    await asha.as((work) => withdrawConsent(work, never, unused, 1))
    expect(
      await owner(`select 1 from case_task where case_id = $1 and kind = 'recallFile'`, [never.id]),
    ).toEqual([])
  })

  test('each office that holds a file is asked for it, and none of which a new yes still covers what was sent', async () => {
    const { asha, nadia, officer } = world.people
    const taken = await agreed('both', officer, ['facts'])
    const beside = await agreed('both', nadia, ['facts'])
    await proved()
    for (const to of [officer, nadia])
      expect((await send(asha, to, ['both'])).body).toMatchObject({ cases: 1 })
    const asked = async () =>
      (
        await owner(`select about_unit as unit from case_task where case_id = $1 and kind = 'recallFile'`, [
          taken.file.id,
        ])
      ).map((row) => String(row['unit']))
    await agreed('both', officer, ['facts', 'identity'])
    expect(await asked()).toEqual([])
    const [{ id: renewed } = { id: '' }] = (await owner(
      `select id from consent where case_id = $1 and recipient_unit = $2 and state = 'given'`,
      [taken.file.id, officer.unit],
    )) as { id: string }[]
    await asha.as((work) => withdrawConsent(work, taken.file, renewed, 1))
    await asha.as((work) => withdrawConsent(work, taken.file, beside.consent, 1))
    expect((await asked()).toSorted()).toEqual([officer.unit, nadia.unit].toSorted())
    const { due } = await asha.as((work) => readCase(work, taken.file))
    const named = due.filter((one) => one.kind === 'recallFile').map(({ office }) => office?.en)
    const called = await owner(
      `select o.name_en || ', ' || u.name_en as both, u.name_en as name from unit u join organisation o on o.id = u.org_id
       where u.id = any ($1)`,
      [[officer.unit, nadia.unit]],
    )
    expect(named).toHaveLength(2)
    for (const { both, name } of called) expect(named.some((one) => one === both || one === name)).toBe(true)
    expect(due.find((one) => one.kind !== 'recallFile')?.office ?? null).toBe(null)
  })

  test('the database itself refuses what nobody agreed to', async () => {
    const { officer, lawyer } = world.people
    await writeSending('some', officer, ['facts'])
    await expect(writeSending('some', { ...officer, org: lawyer.org }, ['facts'])).rejects.toMatchObject({
      sqlState: '42501',
    })
    for (const [name, to, parts] of [
      ['some', officer, ['facts', 'identity']],
      ['none', officer, ['facts']],
      ['some', lawyer, ['facts']],
      ['theirs', officer, ['facts']],
    ] as const) {
      await expect(writeSending(name, to, parts), `${name} ${parts.join()}`).rejects.toMatchObject({
        sqlState: '42501',
      })
    }
  })

  test('an office that does other work is told what that work may read, and nothing before it has a rule', async () => {
    const { asha, officer } = world.people
    const doing = (kind: string) =>
      owner('update organisation set work = $2 where id = $1', [officer.org, kind])
    const named = async () =>
      (await client.get('/exchange/bridges?system=primero', asha.cookie)).body['recipients']
    await proved()
    const { body: before } = await send(asha, officer, ['all'])
    try {
      await doing('livelihood')
      const said = (await trial(asha, officer)).trial.cases
      expect(said).toMatchObject([{ case: of['all']?.id, granted: ['contact'] }])
      const { body } = await send(asha, officer, ['all', 'some'])
      expect(body).toMatchObject({ cases: 1, left: 1 })
      for (const sending of [body['sending'], before['sending']]) {
        const { text } = await file(asha, sending)
        expect(text).toContain('other_agency_id')
        for (const hidden of ['cnryall-name', 'cnryall-id', 'female']) expect(text).not.toContain(hidden)
      }
      await expect(writeSending('all', officer, ['contact', 'identity'])).rejects.toMatchObject({
        sqlState: '42501',
      })
      await doing('return')
      expect((await trial(asha, officer)).body['code']).toBe('receiver-not-available')
      expect(await named()).toEqual([])
      expect((await send(asha, officer, ['all'])).body['code']).toBe('receiver-not-available')
      expect((await file(asha, before['sending'])).body['code']).toBe('receiver-not-available')
      await expect(writeSending('all', officer, ['facts'])).rejects.toMatchObject({ sqlState: '42501' })
    } finally {
      await doing('care')
    }
  })

  test('how cases are told is laid down by two administrators, and never lets out what stays here', async () => {
    const { admin, guard, asha } = world.people
    await owner(
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'technicalAdministrator') on conflict do nothing`,
      [guard.org, guard.account],
    )
    const [first, ...rest] = primeroMapping.fields
    const proposed = (fields: unknown, id = randomUUID()) =>
      client.post('/exchange/bridges/mappings', admin.cookie, {
        id,
        system: 'primero',
        mapping: { ...primeroMapping, purposes: ['shareService'], fields },
      })
    const answered = (person: Person, id: string, base = 1) =>
      client.post('/exchange/bridges/mappings/answer', person.cookie, { id, base, answer: 'accept' })
    expect(
      (await proposed([...rest, { record: 'caseFacts', field: 'education', to: 'school', by: 'code' }])).body,
    ).toMatchObject({
      code: 'bad-request',
      fields: [{ problem: 'never-leaves' }],
    })
    const id = randomUUID()
    expect((await proposed([...rest, { ...first, to: 'name_full' }], id)).status).toBe(201)
    const { body } = await client.get('/exchange/bridges/mappings?system=primero', guard.cookie)
    expect(body.items).toMatchObject([
      {
        id,
        state: 'proposed',
        mayAnswer: true,
        usable: true,
        differences: [
          { at: 'purposes', to: null, after: 'shareService' },
          { to: 'name', at: 'by', before: 'text', after: null },
          { to: 'name_full', at: 'by', before: null, after: 'text' },
        ],
      },
    ])
    await proved()
    expect((await answered(admin, id)).body['code']).toBe('own-request')
    expect((await answered(guard, id, 2)).body['code']).toBe('stale')
    const older = randomUUID()
    await owner(
      `insert into bridge_mapping (id, system, edition, mapping, standing, proposed_org, proposed_by, proposed_at)
       values ($1, 'primero', 'older', $2::jsonb, 'proposed', $3, $4, now())`,
      [
        older,
        JSON.stringify({
          ...primeroMapping,
          fields: [{ record: 'shelterStay', field: 'elsewhere', to: 'x', by: 'text' }],
        }),
        admin.org,
        admin.account,
      ],
    )
    const { body: waiting } = await client.get('/exchange/bridges/mappings?system=primero', guard.cookie)
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ id: older, usable: false, differences: [] }),
    )
    expect((await answered(guard, older)).body['code']).toBe('step-not-possible')
    expect((await answered(guard, id)).status).toBe(200)
    const told = (await trial(asha, world.people.officer)).trial.cases.flatMap(({ written }) =>
      written.map(({ to }) => to),
    )
    expect([told.includes('name_full'), told.includes('name')]).toEqual([true, false])
  })
})
