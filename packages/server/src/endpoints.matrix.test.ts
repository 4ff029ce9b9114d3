import { codesOf, type Role, roles } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { type About, aboutNothing, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { enginesInTurn, inTurn } from '../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { ownCookieOf } from '../test/windows.ts'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './platform/index.ts'

/** One person or more for every role; who they are to the two cases is said where it matters. */
const rolesOf: Readonly<Record<Exclude<AnyName, 'leaver'>, Role>> = {
  asha: 'caseworker',
  bina: 'caseworker',
  mina: 'caseworker',
  farida: 'supervisor',
  chief: 'supervisor',
  admin: 'technicalAdministrator',
  guard: 'dataProtectionOfficer',
  manager: 'programmeManager',
  trainer: 'trainer',
  analyst: 'analyst',
  nadia: 'caseworker',
  otherChief: 'supervisor',
  otherAdmin: 'technicalAdministrator',
  otherGuard: 'dataProtectionOfficer',
  inspector: 'policeInvestigator',
  constable: 'policeInvestigator',
  policeAdmin: 'technicalAdministrator',
  officer: 'caseworker',
  lawyer: 'caseworker',
  tutor: 'caseworker',
  consul: 'consularOfficer',
  prosecutor: 'prosecutor',
  bench: 'courtOfficer',
  secretary: 'committeeSecretary',
}
const everybody = Object.keys(rolesOf) as (keyof typeof rolesOf)[]

/** What an address that names nobody's record answers to those who have the role for it; everybody else is refused. */
const answersTo: Readonly<Record<string, number>> = {
  viewNode: 200,
  signIn: 401,
  viewSession: 200,
  signOut: 204,
  setPreferences: 200,
  listDevices: 200,
  changePassword: 401,
  renewOwnKey: 401,
  proveFactor: 401,
  setOwnPassword: 409,
  startTotp: 200,
  finishTotp: 401,
  newRecoveryCodes: 409,
  askPasskey: 409,
  startPasskey: 409,
  finishPasskey: 409,
  confirmInDemo: 409,
  viewFactors: 200,
  listNotices: 200,
  markNoticesSeen: 204,
  showNoticeChannels: 200,
  keepNoticeChannel: 204,
  dropNoticeChannel: 204,
  beginNode: 409,
  listOrganisations: 200,
  addOrganisation: 200,
  addUnit: 200,
  listAccounts: 200,
  addAccount: 200,
  findServices: 200,
  addService: 200,
  showBoundaries: 200,
  loadBoundaries: 400,
  listCalendars: 200,
  addCalendar: 200,
  listRules: 200,
  'rules.now': 200,
  'cases.list': 200,
  'cases.lookUp': 200,
  'cases.known': 200,
  'cases.officeCounts': 200,
  'access.list': 200,
  'cases.open': 201,
  'filters.list': 200,
  'filters.save': 200,
  'referrals.list': 200,
  'transfers.list': 200,
  'keys.waiting': 200,
  'keys.letIn': 404,
  'keys.units': 200,
  'keys.renew': 404,
  'keys.goOn': 404,
  'recovery.view': 200,
  'recovery.make': 201,
  'recovery.use': 400,
  'log.view': 200,
  'log.bundle': 200,
  'emergencies.ask': 409,
  'emergencies.list': 200,
  'erasures.list': 200,
  'retention.list': 200,
  'retention.table': 200,
  'retention.ask': 200,
  'retention.answer': 200,
  'retention.papers': 200,
  'retention.layDown': 200,
  'complaints.record': 409,
  'tips.write': 409,
  'screenings.begin': 201,
  'screenings.list': 200,
  'tips.list': 200,
  'tips.layDownDesk': 200,
  'complaints.list': 200,
  'reviews.list': 200,
  'reviews.export': 404,
  'complaints.layDownDesk': 200,
  'breaches.open': 201,
  'breaches.list': 200,
  'breaches.setHours': 200,
  'breaches.export': 404,
  'own.enter': 401,
  'own.leave': 401,
  'own.looked': 401,
  'own.agreed': 401,
  'own.part': 401,
  'own.plan': 401,
  'own.referrals': 401,
  'own.next': 401,
  'own.appointments': 401,
  'own.answer': 401,
  'own.messages': 401,
  'own.write': 401,
  'own.feedback': 401,
  'own.giveFeedback': 401,
  'own.withdraw': 401,
  'own.contest': 401,
  'own.freeze': 401,
  'own.texts': 401,
  'own.chooseTexts': 401,
  'own.stopTexts': 401,
  'myDay.read': 200,
  'board.read': 200,
  'shelter.homes': 200,
  'approvals.list': 200,
  'approvals.layDown': 200,
  'settings.list': 200,
  'settings.layDown': 200,
  'money.lines': 200,
  'money.addLine': 201,
  'money.closeLine': 404,
  'money.read': 200,
  'caseload.read': 200,
  'oversight.own': 200,
  'oversight.told': 200,
  'oversight.ownFile': 200,
  'oversight.toldFile': 200,
  'exchange.previewHtcds': 200,
  'exchange.importHtcds': 404,
  'exchange.exportHtcds': 200,
  'exchange.exportMoney': 200,
  'laws.list': 200,
  'laws.file': 200,
  'laws.editions': 200,
  'laws.draft': 201,
  'laws.change': 404,
  'laws.propose': 404,
  'laws.answer': 404,
  'bridges.view': 200,
  'bridges.try': 409,
  'bridges.send': 409,
  'bridges.file': 404,
  'bridges.preview': 200,
  'bridges.mappings': 200,
  'bridges.proposeMapping': 201,
  'bridges.answerMapping': 404,
  'courts.list': 200,
  'courts.add': 200,
  'criminal.list': 200,
  'criminal.counts': 200,
  'criminal.offices': 200,
  'criminal.alerts': 200,
  'criminal.alertCount': 200,
  'criminal.readings': 200,
  'figures.read': 200,
  'figures.file': 200,
  'figures.freeze': 403,
  'figures.cells': 200,
  'figures.layDownCells': 200,
  'criminal.open': 201,
  'hearings.causeList': 200,
  'networks.list': 200,
  'networks.open': 404,
  'exchange.previewNetwork': 404,
  'exchange.importNetwork': 404,
  'exchange.exportNetwork': 404,
  'assistance.desk': 200,
}

/** Caseworkers of organisations that may not own a case, and the addresses by which a case begins. */
const ownNoCases: ReadonlySet<string> = new Set(['lawyer', 'tutor'])
const bringsCases: ReadonlySet<string> = new Set([
  'cases.open',
  'emergencies.ask',
  'exchange.previewHtcds',
  'exchange.importHtcds',
  'bridges.preview',
])

type Holder = 'asha' | 'nadia'
type Circle = Readonly<Record<Holder, readonly AnyName[]>>

/** Who stands in some relation to the case, the referral or the transfer of each of the two. */
const circles: Circle = {
  asha: ['asha', 'farida', 'guard', 'lawyer', 'officer'],
  nadia: ['nadia', 'otherChief', 'otherGuard', 'lawyer', 'officer'],
}
/** Who sits in the unit that offers the service. */
const seats: Circle = {
  asha: ['asha', 'bina', 'farida', 'admin'],
  nadia: ['nadia', 'otherChief', 'otherGuard', 'otherAdmin'],
}
/** Who looks over the access of the unit. */
const reviewers: Circle = {
  asha: ['farida', 'guard', 'admin'],
  nadia: ['otherChief', 'otherGuard', 'otherAdmin'],
}
/** Who looks at what is told to the unit. */
const lookers: Circle = { asha: ['asha', 'bina', 'farida'], nadia: ['nadia', 'otherChief'] }
/** Who works on the criminal case and the network, which are the police's whoever owns the other. */
const criminalOffices: readonly AnyName[] = ['inspector', 'constable', 'prosecutor']
const administrators: Circle = { asha: ['admin'], nadia: ['otherAdmin'] }

const namesRecord = ({ path }: Endpoint): boolean => path.includes(':') && !path.includes(':channel')
const aboutRecords = endpoints.filter(namesRecord)
const aboutNobody = endpoints.filter((endpoint) => !namesRecord(endpoint))

/** A service is in the directory for all to see, so that it is there is no secret; only its unit may say what is free. */
const publicRecords: ReadonlySet<string> = new Set(['changeCapacity'])

test('no address and no role is left out of the matrix', () => {
  expect(aboutNobody.map(({ name }) => name).toSorted()).toEqual(Object.keys(answersTo).toSorted())
  expect([...new Set(Object.values(rolesOf))].toSorted()).toEqual(codesOf(roles).toSorted())
})

describe.each(enginesInTurn)('every address by everybody, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let ofAsha: About
  let ofNadia: About
  let asked = 0

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha, farida, nadia, otherChief, lawyer, officer } = world.people
    ofAsha = await holdingsOf(world, client, {
      owner: asha,
      chief: farida,
      lawyer,
      taker: officer,
      canary: 'cnry-ngo',
    })
    ofNadia = await holdingsOf(world, client, {
      owner: nadia,
      chief: otherChief,
      lawyer,
      taker: officer,
      canary: 'cnry-other',
    })
    await rowsOf(world.owner, 'truncate audit_item, audit_event')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  // The matrix is long, and a proof is not: everybody has just proved that it is they.
  beforeEach(() => rowsOf(world.owner, 'update session set proved_at = now()'))

  async function ask(endpoint: Endpoint, about: About, who: AnyName | null): Promise<Answer> {
    asked += 1
    const { method, path, body } = requestOf(endpoint, about)
    const cookie = who === null ? {} : { cookie: world.people[who].cookie }
    const answer = await client.ask(method, path, { ...cookie, body })
    expect(answer.status, `${endpoint.name} by ${who}`).toBeLessThan(500)
    if (answer.status >= 400) expectTellsNothing(answer, endpoint)
    return answer
  }

  /** A refusal is in our own words: nothing of the database, of the code or of a request's content. */
  function expectTellsNothing({ text, body }: Answer, { name }: Endpoint): void {
    expect(text, name).not.toMatch(
      /cnry|select |insert |update |violates|constraint|relation "|\.ts:|node_modules|pg_|stack/i,
    )
    expect(
      Object.keys(body)
        .filter((key) => !['fields', 'current'].includes(key))
        .toSorted(),
      name,
    ).toEqual(['about', 'code', 'number', 'status', 'title', 'type'].toSorted())
  }

  /** Everybody who has nothing to do with what a request names. */
  function strangersTo(held: Holder, name = ''): readonly AnyName[] {
    const ofAccounts = ['changeAccount', 'resetFactors'].includes(name)
    if (name.startsWith('reviews.')) return everybody.filter((who) => !reviewers[held].includes(who))
    if (/^(tips|screenings)\./.test(name)) return everybody.filter((who) => !lookers[held].includes(who))
    if (/^(criminal|hearings|networks|assistance)\./.test(name))
      return everybody.filter((who) => !criminalOffices.includes(who))
    const insiders = ofAccounts ? administrators : name.match(/Site|Capacity|^shelter/) ? seats : circles
    return everybody.filter((who) => !insiders[held].includes(who))
  }

  const shapeOf = ({ status, body, headers }: Answer) => {
    const { number: _, ...said } = body
    const { date: __, ...kept } = headers
    return { status, said, kept }
  }

  test.each(aboutRecords.map((endpoint, place) => [endpoint.name, endpoint, place] as const))(
    '%s: what one may not see and what is not there are answered alike',
    async (name, endpoint, place) => {
      const files = [
        ['asha', ofAsha],
        ['nadia', ofNadia],
      ] as const
      for (const [held, about] of inTurn<(typeof files)[number]>(files, place)) {
        for (const who of strangersTo(held, name)) {
          const missing = shapeOf(await ask(endpoint, aboutNothing(about.org), who))
          const hidden = shapeOf(await ask(endpoint, about, who))
          if (publicRecords.has(name)) expect([403, 404]).toContain(hidden.status)
          else expect(hidden, `${name} by ${who} of ${held}’s`).toEqual(missing)
          expect([403, 404], `${name} by ${who}`).toContain(missing.status)
        }
      }
      expect((await ask(endpoint, ofAsha, null)).status, `${name} without a session`).toBe(401)
    },
  )

  test.each(aboutNobody.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s answers those whose work it is, and tells nobody of a case that is not theirs',
    async (name, endpoint) => {
      const forAnyone = endpoint.access.relations.includes('anyone')
      for (const who of everybody) {
        const { org, unit, account } = world.people[who]
        const about = { ...aboutNothing(), org, unit, account }
        const answer = await ask(endpoint, about, name === 'signOut' ? null : who)
        const wanted = endpoint.access.roles
        const may = wanted === undefined || wanted.includes(rolesOf[who])
        const refused = !may || (bringsCases.has(name) && ownNoCases.has(who))
        expect(answer.status, `${name} by ${who}`).toBe(refused ? 403 : answersTo[name])
        for (const [held, ids] of [
          ['asha', ofAsha],
          ['nadia', ofNadia],
        ] as const) {
          if (!strangersTo(held).includes(who)) continue
          for (const id of [ids.case, ids.referral, ids.transfer, ids.consent, ids.task]) {
            expect(answer.text, `${name} by ${who}: ${held}’s`).not.toContain(id)
          }
        }
        expect(answer.text, `${name} by ${who}`).not.toMatch(name === 'exchange.exportHtcds' ? /^$/ : /cnry-/)
      }
      const outside = await ask(endpoint, aboutNothing(), null)
      expect(outside.status, `${name} without a session`).toBe(forAnyone ? answersTo[name] : 401)
    },
  )

  test('a survivor’s own cookie is nobody at every address of the staff', async () => {
    const own = await ownCookieOf(world, client, { org: ofAsha.org, id: ofAsha.case })
    expect((await client.ask('GET', '/own/agreed', { own })).status).toBe(200)
    asked += 2
    for (const endpoint of endpoints) {
      if (endpoint.kind === 'own' || endpoint.access.relations.includes('anyone')) continue
      const { method, path, body } = requestOf(endpoint, ofAsha)
      for (const as of [{ cookie: own }, { own }]) {
        asked += 1
        const answer = await client.ask(method, path, { ...as, body })
        expect([endpoint.name, answer.status]).toEqual([endpoint.name, 401])
      }
    }
  })

  test('each of these requests is in the log, once', async () => {
    const [events] = await rowsOf(
      world.owner,
      `select count(*)::int as events, count(distinct request_id)::int as requests from audit_event`,
    )
    expect(events).toEqual({ events: asked, requests: asked })
  })
})
