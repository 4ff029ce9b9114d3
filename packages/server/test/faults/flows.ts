import { randomBytes, randomUUID } from 'node:crypto'
import { csvOf } from '@setu/exchange/test/csv'
import type { ScreeningBegin } from '@setu/records/api'
import { plainDate } from '@setu/vocabulary'
import { coverOwnUnits } from '../../src/platform/keys/cover-units.ts'
import { beginRenewal } from '../../src/platform/keys/renew-unit.ts'
import { recordConsents } from '../../src/protection/consents/record-consents.ts'
import { askErasure } from '../../src/protection/erasures/ask-erasure.ts'
import { beginScreening } from '../../src/protection/screenings/begin-screening.ts'
import { decideScreening } from '../../src/protection/screenings/save-answers.ts'
import { stepTip } from '../../src/protection/tips/step-tip.ts'
import { writeTip } from '../../src/protection/tips/write-tip.ts'
import { offerTransfer } from '../../src/protection/transfers/offer-transfer.ts'
import { consentFor, newCase } from '../cases.ts'
import { type Client, rowsOf } from '../client.ts'
import { askedEmergency } from '../emergencies.ts'
import { pictureWith } from '../papers.ts'
import { accept, openCaseOf, refer, widest } from '../referred.ts'
import { lookAtRisks, writeAndStep } from '../risks.ts'
import type { PersonName, World } from '../world.ts'
import { bridgeFlows } from './bridge-flows.ts'
import { criminalFlows } from './criminal-flows.ts'
import { lawFlows } from './law-flows.ts'
import { networkFlows } from './network-flows.ts'
import { retentionFlows } from './retention-flows.ts'
import { windowFlows } from './window-flows.ts'

/** A change as somebody asks for it. */
export interface Asked {
  readonly by: PersonName
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** In how many transactions it is done, the last of which changes something. */
  readonly commits?: number
}

/** What is asked, with everything that must be there before. */
type Flow = (world: World, client: Client) => Promise<Asked>

const command = () => ({ command: randomUUID() })

async function referred(world: World) {
  const { asha, lawyer } = world.people
  const file = await openCaseOf(asha, 'cnry')
  return {
    file,
    at: `/cases/${file.org}/${file.id}`,
    ...(await refer(asha, file, lawyer, { ...widest.legal, note: 'cnry' })),
  }
}

async function offered(world: World) {
  const { asha, officer } = world.people
  const file = await openCaseOf(asha, 'cnry')
  await refer(asha, file, world.people.lawyer, widest.legal)
  await asha.as((work) => recordConsents(work, file, consentFor(work, officer, 'transferCase', [])))
  const transfer = randomUUID()
  const to = { org: officer.org, unit: officer.unit }
  return { file, transfer, to, at: `/cases/${file.org}/${file.id}` }
}

/** A home of somebody's unit with one place for women. */
async function countedHome(owner: World['owner'], { org, unit }: World['people']['asha']): Promise<string> {
  const home = randomUUID()
  await rowsOf(
    owner,
    `with offered as (insert into service_offer (org_id, id, version, unit, service, women, men, girls, boys, active)
       values ($1, $2, 1, $3, 'shelter', true, false, false, false, true) returning org_id, id)
     insert into shelter_place (org_id, offer_id, for_whom, places, others) select org_id, id, 'women', 1, 0 from offered`,
    [org, home, unit],
  )
  return home
}

const takesTips = (owner: World['owner'], { org, unit, account }: World['people']['asha']) =>
  rowsOf(
    owner,
    `insert into tip_desk (org_id, unit_id, public, made_by, made_at) values ($1, $2, false, $3, now()) on conflict do nothing`,
    [org, unit, account],
  )

const screening = ({ unit }: World['people']['asha'], id: string): Omit<ScreeningBegin, 'command'> => ({
  id,
  unit,
  instrument: 'border',
  ageBand: '18-24',
  ageSure: true,
  ready: ['private', 'interpreter', 'referrals', 'emergencyPlan', 'consent'],
  who: 'cnry',
  tip: null,
})

const fileOfCases = (): Buffer =>
  Buffer.from(
    csvOf([
      ['prs_FirstName', 'prs_Gender', 'cas_Status', 'prs_MobilePhone'],
      ...['Rahima', 'Karima', 'Salma'].map((name, at) => [
        name,
        'Feminine',
        'Active',
        `+88017${10_000_000 + at}`,
      ]),
    ]),
  )

