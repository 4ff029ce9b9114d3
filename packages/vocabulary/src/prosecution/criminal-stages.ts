import { type CodeOf, defineCodes } from '../codes.ts'
import type { OfficeTask } from './criminal-offices.ts'

/** How far one accused has come for one offence. Another accused of the same case may stand elsewhere. */
export const criminalStages = defineCodes('setu:criminal-stage', '2026-11', [
  { code: 'reported', en: 'Reported (GD or complaint)', bn: 'জিডি বা অভিযোগ দায়ের' },
  { code: 'inquiry', en: 'Inquiry before the FIR', bn: 'এজাহারের আগে অনুসন্ধান' },
  { code: 'firLodged', en: 'FIR lodged', bn: 'এজাহার দায়ের' },
  { code: 'petitionFiled', en: 'Petition filed with the tribunal', bn: 'ট্রাইব্যুনালে নালিশ দায়ের' },
  { code: 'underInvestigation', en: 'Under investigation', bn: 'তদন্তাধীন' },
  { code: 'chargeSheeted', en: 'Charge sheet', bn: 'অভিযোগপত্র দাখিল' },
  { code: 'finalReport', en: 'Final report', bn: 'চূড়ান্ত প্রতিবেদন দাখিল' },
  { code: 'furtherInvestigation', en: 'Further investigation', bn: 'অধিকতর তদন্ত' },
  { code: 'judicialInquiry', en: 'Judicial inquiry', bn: 'বিচার বিভাগীয় তদন্ত' },
  { code: 'closedByReport', en: 'Closed on the report', bn: 'প্রতিবেদন গৃহীত, মামলা শেষ' },
  { code: 'cognizance', en: 'Cognizance taken', bn: 'অপরাধ আমলে গৃহীত' },
  { code: 'chargeFramed', en: 'Charge framed', bn: 'অভিযোগ গঠন' },
  { code: 'discharged', en: 'Discharged', bn: 'অব্যাহতি' },
  { code: 'dischargeChallenged', en: 'Discharge challenged', bn: 'অব্যাহতির বিরুদ্ধে আবেদন' },
  { code: 'dischargeFinal', en: 'Discharge final', bn: 'অব্যাহতি চূড়ান্ত' },
  { code: 'prosecutionEvidence', en: 'Prosecution evidence', bn: 'রাষ্ট্রপক্ষের সাক্ষ্যগ্রহণ' },
  { code: 'examination', en: 'Examination of the accused', bn: 'আসামি পরীক্ষা (৩৪২ ধারা)' },
  { code: 'defenceEvidence', en: 'Defence evidence', bn: 'আসামিপক্ষের সাক্ষ্যগ্রহণ' },
  { code: 'argument', en: 'Argument', bn: 'যুক্তিতর্ক' },
  { code: 'convicted', en: 'Convicted', bn: 'দোষী সাব্যস্ত' },
  { code: 'acquitted', en: 'Acquitted', bn: 'খালাস' },
  { code: 'withdrawn', en: 'Prosecution withdrawn', bn: 'মামলা প্রত্যাহার' },
  { code: 'abated', en: 'Ended by death', bn: 'মৃত্যুতে মামলার অবসান' },
  { code: 'disposedOtherwise', en: 'Disposed of otherwise', bn: 'অন্যভাবে নিষ্পত্তি' },
  { code: 'appealAbated', en: 'Appeal ended by death, decision stands', bn: 'মৃত্যুতে আপিলের অবসান, সিদ্ধান্ত বহাল' },
  { code: 'convictionAppealed', en: 'Conviction under appeal', bn: 'দণ্ডের বিরুদ্ধে আপিল' },
  { code: 'acquittalAppealed', en: 'Acquittal under appeal', bn: 'খালাসের বিরুদ্ধে আপিল' },
  { code: 'convictionUpheld', en: 'Conviction upheld', bn: 'আপিলে দণ্ড বহাল' },
  { code: 'acquittalUpheld', en: 'Acquittal upheld', bn: 'আপিলে খালাস বহাল' },
  { code: 'convictedOnAppeal', en: 'Convicted on appeal', bn: 'আপিলে দোষী সাব্যস্ত' },
  { code: 'acquittedOnAppeal', en: 'Acquitted on appeal', bn: 'আপিলে খালাস' },
  { code: 'retrialOrdered', en: 'New trial ordered', bn: 'পুনর্বিচারের আদেশ' },
  { code: 'convictionFinal', en: 'Conviction final', bn: 'দণ্ড চূড়ান্ত' },
  { code: 'acquittalFinal', en: 'Acquittal final', bn: 'খালাস চূড়ান্ত' },
  { code: 'executing', en: 'Sentence being carried out', bn: 'দণ্ড কার্যকর হচ্ছে' },
  { code: 'executed', en: 'Sentence carried out', bn: 'দণ্ড কার্যকর' },
])

