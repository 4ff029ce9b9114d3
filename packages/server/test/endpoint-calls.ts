import { randomBytes, randomUUID } from 'node:crypto'
import type { CaseRecordName } from '@setu/records'
import { addMonths } from '@setu/vocabulary'
import { dayOf, type Endpoint } from '../src/platform/index.ts'
import { complaintCalls } from './complaint-calls.ts'
import { type CriminalGiven, criminalCalls, noCriminalCase } from './criminal-calls.ts'
import { documentCalls } from './document-calls.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { factorCalls } from './factor-calls.ts'
import { figureCalls } from './figure-calls.ts'
import { lawCalls } from './law-calls.ts'
import { type NetworkGiven, networkCalls, noNetwork } from './network-calls.ts'
import { oversightCalls } from './oversight-calls.ts'
import { retentionCalls } from './retention-calls.ts'
import type { OwnGiven } from './service-calls.ts'
import { shelterCalls } from './shelter-calls.ts'
import { tipCalls } from './tip-calls.ts'
import { windowCalls } from './window-calls.ts'

/** What a request is about: everything that an address or a body can name. */
export interface About extends OwnGiven, CriminalGiven, NetworkGiven {
  readonly org: string
  readonly unit: string
  readonly account: string
  readonly case: string
  readonly referral: string
  readonly transfer: string
  readonly assignment: string
  readonly consent: string
  readonly task: string
  readonly riskAssessment: string
  readonly document: string
  readonly service: string
  /** Somebody who stays in the home that is that service. */
  readonly stay: string
  readonly budgetLine: string
  readonly filter: string
  readonly device: string
  readonly emergency: string
  readonly erasure: string
  readonly hold: string
  readonly bridgeMapping: string
  readonly lawDraft: string
  readonly lawProposed: string
  readonly breach: string
  readonly telling: string
  readonly complaint: string
  readonly tip: string
  readonly screening: string
  readonly review: string
  readonly reviewLine: string
}

/** Ids that nothing has. */
export function aboutNothing(org: string = randomUUID()): About {
  const id = randomUUID
  return {
    org,
    ...noCriminalCase(org),
    ...noNetwork(),
    unit: id(),
    account: id(),
    case: id(),
    referral: id(),
    transfer: id(),
    assignment: id(),
    consent: id(),
    task: id(),
    riskAssessment: id(),
    document: id(),
    service: id(),
    ownService: id(),
    ownReferral: id(),
    stay: id(),
    budgetLine: id(),
    filter: id(),
    device: id(),
    emergency: id(),
    erasure: id(),
    hold: id(),
    bridgeMapping: id(),
    lawDraft: id(),
    lawProposed: id(),
    breach: id(),
    telling: id(),
    complaint: id(),
    tip: id(),
    screening: id(),
    review: id(),
    reviewLine: id(),
  }
}

type Body = Readonly<Record<string, unknown>>

interface Call {
  /** What `:org` stands for; the owner of the case where nothing is said. */
  readonly org?: keyof About
  /** What `:id` stands for; a case where nothing is said. */
  readonly id?: keyof About
  readonly item?: keyof About
  /** What `:record` stands for; the identity where nothing is said. */
  readonly record?: CaseRecordName
  readonly query?: (about: About) => string
  /** A body that is in order, apart from what it names; `null` where none is asked for. */
  readonly body?: (about: About) => Body | Buffer
}

/** Today, so that what is agreed to in a request holds while the request is made. */
const day = dayOf(new Date())
const moment = new Date().toISOString()
export const halfAYearOn = addMonths(day, 5)
const names = { nameEn: 'New', nameBn: 'নতুন' }
const fresh = (): string => randomUUID()
const signInName = (): string => `n${randomBytes(6).toString('hex')}`
const finishing = { base: 1, to: 'made', values: {} }
const person = {
  name: 'Somebody',
  postEn: 'Post',
  postBn: 'পদ',
  language: 'bn',
  password: 'a river behind the school',
}
const words = { givenOn: day, medium: 'spoken', language: 'bn', textVersion: '2026-01', interpreter: false }