/** Every change whose statements are made to fail one by one. */
export const flows: Readonly<Record<string, Flow>> = {
  'cases.open': async ({ people: { asha, lawyer } }) => {
    const today = plainDate(new Date().toISOString().slice(0, 10))
    const { command: _, ...consents } = consentFor({ today }, lawyer, 'shareLegalAid', ['facts'])
    return { by: 'asha', path: '/cases', body: { ...newCase(asha, 'cnry'), consents } }
  },
  'cases.stepRecord': async ({ people: { asha } }) => {
    const file = await openCaseOf(asha, 'cnry')
    const today = new Date().toISOString().slice(0, 10)
    await lookAtRisks(asha, file, { debt: 'medium' }, { assessedOn: today })
    const plan = { codeWord: 'cnry', agreedOn: today, keptBy: 'memory' }
    await writeAndStep(asha, file, 'safetyPlan', plan, 'inForce')
    const item = await writeAndStep(asha, file, 'safetyPlan', plan)
    const path = `/cases/${file.org}/${file.id}/records/safetyPlan/${item}/step`
    return { by: 'asha', path, body: { ...command(), base: 1, to: 'inForce', values: {} } }
  },
  'cases.stepRecord suspect': async ({ people: { asha, officer } }) => {
    const file = await openCaseOf(asha, 'cnry')
    await asha.as((work) =>
      recordConsents(work, file, {
        ...consentFor(work, officer, 'shareService', ['facts']),
        guardianAgreed: true,
      }),
    )
    const guardian = { relation: 'relative', suspectedBecause: 'police' }
    const item = await writeAndStep(asha, file, 'guardian', guardian)
    const path = `/cases/${file.org}/${file.id}/records/guardian/${item}/step`
    return { by: 'asha', path, body: { ...command(), base: 1, to: 'suspect', values: {} } }
  },
  'shelter.step': async (world) => {
    const { asha } = world.people
    const file = await openCaseOf(asha, 'cnry')
    const home = await countedHome(world.owner, asha)
    const today = plainDate(new Date().toISOString().slice(0, 10))
    const stay = await writeAndStep(asha, file, 'shelterStay', { home, placeFor: 'women' })
    const values = { legalBasis: 'ownConsent', admittedOn: today, reviewOn: today, freeToLeave: true }
    const body = { ...command(), base: 1, of: file.org, to: 'admitted', values }
    return { by: 'asha', path: `/shelter/${asha.org}/${home}/stays/${stay}/step`, body }
  },
  'shelter.setPlaces': async (world) => {
    const { asha } = world.people
    const home = await countedHome(world.owner, asha)
    const body = { ...command(), base: 1, groups: [{ who: 'women', places: 3, others: 0 }] }
    return { by: 'asha', path: `/shelter/${asha.org}/${home}/places`, body }
  },
  'cases.writeRecord tracingAttempt': async ({ people: { asha } }) => {
    const file = await openCaseOf(asha, 'cnry')
    const today = new Date().toISOString().slice(0, 10)
    await writeAndStep(
      asha,
      file,
      'safetyPlan',
      { channels: ['ownPhone'], agreedOn: today, keptBy: 'memory' },
      'inForce',
    )
    const path = `/cases/${file.org}/${file.id}/records/tracingAttempt`
    const values = { triedOn: today, channel: 'ownPhone', result: 'noAnswer', words: 'cnry' }
    return { by: 'asha', path, body: { ...command(), id: randomUUID(), base: 0, values } }
  },
  'cases.stepRecord reintegration': async ({ people: { asha } }) => {
    const file = await openCaseOf(asha, 'cnry')
    const begunOn = new Date().toISOString().slice(0, 10)
    const item = await writeAndStep(asha, file, 'reintegration', { livesWith: 'kin', begunOn })
    const path = `/cases/${file.org}/${file.id}/records/reintegration/${item}/step`
    return { by: 'asha', path, body: { ...command(), base: 1, to: 'begun', values: {} } }
  },
  'cases.writeRecord payment': async ({ people: { asha } }) => {
    const file = await openCaseOf(asha, 'cnry')
    const path = `/cases/${file.org}/${file.id}/records/payment`
    const values = { kind: 'travel', amount: 12_345, neededFor: 'cnry' }
    return { by: 'asha', path, body: { ...command(), id: randomUUID(), base: 0, values } }
  },
  'consents.record': async (world) => {
    const { asha, inspector } = world.people
    const { at } = await referred(world)
    const body = await asha.as(async (work) =>
      consentFor(work, inspector, 'sharePolice', ['identity', 'facts']),
    )
    return { by: 'asha', path: `${at}/consents`, body }
  },
  'consents.withdraw': async (world) => {
    const { at, file, consent, referral, version } = await referred(world)
    await accept(world.people.lawyer, file.org, referral, version)
    return { by: 'asha', path: `${at}/consents/${consent}/withdraw`, body: { ...command(), base: 1 } }
  },
  'referrals.send': async (world) => {
    const { asha, inspector } = world.people
    const { at, file } = await referred(world)
    await asha.as((work) =>
      recordConsents(work, file, consentFor(work, inspector, 'sharePolice', ['identity', 'facts'])),
    )
    const to = { org: inspector.org, unit: inspector.unit }
    const send = { id: randomUUID(), to, service: 'policeLiaison', urgency: 'standard', note: 'cnry' }
    return { by: 'asha', path: `${at}/referrals`, body: { ...command(), ...send } }
  },
  'referrals.step accept': async (world) => {
    const { file, referral, version } = await referred(world)
    const step = { base: version, to: 'accepted', conflict: 'none' }
    return { by: 'lawyer', path: `/referrals/${file.org}/${referral}/step`, body: { ...command(), ...step } }
  },
  'referrals.step decline': async (world) => {
    const { file, referral, version } = await referred(world)
    const step = { base: version, to: 'declined', declineReason: 'full' }
    return { by: 'lawyer', path: `/referrals/${file.org}/${referral}/step`, body: { ...command(), ...step } }
  },
  'services.give': async (world) => {
    const { file, referral, version } = await referred(world)
    await accept(world.people.lawyer, file.org, referral, version)
    const today = new Date().toISOString().slice(0, 10)
    const told = { happenedOn: today, outcome: 'given', why: null, sessions: 1, nextOn: today }
    const path = `/own-services/${file.org}/${referral}`
    return { by: 'lawyer', path, body: { ...command(), id: randomUUID(), ...told } }
  },
  'transfers.offer': async (world) => {
    const { at, to, transfer } = await offered(world)
    return { by: 'asha', path: `${at}/transfers`, body: { ...command(), id: transfer, to } }
  },
  'transfers.answer': async (world) => {
    const { file, to, transfer } = await offered(world)
    await world.people.asha.as((work) => offerTransfer(work, file, { id: transfer, to }))
    const answer = { base: 1, to: 'accepted', conflict: 'none' }
    return {
      by: 'officer',
      path: `/transfers/${file.org}/${transfer}/answer`,
      body: { ...command(), ...answer },
    }
  },
  ...retentionFlows,
  ...bridgeFlows,
  ...windowFlows,
  'erasures.ask': async (world) => {
    const { at } = await referred(world)
    const erasure = { id: randomUUID(), reason: 'survivorsWish' }
    return { by: 'asha', path: `${at}/erasures`, body: { ...command(), ...erasure } }
  },
  'erasures.answer': async (world) => {
    const { file, referral, version } = await referred(world)
    await accept(world.people.lawyer, file.org, referral, version)
    const id = randomUUID()
    await world.people.asha.as((work) => askErasure(work, file, { id, reason: 'survivorsWish' }))
    const answer = { base: 1, answer: 'approve' }
    return { by: 'guard', path: `/erasures/${file.org}/${id}/answer`, body: { ...command(), ...answer } }
  },
  'renewals.begin': async (world) => {
    const { file, at, referral, version } = await referred(world)
    await accept(world.people.lawyer, file.org, referral, version)
    return { by: 'asha', path: `${at}/renewals`, body: { ...command(), id: randomUUID(), reason: 'usual' } }
  },
  'documents.add': async (world) => {
    const { at } = await referred(world)
    const file = (await pictureWith('cnry')).toString('base64')
    const paper = { id: randomUUID(), kind: 'courtOrder', issuedOn: null, words: 'cnry', file }
    return { by: 'asha', path: `${at}/documents`, body: { ...command(), ...paper } }
  },
  'emergencies.ask': async (world) => {
    const { farida } = world.people
    await rowsOf(world.owner, 'update unit_member set on_call = true where account_id = $1', [farida.account])
    const body = {
      id: randomUUID(),
      to: { org: farida.org, unit: farida.unit },
      code: 'K4T-9WX',
      parts: ['identity'],
      reason: 'dangerToLife',
      words: 'cnry: two men at her door',
      hours: 1,
    }
    await rowsOf(world.owner, `update emergency_access set state = 'lapsed' where state = 'waiting'`)
    return { by: 'mina', path: '/emergencies', body: { ...command(), ...body } }
  },
  'emergencies.answer': async (world) => {
    const { farida, mina } = world.people
    const { file } = await referred(world)
    await rowsOf(world.owner, 'update unit_member set on_call = true where account_id = $1', [farida.account])
    const id = await askedEmergency(world.owner, mina, file)
    const answer = { base: 1, answer: 'approve' }
    return { by: 'farida', path: `/emergencies/${mina.org}/${id}/answer`, body: { ...command(), ...answer } }
  },
  'keys.letIn': async (world) => {
    const { bina } = world.people
    await rowsOf(world.owner, 'delete from unit_wrap where account_id = $1', [bina.account])
    return {
      by: 'asha',
      path: '/keys/let-in',
      body: { ...command(), unit: bina.unit, account: bina.account },
    }
  },
  'keys.renew': async ({ people: { asha } }) => {
    await openCaseOf(asha, 'cnry')
    return { by: 'asha', path: '/keys/renew', body: { ...command(), unit: asha.unit } }
  },
  'keys.goOn': async ({ people: { asha } }) => {
    await openCaseOf(asha, 'cnry')
    await asha.as((work) => beginRenewal(work, asha.unit))
    return { by: 'asha', path: '/keys/go-on', body: { ...command(), unit: asha.unit } }
  },
  renewOwnKey: () =>
    Promise.resolve({
      by: 'bina',
      path: '/session/key',
      body: { ...command(), password: 'bina walks by the river' },
      commits: 3,
    }),
  'recovery.use': async ({ owner, people: { admin, mina, guard } }, client) => {
    const path = '/admin/recovery'
    const made = await client.post(`${path}/key`, admin.cookie, { holders: ['One', 'Two', 'Three'] })
    const shares = (made.body['shares'] as { rows: string[] }[]).slice(1).map(({ rows }) => rows.join('\n'))
    await mina.as(coverOwnUnits)
    await rowsOf(owner, 'delete from unit_wrap where account_id = any ($1::uuid[])', [
      [mina.account, guard.account],
    ])
    const units = [{ unit: mina.unit, account: mina.account }]
    return { by: 'admin', path: `${path}/use`, body: { ...command(), shares, units }, commits: 3 }
  },
  'tips.handOn': async (world) => {
    const { asha, inspector } = world.people
    for (const one of [asha, inspector]) await takesTips(world.owner, one)
    const id = randomUUID()
    const about = { channel: 'walkIn', urgency: 'urgent', district: null } as const
    const words = { words: 'cnry: she waits', mentioned: [], way: null }
    await asha.as((work) => writeTip(work, { id, unit: asha.unit, ...about, ...words, subjects: ['myself'] }))
    await asha.as((work) => stepTip(work, { org: asha.org, id }, { command: id, base: 1, to: 'triaged' }))
    const body = { ...command(), base: 2, unit: inspector.unit }
    return { by: 'asha', path: `/tips/${asha.org}/${id}/hand-on`, body }
  },
  'screenings.begin': async ({ people: { inspector } }) => ({
    by: 'inspector',
    path: '/screenings',
    body: { ...command(), ...screening(inspector, randomUUID()) },
  }),
  'screenings.openCase': async ({ people: { asha } }) => {
    const id = randomUUID()
    const at = { org: asha.org, id }
    await asha.as((work) => beginScreening(work, { command: id, ...screening(asha, id) }))
    const reasons = 'cnry: taken over the river at night'
    await asha.as((work) => decideScreening(work, at, { command: id, base: 1, outcome: 'presumed', reasons }))
    const given = { base: 2, case: randomUUID(), unit: asha.unit, urgency: 'urgent', conflict: 'none' }
    return { by: 'asha', path: `/screenings/${at.org}/${id}/case`, body: { ...command(), ...given } }
  },
  'notes.add': async (world) => {
    const { at } = await referred(world)
    const note = { id: randomUUID(), kind: 'legal', happenedOn: '2026-01-02', words: 'cnry' }
    return { by: 'asha', path: `${at}/notes`, body: { ...command(), ...note } }
  },
  'exchange.importHtcds': async ({ people: { nadia } }, client) => {
    const { body } = await client.ask('POST', '/exchange/htcds/preview', {
      cookie: nadia.cookie,
      body: fileOfCases(),
    })
    if (body['ready'] !== true) throw new TypeError('a file that cannot be brought in')
    return {
      by: 'nadia',
      path: '/exchange/htcds/import',
      body: { ...command(), preview: body['id'], unit: nadia.unit },
    }
  },
  addOrganisation: async () => ({
    by: 'admin',
    path: '/admin/organisations',
    body: {
      ...command(),
      id: randomUUID(),
      nameEn: 'New',
      nameBn: 'নতুন',
      type: 'ngo',
      district: null,
      phone: null,
    },
  }),
  addUnit: async () => ({
    by: 'admin',
    path: '/admin/units',
    body: { ...command(), id: randomUUID(), nameEn: 'New', nameBn: 'নতুন', district: null },
  }),
  addAccount: async ({ people: { admin } }) => ({
    by: 'admin',
    path: '/admin/accounts',
    body: {
      ...command(),
      id: randomUUID(),
      signInName: `n${randomBytes(6).toString('hex')}`,
      name: 'Somebody',
      postEn: 'Post',
      postBn: 'পদ',
      language: 'bn',
      password: 'a river behind the school',
      roles: ['caseworker'],
      units: [{ id: admin.unit, supervises: false, focal: false }],
    },
  }),
  ...criminalFlows,
  ...networkFlows,
  // These come last: the lawyer's house becomes another for them, and stays so.
  ...lawFlows,
}