/** A stage of one accused for one offence. */
export type CriminalStage = CodeOf<typeof criminalStages>

/** How it ended so far for one accused and one offence; an appeal may change it. */
export const criminalOutcomes = defineCodes('setu:criminal-outcome', '2026-11', [
  { code: 'convicted', en: 'Convicted', bn: 'দোষী সাব্যস্ত' },
  { code: 'acquitted', en: 'Acquitted', bn: 'খালাস' },
  { code: 'discharged', en: 'Discharged', bn: 'অব্যাহতি' },
  { code: 'withdrawn', en: 'Prosecution withdrawn', bn: 'মামলা প্রত্যাহার' },
  { code: 'abated', en: 'Ended by death', bn: 'মৃত্যুতে অবসান' },
  { code: 'disposedOtherwise', en: 'Disposed of otherwise', bn: 'অন্যভাবে নিষ্পত্তি' },
  { code: 'closedByReport', en: 'Closed on the report', bn: 'প্রতিবেদনে শেষ' },
])

/** How it ended so far. */
export type CriminalOutcome = CodeOf<typeof criminalOutcomes>

/** The stages of a trial, from the charge to the argument: judgment may come from any of them. */
const ofTrial = ['chargeFramed', 'prosecutionEvidence', 'examination', 'defenceEvidence', 'argument'] as const

const judged = ['convicted', 'acquitted', 'withdrawn', 'abated', 'disposedOtherwise'] as const

const police: readonly OfficeTask[] = ['investigation']
const state: readonly OfficeTask[] = ['prosecution']

/** One way from a stage to the next, and whose it is to say so. */
export interface CriminalStep {
  readonly from: CriminalStage
  readonly to: CriminalStage
  readonly by: readonly OfficeTask[]
}

const steps = (
  from: CriminalStage,
  to: readonly CriminalStage[],
  by: readonly OfficeTask[],
): readonly CriminalStep[] => to.map((one) => ({ from, to: one, by }))

/**
 * Every step that a criminal case knows. Up to the police report the investigating office takes them, from it on the
 * prosecution does. A tribunal may take cognizance though the police reported otherwise, and a higher court may turn
 * a judgment round, which gives the other outcome. Death ends whatever goes on: a case that was not decided ends without a
 * decision, and a decision under appeal stands as it was, though it never became final.
 */
export const criminalSteps: readonly CriminalStep[] = [
  ...steps('reported', ['inquiry', 'firLodged', 'petitionFiled'], police),
  ...steps('inquiry', ['firLodged', 'petitionFiled', 'closedByReport'], police),
  ...steps('firLodged', ['underInvestigation'], police),
  ...steps('petitionFiled', ['underInvestigation'], [...police, ...state]),
  ...steps('petitionFiled', ['judicialInquiry', 'cognizance', 'closedByReport'], state),
  ...steps('underInvestigation', ['chargeSheeted', 'finalReport'], police),
  ...steps('furtherInvestigation', ['chargeSheeted', 'finalReport'], police),
  ...steps('finalReport', ['furtherInvestigation', 'judicialInquiry', 'closedByReport', 'cognizance'], state),
  ...steps('closedByReport', ['furtherInvestigation'], state),
  ...steps('judicialInquiry', ['cognizance', 'closedByReport', 'abated'], state),
  ...steps('chargeSheeted', ['cognizance', 'furtherInvestigation', 'abated'], state),
  ...steps('cognizance', ['chargeFramed', 'discharged', 'withdrawn', 'abated', 'disposedOtherwise'], state),
  ...steps('chargeFramed', ['prosecutionEvidence'], state),
  ...steps('prosecutionEvidence', ['examination'], state),
  ...steps('examination', ['defenceEvidence', 'argument'], state),
  ...steps('defenceEvidence', ['argument'], state),
  ...ofTrial.flatMap((from) => steps(from, judged, state)),
  ...steps('discharged', ['dischargeChallenged', 'dischargeFinal'], state),
  ...steps('dischargeChallenged', ['chargeFramed', 'dischargeFinal', 'appealAbated'], state),
  ...steps('convicted', ['convictionAppealed', 'convictionFinal'], state),
  ...steps('acquitted', ['acquittalAppealed', 'acquittalFinal'], state),
  ...steps(
    'convictionAppealed',
    ['convictionUpheld', 'acquittedOnAppeal', 'retrialOrdered', 'appealAbated'],
    state,
  ),
  ...steps(
    'acquittalAppealed',
    ['acquittalUpheld', 'convictedOnAppeal', 'retrialOrdered', 'appealAbated'],
    state,
  ),
  ...steps('convictionUpheld', ['convictionAppealed', 'convictionFinal'], state),
  ...steps('convictedOnAppeal', ['convictionAppealed', 'convictionFinal'], state),
  ...steps('acquittalUpheld', ['acquittalAppealed', 'acquittalFinal'], state),
  ...steps('acquittedOnAppeal', ['acquittalAppealed', 'acquittalFinal'], state),
  ...steps('retrialOrdered', ['chargeFramed', 'prosecutionEvidence', 'abated'], state),
  ...steps('convictionFinal', ['executing'], state),
  ...steps('executing', ['executed'], state),
]

