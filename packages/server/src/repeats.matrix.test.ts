import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { askedEmergency } from '../test/emergencies.ts'
import { type About, calls, halfAYearOn, type Request, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { reminderKeyOn } from '../test/reminders.ts'
import { enginesInTurn } from '../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { giveWindow } from '../test/windows.ts'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './platform/index.ts'

interface Turn {
  readonly by: AnyName
  /** What stands in the body beside what every request of the address carries. */
  readonly with?: (people: WideWorld['people']) => Readonly<Record<string, unknown>>
  /** Where the version of what is changed stands; what has none cannot be stale. */
  readonly version?: (about: About) => readonly [table: string, id: string]
}

/**
 * Who does each change in the small world, in an order in which each is possible. What is not a change of records
 * (signing in, looking, files) has no turn; the list says which.
 */
const turns: Readonly<Record<string, Turn>> = {
  'keys.letIn': { by: 'asha', with: ({ bina }) => ({ unit: bina.unit, account: bina.account }) },
  'keys.renew': { by: 'asha', with: ({ asha }) => ({ unit: asha.unit }) },
  'keys.goOn': { by: 'asha', with: ({ asha }) => ({ unit: asha.unit }) },
  setPreferences: { by: 'asha' },
  markNoticesSeen: { by: 'asha' },
  keepNoticeChannel: { by: 'asha' },
  addOrganisation: { by: 'admin' },
  addUnit: { by: 'admin' },
  addAccount: { by: 'admin' },
  addCalendar: { by: 'admin' },
  addService: { by: 'farida' },
  changeCapacity: { by: 'asha', version: ({ service }) => ['service_offer', service] },
  keepSiteAddress: { by: 'asha' },
  'shelter.setPlaces': { by: 'asha', version: ({ service }) => ['service_offer', service] },
  'shelter.step': { by: 'asha', version: ({ stay }) => ['shelter_stay', stay] },
  'shelter.review': { by: 'asha', version: ({ stay }) => ['shelter_stay', stay] },
  'shelter.receive': { by: 'asha' },
  'approvals.layDown': { by: 'admin' },
  'settings.layDown': { by: 'admin' },
  'money.addLine': { by: 'farida' },
  'money.closeLine': { by: 'farida', version: ({ budgetLine }) => ['budget_line', budgetLine] },
  'cases.open': { by: 'asha' },
  'cases.check': { by: 'asha' },
  'cases.assign': { by: 'asha', with: ({ bina }) => ({ account: bina.account }) },
  'cases.declareConflict': { by: 'farida' },
  'cases.release': { by: 'asha', version: ({ assignment }) => ['case_assignment', assignment] },
  'filters.save': { by: 'asha' },
  'consents.record': { by: 'asha', with: ({ officer }) => ({ answers: [yesTo(officer)] }) },
  'consents.rightsNotice': { by: 'asha' },
  'referrals.step': { by: 'lawyer', version: ({ referral }) => ['referral', referral] },
  'services.give': { by: 'officer' },
  'services.change': { by: 'officer', version: ({ ownService }) => ['own_service', ownService] },
  'consents.withdraw': { by: 'asha', version: ({ consent }) => ['consent', consent] },
  'transfers.answer': { by: 'officer', version: ({ transfer }) => ['case_transfer', transfer] },
  'transfers.offer': {
    by: 'asha',
    with: ({ officer }) => ({ to: { org: officer.org, unit: officer.unit } }),
  },
  'referrals.send': { by: 'asha', with: ({ officer }) => ({ to: { org: officer.org, unit: officer.unit } }) },
  'tasks.add': { by: 'asha' },
  'tasks.done': { by: 'asha', version: ({ task }) => ['case_task', task] },
  'notes.add': { by: 'asha' },
  'documents.add': { by: 'asha' },
  'documents.goAlong': { by: 'asha', version: ({ document }) => ['case_document', document] },
  'documents.remove': { by: 'asha', version: ({ document }) => ['case_document', document] },
  'cases.writeRecord': { by: 'asha', version: ({ case: id }) => ['person_identity', id] },
  'cases.stepRecord': {
    by: 'asha',
    version: ({ riskAssessment }) => ['risk_assessment', riskAssessment],
  },
  'cases.changeState': {
    by: 'asha',
    with: () => ({ to: 'onHold' }),
    version: ({ case: id }) => ['case_file', id],
  },
  'emergencies.ask': { by: 'nadia', with: ({ farida }) => ({ to: { org: farida.org, unit: farida.unit } }) },
  'emergencies.answer': {
    by: 'farida',
    with: () => ({ answer: 'approve' }),
    version: ({ emergency }) => ['emergency_access', emergency],
  },
  'emergencies.end': { by: 'mina', version: ({ emergency }) => ['emergency_access', emergency] },
  'breaches.open': { by: 'asha' },
  'breaches.setHours': { by: 'admin' },
  'breaches.addCases': { by: 'guard' },
  'breaches.takeStep': { by: 'guard' },
  'breaches.mustTell': { by: 'guard' },
  'breaches.told': { by: 'guard', version: ({ telling }) => ['breach_telling', telling] },
  'breaches.assess': { by: 'guard', version: ({ breach }) => ['breach', breach] },
  'breaches.close': { by: 'guard', version: ({ breach }) => ['breach', breach] },
  'complaints.layDownDesk': { by: 'admin', with: ({ guard }) => ({ listeners: [guard.account] }) },
  'reviews.answer': { by: 'farida', version: ({ reviewLine }) => ['access_review_line', reviewLine] },
  'complaints.record': { by: 'asha' },
  'complaints.lookInto': { by: 'guard', version: ({ complaint }) => ['complaint', complaint] },
  'complaints.answer': { by: 'guard', version: ({ complaint }) => ['complaint', complaint] },
  'complaints.told': { by: 'asha', version: ({ complaint }) => ['complaint', complaint] },
  'tips.layDownDesk': { by: 'admin', with: ({ asha }) => ({ unit: asha.unit }) },
  'identification.begin': { by: 'asha' },
  'identification.step': { by: 'asha', version: ({ case: id }) => ['identification', id] },
  'identification.extend': { by: 'asha', version: ({ case: id }) => ['identification', id] },
  'screenings.begin': { by: 'asha', with: ({ asha }) => ({ unit: asha.unit }) },
  'screenings.save': { by: 'asha', version: ({ screening }) => ['screening', screening] },
  'screenings.decide': { by: 'asha', version: ({ screening }) => ['screening', screening] },
  'screenings.offer': {
    by: 'asha',
    with: ({ officer }) => ({ unit: officer.unit }),
    version: ({ screening }) => ['screening', screening],
  },
  'screenings.endOffer': { by: 'officer', version: ({ screening }) => ['screening', screening] },
  'screenings.openCase': {
    by: 'asha',
    with: ({ asha }) => ({ unit: asha.unit }),
    version: ({ screening }) => ['screening', screening],
  },
  'tips.step': { by: 'asha', version: ({ tip }) => ['tip', tip] },
  'tips.handOn': {
    by: 'asha',
    with: ({ officer }) => ({ unit: officer.unit }),
    version: ({ tip }) => ['tip', tip],
  },
  'erasures.answer': { by: 'guard', version: ({ erasure }) => ['case_erasure', erasure] },
  'erasures.ask': { by: 'asha' },
  'retention.ask': { by: 'farida' },
  'retention.answer': { by: 'guard' },
  'retention.papers': { by: 'farida' },
  'retention.layDown': { by: 'admin' },
  'retention.hold': { by: 'asha' },
  'retention.lift': { by: 'farida', version: ({ hold }) => ['case_hold', hold] },
  'renewals.begin': { by: 'asha' },
  'bridges.send': {
    by: 'asha',
    with: ({ officer }) => ({ to: { org: officer.org, unit: officer.unit } }),
  },
  'laws.draft': { by: 'prosecutor' },
  'laws.change': { by: 'prosecutor', version: ({ lawDraft }) => ['law_text', lawDraft] },
  'laws.propose': { by: 'prosecutor', version: ({ lawDraft }) => ['law_text', lawDraft] },
  'laws.answer': { by: 'prosecutor', version: ({ lawProposed }) => ['law_text', lawProposed] },
  'bridges.proposeMapping': { by: 'admin' },
  'bridges.answerMapping': {
    by: 'otherAdmin',
    version: ({ bridgeMapping }) => ['bridge_mapping', bridgeMapping],
  },
  'messages.answer': { by: 'asha' },
  'messages.seen': { by: 'asha' },
  'window.freeze': { by: 'asha' },
  'window.thaw': { by: 'asha' },
  'texts.choose': { by: 'asha' },
  'texts.stop': { by: 'farida' },
  'courts.add': { by: 'admin' },
  'criminal.open': { by: 'inspector', with: ({ inspector }) => ({ unit: inspector.unit }) },
  'criminal.change': { by: 'inspector', version: ({ criminal }) => ['criminal_case', criminal] },
  'criminal.addOffice': { by: 'inspector', with: ({ bench }) => ({ unit: bench.unit }) },
  'criminal.keepAccused': { by: 'inspector', version: ({ accused }) => ['accused', accused] },
  'criminal.addOffence': { by: 'inspector' },
  'criminal.stepOffence': { by: 'inspector', version: ({ offence }) => ['accused_offence', offence] },
  'criminal.addFact': { by: 'inspector' },
  'criminal.takeFactBack': {
    by: 'inspector',
    version: ({ criminalFact }) => ['criminal_fact', criminalFact],
  },
  'criminal.answerAlert': { by: 'prosecutor' },
  'criminal.stepCustody': { by: 'inspector', version: ({ accused }) => ['accused', accused] },
  'hearings.keep': { by: 'prosecutor', version: ({ hearing }) => ['hearing', hearing] },
  'assistance.propose': { by: 'inspector' },
  'assistance.step': { by: 'inspector', version: ({ request }) => ['assistance_request', request] },
  'criminal.endOffice': { by: 'prosecutor' },
  'figures.layDownCells': { by: 'admin', with: ({ inspector }) => ({ units: [inspector.unit] }) },
  'figures.freeze': { by: 'inspector', with: ({ inspector }) => ({ of: inspector.unit }) },
  'networks.open': { by: 'inspector', with: ({ inspector }) => ({ unit: inspector.unit }) },
  'networks.keepNode': { by: 'inspector', version: ({ networkNode }) => ['network_node', networkNode] },
  'networks.holdNode': { by: 'inspector' },
  'networks.keepTie': { by: 'inspector', version: ({ networkTie }) => ['network_tie', networkTie] },
  'networks.endOffice': { by: 'prosecutor' },
  'networks.addOffice': { by: 'inspector', with: ({ prosecutor }) => ({ unit: prosecutor.unit }) },
  'networks.removeTie': { by: 'inspector', version: ({ networkTie }) => ['network_tie', networkTie] },
  'networks.removeNode': { by: 'inspector', version: ({ networkNode }) => ['network_node', networkNode] },
  changeAccount: { by: 'admin', version: ({ account }) => ['account', account] },
}

const yesTo = ({ org, unit }: { readonly org: string; readonly unit: string }) => ({
  id: randomUUID(),
  purpose: 'shareService',
  parts: ['facts'],
  recipient: { org, unit },
  answer: 'given',
  validUntil: halfAYearOn,
})

const noRepeats: readonly string[] = [
  'signIn',
  'signOut',
  'beginNode',
  'changePassword',
  'renewOwnKey',
  'recovery.make',
  'recovery.use',
  'proveFactor',
  'setOwnPassword',
  'startTotp',
  'finishTotp',
  'newRecoveryCodes',
  'askPasskey',
  'startPasskey',
  'finishPasskey',
  'removePasskey',
  'confirmInDemo',
  'endDevice',
  'forgetDevice',
  'resetFactors',
  'dropNoticeChannel',
  'dropNoticeDevice',
  'filters.drop',
  'loadBoundaries',
  'exchange.importHtcds',
  'exchange.importNetwork',
  'window.issue',
  'tips.write',
  'screenings.step',
  'own.enter',
  'own.leave',
  'own.withdraw',
  'own.contest',
  'own.answer',
  'own.write',
  'own.giveFeedback',
  'own.freeze',
  'own.chooseTexts',
  'own.stopTexts',
]

const named = (name: string): Endpoint => {
  const found = endpoints.find((one) => one.name === name)
  if (!found) throw new TypeError(`no address ${name}`)
  return found
}

describe.each(enginesInTurn)('the same command again, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let about: About

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha, farida, inspector, lawyer, mina, officer } = world.people
    about = await holdingsOf(world, client, {
      owner: asha,
      chief: farida,
      lawyer,
      taker: officer,
      canary: 'twice',
    })
    // Somebody who waits to be let in to the key of her unit.
    await rowsOf(world.owner, 'delete from unit_wrap where account_id = $1', [world.people.bina.account])
    await rowsOf(world.owner, 'update unit_member set on_call = true where account_id = $1', [farida.account])
    // Who supervises an office of the police answers for its figures.
    await rowsOf(world.owner, 'update unit_member set supervises = true where account_id = $1', [
      inspector.account,
    ])
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'supervisor') on conflict do nothing`,
      [inspector.org, inspector.account],
    )
    const emergency = await askedEmergency(world.owner, mina, { org: about.org, id: about.case })
    about = { ...about, emergency }
    await giveWindow(asha, { org: about.org, id: about.case })
    await reminderKeyOn(world.node.engine)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const send = (by: AnyName, { method, path, body }: Request): Promise<Answer> =>
    client.ask(method, path, { cookie: world.people[by].cookie, body })

  async function everything(): Promise<string> {
    const tables = await rowsOf(
      world.owner,
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and c.relname not like 'audit_%' and c.relname not in ('session', 'slot_session') order by 1`,
    )
    const sums = tables.map(
      ({ name }) =>
        `select '${String(name)}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from "${String(name)}" t`,
    )
    // Over many tables a server works side by side, and answers in whatever order.
    const rows = await rowsOf(world.owner, `${sums.join(' union all ')} order by name`)
    return JSON.stringify(rows)
  }

  async function versionOf(table: string, id: string): Promise<number> {
    const key = ['person_identity', 'identification'].includes(table) ? 'case_id' : 'id'
    const [row] = await rowsOf(world.owner, `select version, id from "${table}" where ${key} = $1`, [id])
    return Number(row?.['version'])
  }

  /** The request as the person would send it now: from the version that is kept. */
  async function current(name: string, turn: Turn, base?: number): Promise<Request> {
    const request = requestOf(named(name), about)
    const body = { ...(request.body as Record<string, unknown>), ...turn.with?.(world.people) }
    if (turn.version === undefined) return { ...request, body }
    const version = base ?? (await versionOf(...turn.version(about)))
    if (name !== 'cases.writeRecord') return { ...request, body: { ...body, base: version } }
    const [row] = await rowsOf(world.owner, `select id from person_identity where case_id = $1`, [about.case])
    return { ...request, body: { ...body, id: row?.['id'], base: version } }
  }

  test('every change has its turn here, or is listed as none', () => {
    const changes = endpoints.filter(({ access }) => access.writes).map(({ name }) => name)
    expect(changes.toSorted()).toEqual([...Object.keys(turns), ...noRepeats].toSorted())
    expect(Object.keys(calls)).toEqual(expect.arrayContaining(changes))
  })

  test.each(Object.entries(turns))('%s', async (name, turn) => {
    if (turn.version !== undefined) {
      const before = await everything()
      const [table, id] = turn.version(about)
      const stale = await send(turn.by, await current(name, turn, 999))
      expect(stale.body, 'from a version that never was').toMatchObject({
        status: 409,
        code: 'stale',
        current: { version: await versionOf(table, id), values: expect.any(Object) },
      })
      expect(await everything(), 'a stale change overwrites nothing').toBe(before)
    }
    const request = await current(name, turn)
    const both = await Promise.all([send(turn.by, request), send(turn.by, request)])
    const [first, second] = both
    expect(first.status, first.text).toBeLessThan(300)
    expect({ status: second.status, body: second.body }).toEqual({ status: first.status, body: first.body })
    const after = await everything()
    const third = await send(turn.by, request)
    expect({ status: third.status, body: third.body }).toEqual({ status: first.status, body: first.body })
    expect(await everything(), 'sent a third time').toBe(after)
    const { command } = request.body as { command: string }
    const done = await rowsOf(world.owner, `select 1 from command_done where command_id = $1`, [command])
    expect(done.length, 'done once').toBe(1)
    const written = await rowsOf(
      world.owner,
      `select record_id, count(*)::int as n from case_event where record_id is not null group by 1, kind, about having count(*) > 1`,
    )
    expect(written, 'told once').toEqual([])
  })

  test('a command of one person is nobody else’s, and a command of one address is not another’s', async () => {
    const command = randomUUID()
    const { asha, nadia } = world.people
    const save = (cookie: string, id: string) =>
      client.ask('POST', '/filters', { cookie, body: { command, id, name: 'Mine', filter: {} } })
    const [mine, theirs] = [await save(asha.cookie, randomUUID()), await save(nadia.cookie, randomUUID())]
    expect([mine.status, theirs.status]).toEqual([200, 200])
    expect(mine.body['id']).not.toBe(theirs.body['id'])
    const elsewhere = await client.ask('POST', '/notices/seen', {
      cookie: asha.cookie,
      body: { command, ids: [randomUUID()] },
    })
    expect(elsewhere.body).toMatchObject({
      status: 400,
      fields: [{ field: 'command', problem: 'used-elsewhere' }],
    })
  })
})
