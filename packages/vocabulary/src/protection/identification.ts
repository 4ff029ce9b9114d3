import { type CodeOf, defineCodes } from '../codes.ts'
import type { IdentificationStatus } from './risk.ts'

/** How far the formal identification of somebody has come. */
export const identificationStates = defineCodes('setu:identification-state', '2026-11', [
  { code: 'presumed', en: 'Presumed', bn: 'প্রাথমিকভাবে ধারণা করা হয়েছে' },
  { code: 'identified', en: 'Identified', bn: 'শনাক্ত হয়েছে' },
  {
    code: 'noProposed',
    en: 'A no was proposed; somebody else looks at it',
    bn: 'না বলার প্রস্তাব; অন্য একজন দেখবেন',
  },
  { code: 'notIdentified', en: 'Not identified', bn: 'শনাক্ত হয়নি' },
  { code: 'inconclusive', en: 'Inconclusive', bn: 'সিদ্ধান্তে পৌঁছানো যায়নি' },
  { code: 'appealed', en: 'Appealed', bn: 'আপিল করা হয়েছে' },
])

/** How far the formal identification of somebody has come. */
export type IdentificationState = CodeOf<typeof identificationStates>

/** A step of identification: what it asks for, and whether somebody else than before must take it. */
export interface IdentificationStep {
  readonly from: IdentificationState
  readonly to: IdentificationState
  /** Who decided, and why: asked for wherever something is decided. */
  readonly decides: boolean
  /** Nobody agrees with their own no, and nobody answers an appeal against themselves. */
  readonly byAnother: boolean
}

const step = (
  from: IdentificationState,
  to: IdentificationState,
  { decides = true, byAnother = false }: { readonly decides?: boolean; readonly byAnother?: boolean } = {},
): IdentificationStep => ({ from, to, decides, byAnother })

/** Every step that there is. A no takes two people and can be appealed; a yes can still be looked at again. */
export const identificationSteps: readonly IdentificationStep[] = [
  step('presumed', 'identified'),
  step('presumed', 'noProposed'),
  step('presumed', 'inconclusive'),
  step('inconclusive', 'identified'),
  step('inconclusive', 'noProposed'),
  step('noProposed', 'notIdentified', { byAnother: true }),
  step('noProposed', 'presumed', { byAnother: true }),
  step('notIdentified', 'appealed', { decides: false }),
  step('appealed', 'identified', { byAnother: true }),
  step('appealed', 'notIdentified', { byAnother: true }),
]

/** The steps that may follow a state. */
export function identificationStepsFrom(from: IdentificationState): readonly IdentificationStep[] {
  return identificationSteps.filter((one) => one.from === from)
}

/** What is said of it outside: while nothing stands, somebody is presumed. */
export const identificationStatusOf: Readonly<Record<IdentificationState, IdentificationStatus>> = {
  presumed: 'presumed',
  identified: 'identified',
  noProposed: 'presumed',
  notIdentified: 'notIdentified',
  inconclusive: 'inconclusive',
  appealed: 'presumed',
}

/** What was done to the person: the act of the definition. */
export const legalActs = defineCodes('setu:legal-act', '2026-11', [
  { code: 'recruited', en: 'Recruited', bn: 'সংগ্রহ' },
  { code: 'transported', en: 'Taken or moved', bn: 'পরিবহন বা স্থানান্তর' },
  { code: 'transferred', en: 'Handed over or sold', bn: 'হস্তান্তর বা বিক্রি' },
  { code: 'harboured', en: 'Hidden or kept', bn: 'লুকিয়ে বা আটকে রাখা' },
  { code: 'received', en: 'Received', bn: 'গ্রহণ' },
])

/** By which means; of a child none is asked. */
export const legalMeans = defineCodes('setu:legal-means', '2026-11', [
  { code: 'force', en: 'Force or threat', bn: 'বলপ্রয়োগ বা হুমকি' },
  { code: 'deception', en: 'Deception', bn: 'প্রতারণা' },
  { code: 'vulnerability', en: 'Abuse of a weakness', bn: 'অসহায়ত্বের সুযোগ' },
  { code: 'power', en: 'Abuse of power', bn: 'ক্ষমতার অপব্যবহার' },
  { code: 'payment', en: 'Payment to whoever had control', bn: 'নিয়ন্ত্রণকারীকে অর্থ দেওয়া' },
])

/** For which purpose. */
export const legalPurposes = defineCodes('setu:legal-purpose', '2026-11', [
  { code: 'labour', en: 'Labour or services', bn: 'শ্রম বা সেবা' },
  { code: 'sexual', en: 'Sexual exploitation', bn: 'যৌন শোষণ' },
  { code: 'servitude', en: 'Servitude or forced marriage', bn: 'দাসত্ব বা জোর করে বিয়ে' },
  { code: 'crime', en: 'Forced crime or begging', bn: 'জোর করে অপরাধ বা ভিক্ষা' },
  { code: 'organs', en: 'Organs', bn: 'অঙ্গ' },
  { code: 'other', en: 'Other', bn: 'অন্য' },
])

/** What was found of the three elements of the definition. */
export interface LegalElements {
  readonly acts: readonly string[]
  readonly means: readonly string[]
  readonly purposes: readonly string[]
}

/** Whether the elements make trafficking: act, means and purpose; of a child act and purpose. */
export function elementsHold({ acts, means, purposes }: LegalElements, child: boolean): boolean {
  return acts.length > 0 && purposes.length > 0 && (child || means.length > 0)
}

/** Why the time to recover goes on longer. */
export const reflectionGrounds = defineCodes('setu:reflection-ground', '2026-11', [
  { code: 'health', en: 'Serious illness', bn: 'গুরুতর অসুস্থতা' },
  { code: 'mentalHealth', en: 'Severe distress', bn: 'তীব্র মানসিক কষ্ট' },
  { code: 'intimidation', en: 'Threats', bn: 'হুমকি' },
  { code: 'child', en: 'A child needs more time', bn: 'শিশুর আরও সময় দরকার' },
  { code: 'asks', en: 'The person asks for it', bn: 'তিনি চান' },
])

/** How long an appeal against a no may be brought, and how soon it is answered: rules that each node lays down. */
export interface IdentificationRules {
  readonly version: string
  readonly bringAppeal: { readonly amount: number; readonly unit: 'calendarDays' }
  readonly answerAppeal: { readonly amount: number; readonly unit: 'calendarDays' }
}

/** What Setu begins with: defaults to adopt or change, not law. */
export const identificationRules: IdentificationRules = {
  version: '2026-11',
  bringAppeal: { amount: 30, unit: 'calendarDays' },
  answerAppeal: { amount: 30, unit: 'calendarDays' },
}

/** How far the time to recover may be extended at once. */
export const mostReflectionDays = 90