/**
 * One request for every address of the API, by name. A new address is not tried until it stands here, and the
 * matrix says so.
 */
export const calls: Readonly<Record<string, Call>> = {
  viewNode: {},
  signIn: { body: () => ({ name: signInName(), password: 'not the password' }) },
  viewSession: {},
  signOut: {},
  setPreferences: { body: () => ({ density: 'compact' }) },
  listDevices: {},
  endDevice: { id: 'device', body: () => ({}) },
  forgetDevice: { id: 'device', body: () => ({}) },
  changePassword: { body: () => ({ now: 'not the password', next: 'forty herons over the haor' }) },
  proveFactor: { body: () => ({ code: '000000' }) },
  ...factorCalls,
  confirmInDemo: {},
  viewFactors: {},
  listNotices: {},
  markNoticesSeen: { body: () => ({ ids: [fresh()] }) },
  keepNoticeChannel: { body: () => ({ channel: 'email', address: 'somebody@example.org' }) },
  showNoticeChannels: {},
  dropNoticeChannel: {},
  dropNoticeDevice: { id: 'device' },
  beginNode: {
    body: () => ({
      organisation: { ...names, type: 'ngo' },
      unit: names,
      account: { name: 'First', signInName: signInName(), password: 'a river behind the school' },
    }),
  },
  listOrganisations: {},
  addOrganisation: { body: () => ({ ...names, id: fresh(), type: 'ngo', district: null, phone: null }) },
  addUnit: { body: () => ({ ...names, id: fresh(), district: null }) },
  listAccounts: {},
  addAccount: {
    body: () => ({ ...person, id: fresh(), signInName: signInName(), roles: ['analyst'], units: [] }),
  },
  changeAccount: { id: 'account', body: () => ({ base: 1, roles: ['analyst'] }) },
  resetFactors: { id: 'account', body: () => ({}) },
  findServices: { query: () => '?service=shelter&district=BD4041' },
  addService: {
    body: ({ unit }) => ({
      id: fresh(),
      unit,
      service: 'shelter',
      takes: ['women'],
      districts: ['BD4041'],
      places: 4,
      free: 2,
    }),
  },
  changeCapacity: { id: 'service', body: () => ({ base: 1, free: 1, places: 4 }) },
  keepSiteAddress: { id: 'service', body: () => ({ address: 'Behind the school' }) },
  readSiteAddress: { id: 'service', body: () => ({}) },
  showBoundaries: { query: () => '?level=district' },
  loadBoundaries: {
    body: () => ({
      id: fresh(),
      level: 'district',
      licence: 'CC BY',
      source: 'Somewhere',
      dated: day,
      geojson: { type: 'FeatureCollection', features: [] },
    }),
  },
  listCalendars: {},
  addCalendar: {
    body: () => ({
      jurisdiction: 'BD',
      institution: 'court',
      version: randomBytes(6).toString('hex'),
      validFrom: addMonths(day, 2),
      weekend: [5, 6],
      holidays: [],
    }),
  },
  listRules: {},
  'rules.now': {},
  'keys.waiting': {},
  'keys.letIn': { body: ({ unit, account }) => ({ unit, account }) },
  'keys.units': {},
  'keys.renew': { body: () => ({ unit: fresh() }) },
  'keys.goOn': { body: () => ({ unit: fresh() }) },
  'recovery.view': {},
  'recovery.make': { body: () => ({ holders: ['Director', 'Notary', 'Bank'] }) },
  'recovery.use': {
    body: ({ unit, account }) => ({ shares: ['AAAA', 'BBBB'], units: [{ unit, account }] }),
  },
  renewOwnKey: { body: () => ({ password: 'not the password' }) },
  'emergencies.ask': {
    body: ({ org, unit }) => ({
      id: fresh(),
      to: { org, unit },
      code: 'K4T-9WX',
      parts: ['identity'],
      reason: 'dangerToLife',
      words: 'He was seen at her door an hour ago.',
      hours: 1,
    }),
  },
  'emergencies.list': {},
  'emergencies.answer': { id: 'emergency', body: () => ({ base: 1, answer: 'decline' }) },
  'emergencies.end': { id: 'emergency', body: () => ({ base: 1 }) },
  'renewals.begin': { body: () => ({ id: fresh(), reason: 'usual' }) },
  'renewals.ofCase': {},
  ...retentionCalls,
  'erasures.answer': { id: 'erasure', body: () => ({ base: 1, answer: 'decline' }) },
  'breaches.open': {
    body: ({ unit }) => ({
      id: fresh(),
      what: 'lostDevice',
      noticedAt: moment,
      happenedOn: null,
      data: ['notKnown'],
      codes: ['K4T-9WX'],
      units: [unit],
      words: 'It lay on the bus.',
    }),
  },
  'breaches.list': {},
  'breaches.setHours': { body: () => ({ assess: 24, regulator: 72, partner: null, survivor: null }) },
  'breaches.export': { query: ({ breach }) => `?id=${breach}&language=en` },
  'breaches.read': { id: 'breach' },
  'breaches.addCases': { id: 'breach', body: () => ({ codes: ['K4T-9WX'] }) },
  'breaches.takeStep': {
    id: 'breach',
    body: ({ account }) => ({ id: fresh(), kind: 'endSessions', account, at: moment, words: null }),
  },
  'breaches.mustTell': {
    id: 'breach',
    body: ({ telling }) => ({ id: telling, whom: 'regulator', org: null, due: null }),
  },
  'breaches.told': {
    id: 'breach',
    item: 'telling',
    body: () => ({ base: 1, at: moment, notNeeded: null, words: null }),
  },
  'breaches.assess': {
    id: 'breach',
    body: () => ({ base: 1, risk: 'none', reasons: ['sealed'], words: 'Nobody can read it.', tellBy: null }),
  },
  'breaches.close': { id: 'breach', body: () => ({ base: 2, lessons: 'Every phone is locked.' }) },
  'cases.breaches': {},
  ...tipCalls,
  ...complaintCalls,
  ...criminalCalls,
  ...figureCalls,
  ...networkCalls,
  'reviews.list': {},
  'reviews.read': { id: 'review' },
  'reviews.answer': { id: 'review', item: 'reviewLine', body: () => ({ base: 1, answer: 'kept' }) },
  'reviews.export': { query: ({ review }) => `?id=${review}&language=en` },
  'cases.list': { query: () => '?limit=200' },
  'cases.known': { body: () => ({ field: 'name', text: 'Nobody at all' }) },
  'cases.lookUp': { body: () => ({ field: 'name', text: 'Nobody at all', reason: 'planningCare' }) },
  'cases.read': {},
  'cases.timeline': {},
  'cases.trail': { query: () => '?reason=dataProtection' },
  'cases.openPart': { body: () => ({ part: 'identity', reason: 'planningCare' }) },
  'cases.officeCounts': {},
  'access.list': {},
  'filters.list': {},
  'cases.open': { body: ({ unit }) => ({ id: fresh(), unit, urgency: 'standard', conflict: 'none' }) },
  'cases.writeRecord': { body: () => ({ id: fresh(), base: 0, values: { name: 'Somebody' } }) },
  'money.lines': {},
  'money.addLine': {
    body: () => ({ id: fresh(), code: signInName(), nameEn: 'Grants', nameBn: 'অনুদান', donor: null }),
  },
  'money.closeLine': { body: ({ budgetLine }) => ({ base: 1, line: budgetLine }) },
  'money.read': {},
  ...oversightCalls,
  ...shelterCalls,
  'cases.stepRecord': { item: 'riskAssessment', record: 'riskAssessment', body: () => finishing },
  'cases.changeState': { body: () => ({ base: 1, to: 'assessed', reason: 'ready' }) },
  'cases.check': { body: () => ({ id: fresh(), requirement: 'immediateSafety', answer: 'done' }) },
  'cases.assign': { body: ({ account }) => ({ id: fresh(), account, lead: false }) },
  'cases.declareConflict': { item: 'assignment', body: () => ({ answer: 'none' }) },
  'cases.release': { item: 'assignment', body: () => ({ base: 1 }) },
  'filters.save': { body: () => ({ id: fresh(), name: 'Mine', filter: { state: 'intake' } }) },
  'filters.drop': { id: 'filter' },
  'consents.record': {
    body: ({ org, unit }) => ({
      ...words,
      guardianAgreed: null,
      answers: [
        {
          id: fresh(),
          purpose: 'shareService',
          parts: ['facts'],
          recipient: { org, unit },
          answer: 'given',
          validUntil: halfAYearOn,
        },
      ],
    }),
  },
  'consents.withdraw': { item: 'consent', body: () => ({ base: 1 }) },
  'consents.rightsNotice': {
    body: () => ({
      id: fresh(),
      givenOn: day,
      means: 'readAloud',
      language: 'bn',
      textVersion: '2026-01',
      understood: true,
    }),
  },
  'referrals.preview': { query: ({ org, unit }) => `?toOrg=${org}&toUnit=${unit}&service=shelter` },
  'referrals.send': {
    body: ({ org, unit }) => ({
      id: fresh(),
      to: { org, unit },
      service: 'shelter',
      urgency: 'standard',
      note: 'A note',
    }),
  },
  'referrals.list': { query: () => '?box=in' },
  'referrals.read': { id: 'referral' },
  'referrals.step': { id: 'referral', body: () => ({ base: 2, to: 'acknowledged' }) },
  'referrals.open': { id: 'referral', body: () => ({ reason: 'planningCare' }) },
  'transfers.offer': { body: ({ org, unit }) => ({ id: fresh(), to: { org, unit } }) },
  'transfers.list': {},
  'transfers.answer': { id: 'transfer', body: () => ({ base: 1, to: 'declined', conflict: 'none' }) },
  ...windowCalls,
  'myDay.read': {},
  'board.read': {},
  'tasks.add': { body: ({ account }) => ({ id: fresh(), kind: 'followUp', account, dueOn: day }) },
  'tasks.done': { item: 'task', body: () => ({ base: 1, doneOn: day }) },
  'notes.add': { body: () => ({ id: fresh(), kind: 'general', happenedOn: day, words: 'Some words' }) },
  ...documentCalls,
  'log.view': {},
  'log.bundle': {},
  ...exchangeCalls,
  ...lawCalls,
}

