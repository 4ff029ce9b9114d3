import { randomUUID } from 'node:crypto'
import { addDays } from '@setu/vocabulary'
import { dayOf } from '../src/platform/index.ts'
import { giveAlerts } from '../src/prosecution/alerts/give-alerts.ts'
import { addFact } from '../src/prosecution/alerts/keep-fact.ts'
import { proposeAssistance } from '../src/prosecution/assistance/propose-assistance.ts'
import { keepAccused } from '../src/prosecution/criminal-cases/keep-accused.ts'
import { addOffice } from '../src/prosecution/criminal-cases/offices.ts'
import { openCriminalCase } from '../src/prosecution/criminal-cases/open-criminal-case.ts'
import { addOffence } from '../src/prosecution/criminal-cases/step-offence.ts'
import { keepHearing } from '../src/prosecution/hearings/keep-hearing.ts'
import { rowsOf } from './client.ts'
import type { WideWorld } from './wide-world.ts'

const today = dayOf(new Date())
const fresh = randomUUID
/** A court that every node begins with. */
export const aCourt = '5e7c0000-0000-4000-8000-000000000004'

export const facts = {
  matter: 'trafficking',
  category: 'labour',
  complainant: 'family',
  district: 'BD4041',
  stationNumber: 14,
  stationYear: 2026,
  grNumber: null,
  tribunalNumber: null,
  monitoringNumber: null,
  court: null,
  offenceOn: addDays(today, -90),
  transnational: true,
  destinations: ['IN'],
  measures: [],
} as const

export const someoneAccused = {
  name: 'Somebody',
  aliases: ['Somebody else'],
  father: null,
  particulars: null,
  roles: ['dalal'],
  age: 'adult',
  sex: 'male',
  nationality: 'BD',
  official: false,
  custody: 'atLarge',
  custodyOn: addDays(today, -60),
} as const

/** Something that another country is to be asked for. */
export const assistanceProposal = {
  kind: 'legalAssistance',
  country: 'IN',
  basis: 'bilateralTreaty',
  basisPaper: null,
  asked: ['testimony'],
  on: addDays(today, -20),
  paper: null,
} as const

/** What of a criminal case an address can name. */
export interface CriminalGiven {
  readonly criminalOrg: string
  readonly criminal: string
  readonly accused: string
  readonly offence: string
  readonly hearing: string
  readonly request: string
  /** The prosecution's place in it. */
  readonly criminalOffice: string
  /** A day of it that is no stage, and the alert which that gave. */
  readonly criminalFact: string
  readonly criminalAlert: string
}

export const noCriminalCase = (org: string): CriminalGiven => ({
  criminalOrg: org,
  criminal: fresh(),
  accused: fresh(),
  offence: fresh(),
  hearing: fresh(),
  request: fresh(),
  criminalOffice: fresh(),
  criminalFact: fresh(),
  criminalAlert: fresh(),
})

/** A criminal case of the police with one accused, one offence, a prosecutor and a day in court. */
export async function heldCriminalCase(
  { people, node, owner }: WideWorld,
  canary: string,
): Promise<CriminalGiven> {
  const { inspector, prosecutor } = people
  const held = noCriminalCase(inspector.org)
  const at = { org: inspector.org, id: held.criminal }
  const command = fresh()
  await inspector.as((work) =>
    openCriminalCase(work, {
      ...facts,
      command,
      id: held.criminal,
      unit: inspector.unit,
      jurisdiction: 'BD',
      reportedOn: addDays(today, -60),
      destinations: [...facts.destinations],
      measures: [],
    }),
  )
  await inspector.as(async (work) => {
    await keepAccused(work, at, {
      ...someoneAccused,
      command,
      base: 0,
      id: held.accused,
      name: `${canary}-accused`,
      aliases: [`${canary}-alias`],
      roles: [...someoneAccused.roles],
    })
    await addOffence(work, at, {
      command,
      id: held.offence,
      accused: held.accused,
      law: 'PSHTA-2012',
      section: '6(2)',
      stage: 'reported',
      on: addDays(today, -60),
      paper: 'GD 14',
    })
    await proposeAssistance(work, at, {
      ...assistanceProposal,
      command,
      id: held.request,
      asked: [...assistanceProposal.asked],
      accused: [held.accused],
    })
    await addOffice(work, at, {
      command,
      id: held.criminalOffice,
      unit: prosecutor.unit,
      task: 'prosecution',
    })
    await addFact(work, at, {
      command,
      id: held.criminalFact,
      kind: 'investigatorMoved',
      on: addDays(today, -50),
      accused: null,
      paper: null,
    })
  })
  await giveAlerts(node.engine, node.clock)
  const [alert] = await rowsOf(owner, `select id from criminal_alert where case_id = $1`, [at.id])
  await prosecutor.as((work) =>
    keepHearing(work, at, {
      command,
      base: 0,
      id: held.hearing,
      court: aCourt,
      on: addDays(today, 10),
      purpose: 'bail',
      standing: 'set',
      why: null,
      asker: null,
      orders: `${canary}-order`,
      witnesses: [],
      next: null,
    }),
  )
  return { ...held, criminalAlert: String(alert?.['id']) }
}