/** The steps that lead on from a stage. */
export function criminalStepsFrom(stage: CriminalStage): readonly CriminalStep[] {
  return criminalSteps.filter(({ from }) => from === stage)
}

/** The step from one stage to another, or null: no criminal case may go that way. */
export function criminalStep(from: CriminalStage, to: CriminalStage): CriminalStep | null {
  return criminalStepsFrom(from).find((step) => step.to === to) ?? null
}

/** Where a case may be when it is written down here: one that is years old need not be taken through every stage again. */
export const firstStages: readonly CriminalStage[] = ['reported', 'inquiry', 'firLodged', 'petitionFiled']

/** Stages in which the case is the investigating office's to write; in all others it is the prosecution's. */
export const stagesOfInvestigation: readonly CriminalStage[] = [
  'reported',
  'inquiry',
  'firLodged',
  'petitionFiled',
  'underInvestigation',
  'furtherInvestigation',
]

const gives: Readonly<Partial<Record<CriminalStage, CriminalOutcome>>> = {
  closedByReport: 'closedByReport',
  discharged: 'discharged',
  convicted: 'convicted',
  acquitted: 'acquitted',
  withdrawn: 'withdrawn',
  abated: 'abated',
  disposedOtherwise: 'disposedOtherwise',
  convictedOnAppeal: 'convicted',
  acquittedOnAppeal: 'acquitted',
}

/** Stages that open again what had ended. */
const opensAgain: ReadonlySet<CriminalStage> = new Set([
  'furtherInvestigation',
  'retrialOrdered',
  'cognizance',
  'chargeFramed',
])

/** How it stands once a stage is reached: what the stage decides, nothing where it opens anew, else what was before. */
export function outcomeAfter(before: CriminalOutcome | null, stage: CriminalStage): CriminalOutcome | null {
  return gives[stage] ?? (opensAgain.has(stage) ? null : before)
}

/** What was said in a final report stands until the case goes on in spite of it. */
export const stagesPastReport: readonly CriminalStage[] = [
  'furtherInvestigation',
  'chargeSheeted',
  'cognizance',
]

/** Stages that ask how somebody was sentenced. */
export const stagesOfSentence: readonly CriminalStage[] = ['convicted', 'convictedOnAppeal']

/** The lanes of a criminal case: groups of stages, in the order in which people meet them. */
export const criminalLane = [
  'report',
  'investigation',
  'cognizance',
  'charge',
  'trial',
  'judgment',
  'final',
] as const

/** A stop on the lane of an accused. */
export type LaneStop = (typeof criminalLane)[number]

const stopOf: Readonly<Record<CriminalStage, LaneStop>> = {
  reported: 'report',
  inquiry: 'report',
  firLodged: 'report',
  petitionFiled: 'report',
  underInvestigation: 'investigation',
  furtherInvestigation: 'investigation',
  judicialInquiry: 'investigation',
  chargeSheeted: 'cognizance',
  finalReport: 'cognizance',
  closedByReport: 'final',
  cognizance: 'cognizance',
  chargeFramed: 'charge',
  discharged: 'judgment',
  dischargeChallenged: 'judgment',
  dischargeFinal: 'final',
  prosecutionEvidence: 'trial',
  examination: 'trial',
  defenceEvidence: 'trial',
  argument: 'trial',
  retrialOrdered: 'trial',
  convicted: 'judgment',
  acquitted: 'judgment',
  withdrawn: 'final',
  abated: 'final',
  appealAbated: 'final',
  disposedOtherwise: 'final',
  convictionAppealed: 'judgment',
  acquittalAppealed: 'judgment',
  convictionUpheld: 'judgment',
  acquittalUpheld: 'judgment',
  convictedOnAppeal: 'judgment',
  acquittedOnAppeal: 'judgment',
  convictionFinal: 'final',
  acquittalFinal: 'final',
  executing: 'final',
  executed: 'final',
}

/** Where on its lane a stage lies, counted from nought. */
export function laneStop(stage: CriminalStage): number {
  return criminalLane.indexOf(stopOf[stage])
}