/** Bodies that name no command of their own, as nothing is changed twice by looking. */
const withoutCommand: ReadonlySet<string> = new Set(
  `signIn window.issue tips.write own.enter own.withdraw own.contest own.answer own.write
  own.giveFeedback own.chooseTexts proveFactor askPasskey finishPasskey setOwnPassword finishTotp
  beginNode cases.lookUp cases.known`.split(/\s+/),
)

export interface Request {
  readonly method: Endpoint['method']
  readonly path: string
  readonly body: Body | Buffer | undefined
}

/** The request of an address about something, with a fresh command where one is asked for. */
export function requestOf({ name, method, path }: Endpoint, about: About): Request {
  const call = calls[name]
  if (call === undefined) throw new TypeError(`no request for ${name}`)
  const named = (key: keyof About | undefined, otherwise: keyof About): string => about[key ?? otherwise]
  const filled = path
    .replace(':org', named(call.org, 'org'))
    .replace(':id', named(call.id, 'case'))
    .replace(':item', named(call.item, 'case'))
    .replace(':record', call.record ?? 'personIdentity')
    .replace(':channel', 'email')
  const body = call.body?.(about)
  const commanded =
    body === undefined || Buffer.isBuffer(body) || withoutCommand.has(name)
      ? body
      : { command: randomUUID(), ...body }
  return { method, path: `${filled}${call.query?.(about) ?? ''}`, body: commanded }
}