const ofCase = { org: 'criminalOrg', id: 'criminal' } as const

/** Requests about criminal cases. */
export const criminalCalls = {
  'courts.list': {},
  'courts.add': {
    body: () => ({
      id: fresh(),
      jurisdiction: 'BD',
      kind: 'sessions',
      nameEn: 'Sessions court',
      nameBn: 'দায়রা আদালত',
      district: null,
    }),
  },
  'criminal.list': {},
  'criminal.counts': {},
  'criminal.offices': {},
  'criminal.readings': {},
  'criminal.open': {
    body: ({ unit }: { readonly unit: string }) => ({
      ...facts,
      id: fresh(),
      unit,
      jurisdiction: 'BD',
      reportedOn: today,
    }),
  },
  'criminal.read': ofCase,
  'criminal.change': { ...ofCase, body: () => ({ base: 1, ...facts, grNumber: '211/2026' }) },
  'criminal.addOffice': {
    ...ofCase,
    body: ({ unit }: { readonly unit: string }) => ({ id: fresh(), unit, task: 'court' }),
  },
  'criminal.endOffice': {
    ...ofCase,
    body: ({ criminalOffice }: CriminalGiven) => ({ office: criminalOffice }),
  },
  'criminal.keepAccused': {
    ...ofCase,
    body: ({ accused }: CriminalGiven) => ({ ...someoneAccused, base: 1, id: accused }),
  },
  'criminal.addOffence': {
    ...ofCase,
    body: ({ accused }: CriminalGiven) => ({
      id: fresh(),
      accused,
      law: 'PSHTA-2012',
      section: '8',
      stage: 'reported',
      on: today,
      paper: null,
    }),
  },
  'criminal.stepOffence': {
    ...ofCase,
    item: 'offence',
    body: () => ({ base: 1, to: 'firLodged', on: today, paper: 'FIR 14/2026' }),
  },
  'criminal.stepCustody': {
    ...ofCase,
    item: 'accused',
    body: () => ({ base: 1, to: 'arrested', on: today, paper: null }),
  },
  'criminal.alerts': { query: () => '?standing=waiting' },
  'criminal.alertCount': {},
  'criminal.caseAlerts': ofCase,
  'criminal.answerAlert': {
    ...ofCase,
    item: 'criminalAlert',
    body: () => ({ id: fresh(), answer: 'actedOn' }),
  },
  'criminal.facts': ofCase,
  'criminal.addFact': {
    ...ofCase,
    body: () => ({ id: fresh(), kind: 'extensionAsked', on: today, accused: null, paper: null }),
  },
  'criminal.takeFactBack': { ...ofCase, item: 'criminalFact', body: () => ({ base: 1 }) },
  'hearings.list': ofCase,
  'hearings.keep': {
    ...ofCase,
    body: ({ hearing }: CriminalGiven) => ({
      base: 1,
      id: hearing,
      court: aCourt,
      on: today,
      purpose: 'bail',
      standing: 'adjourned',
      why: 'witnessAbsent',
      asker: 'prosecution',
      orders: null,
      witnesses: [{ place: 1, kind: 'public', day: 'summoned' }],
      next: { id: fresh(), on: addDays(today, 20), purpose: 'bail' },
    }),
  },
  'assistance.desk': {},
  'assistance.list': ofCase,
  'assistance.propose': {
    ...ofCase,
    body: ({ accused }: CriminalGiven) => ({ ...assistanceProposal, id: fresh(), accused: [accused] }),
  },
  'assistance.step': {
    ...ofCase,
    item: 'request',
    body: () => ({ base: 1, to: 'lapsed', on: today, paper: null }),
  },
  'hearings.causeList': { query: () => `?on=${today}` },
} as const
