import {
  caseRequirements,
  caseStates,
  codesOf,
  conflictAnswers,
  consentMedia,
  consentPurposes,
  declineReasons,
  noteKinds,
  outsideReasons,
  parts,
  readingReasons,
  referralStates,
  rightsNoticeMeans,
  serviceTypes,
  sexes,
  taskKinds,
  urgencies,
} from '@setu/vocabulary'
import { z } from 'zod'
import { caseRecords } from '../catalogue.ts'
import { checkFor, day, id, language, place, reason, storableText } from '../kit/check.ts'
import { bilingual, change, command, written } from '../platform/api.ts'
import { recordNames } from './case-record.ts'

export const part = z.enum(codesOf(parts))
export const state = z.enum(codesOf(caseStates))
export const requirement = z.enum(codesOf(caseRequirements))
export const moment = z.string()
export const person = z.strictObject({ id, name: z.string() })
const office = z.strictObject({ org: id, unit: id.nullable(), name: bilingual })

/** A case in a list: a code, coded facts that the reader may have, and what is promised. */
export const caseSummary = z.strictObject({
  org: id,
  id,
  code: z.string(),
  state,
  urgency: z.enum(codesOf(urgencies)),
  relation: z.enum(['own', 'supervise', 'emergency', 'named', 'dataProtection']),
  ownerUnit: z.strictObject({ id, name: bilingual }),
  lead: person.nullable(),
  openedOn: day,
  changed: moment,
  ageBand: z.string().nullable(),
  sex: z.string().nullable(),
  exploitation: z.array(z.string()),
  homeDistrict: z.string().nullable(),
  nextDue: z.strictObject({ kind: z.string(), at: moment }).nullable(),
})

export const caseQuery = z.strictObject({
  state: state.optional(),
  due: z.enum(['overdue', 'week']).optional(),
  district: place.optional(),
  mine: z.literal('1').optional(),
  unit: id.optional(),
  code: storableText(12).optional(),
  after: storableText(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const caseList = z.strictObject({ items: z.array(caseSummary), next: z.string().nullable() })

/** Exact look-up of a number or name among the cases one may read; the text is in the body, never in an address. */
export const caseLookUp = z.strictObject({
  field: z.enum(['identityNumber', 'mobile', 'name']),
  text: storableText(200).min(3),
  reason: z.enum(codesOf(readingReasons)),
})

/** Asks before a case is opened whether the unit knows this very number or name. */
export const caseKnownQuery = caseLookUp.omit({ reason: true })

/** Cases of one's own units with it: of one that is not one's own its code and who leads it, and no more. */
export const caseKnown = z.strictObject({
  items: z.array(
    z.strictObject({
      org: id,
      id,
      code: z.string(),
      openedOn: day,
      lead: z.string().nullable(),
      mine: z.boolean(),
    }),
  ),
})

export const savedFilterView = z.strictObject({
  id,
  name: z.string(),
  filter: z.record(z.string(), z.string()),
})
export const savedFilterAdd = command.extend({
  id,
  name: storableText(80).min(1),
  filter: z.record(z.string(), z.string().max(120)),
})

const consentAnswer = z.strictObject({
  id,
  purpose: z.enum(codesOf(consentPurposes)),
  parts: z.array(part).max(10),
  recipient: z.strictObject({ org: id, unit: id }).nullable(),
  /** Somebody who is no office in Setu, such as a mother or a journalist; kept sealed. */
  recipientWords: storableText(200).min(1).optional(),
  answer: z.enum(['given', 'refused']),
  validUntil: day,
})

/** The answers of one conversation about consent. */
export const consentsRecord = command.extend({
  answers: z.array(consentAnswer).min(1).max(40),
  givenOn: day,
  medium: z.enum(codesOf(consentMedia)),
  language,
  textVersion: storableText(40),
  interpreter: z.boolean(),
  guardianAgreed: z.boolean().nullable(),
  /** What the child says themselves, where they are old enough to be asked. */
  childAssent: z.boolean().nullable().optional(),
})

export const consentView = z.strictObject({
  id,
  version: z.number().int(),
  purpose: z.string(),
  parts: z.array(z.string()),
  recipient: office.nullable(),
  /** Whether somebody is named in words, who stands behind the sealed words of the case. */
  inWords: z.boolean(),
  /** What holds today: an answer that ran out reads `expired`. */
  state: z.enum(['given', 'refused', 'withdrawn', 'expired', 'noneRecorded']),
  givenOn: day,
  validUntil: day,
  withdrawn: moment.nullable(),
  medium: z.string(),
  language: z.string(),
  textVersion: z.string(),
})

export const consentWithdraw = change.extend({ reason: reason.optional() })
export const withdrawn = z.strictObject({
  id,
  version: z.number().int(),
  /** Referrals that this withdrawal ended, at once. */
  recalled: z.array(z.strictObject({ id, code: z.string() })),
})

export const rightsNoticeRecord = command.extend({
  id,
  givenOn: day,
  means: z.enum(codesOf(rightsNoticeMeans)),
  language,
  textVersion: storableText(40),
  understood: z.boolean(),
})

/** Opening a case: what the wizard gathered. Sealed values travel once, in this body, and are stored encrypted. */
export const caseOpen = command.extend({
  id,
  unit: id,
  urgency: z.enum(codesOf(urgencies)),
  conflict: z.enum(codesOf(conflictAnswers)),
  identity: checkFor(caseRecords.personIdentity).optional(),
  contact: checkFor(caseRecords.personContact).optional(),
  facts: checkFor(caseRecords.caseFacts).optional(),
  narrative: checkFor(caseRecords.caseNarrative).optional(),
  rightsNotice: rightsNoticeRecord.omit({ command: true }).optional(),
  consents: consentsRecord.omit({ command: true }).optional(),
})

export const caseOpened = z.strictObject({ org: id, id, code: z.string(), version: z.number().int() })

/** A page of who looked at a case; whoever guards the data says why they ask. */
export const trailQuery = z.strictObject({
  after: storableText(120).optional(),
  reason: z.enum(codesOf(outsideReasons)).optional(),
})

export const reading = command.extend({ part, reason: z.enum(codesOf(readingReasons)) })

/** Opened sealed values of one part, for this reader, at this moment. */
export const partOpened = z.strictObject({
  part,
  records: z.array(
    z.strictObject({
      record: z.enum(recordNames),
      id,
      version: z.number().int(),
      values: z.record(z.string(), z.unknown()),
      /** Fields that hold something which no key of this reader opens. */
      unopened: z.array(z.string()),
    }),
  ),
  notes: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      happenedOn: day,
      recorded: moment,
      by: z.string(),
      /** Nothing when no key of this reader opens them. */
      words: z.string().nullable(),
    }),
  ),
  /** Whom a consent names in words; nothing when no key of this reader opens them. */
  named: z.array(z.strictObject({ id, purpose: z.string(), words: z.string().nullable() })),
})

export const noteAdd = command.extend({
  id,
  kind: z.enum(codesOf(noteKinds)),
  happenedOn: day,
  words: storableText(10_000).min(1),
})

export const stateChange = change.extend({
  to: state,
  reason: reason.optional(),
  holdUntil: day.optional(),
})
export const requirementCheck = command.extend({
  id,
  requirement,
  answer: z.enum(['done', 'waived']),
  reason: reason.optional(),
})

export const taskAdd = command.extend({
  id,
  kind: z.enum(codesOf(taskKinds)),
  account: id.nullable(),
  dueOn: day,
})
export const taskDone = change.extend({ doneOn: day })

export const assign = command.extend({ id, account: id, lead: z.boolean(), instead: id.optional() })
/** After a release: how many promises wait with the unit for somebody to take them up. */
export const released = written.extend({ unassigned: z.number().int() })
export const declareConflict = command.extend({ answer: z.enum(codesOf(conflictAnswers)) })

export const dueView = z.strictObject({
  org: id,
  id,
  case: z.strictObject({ org: id, id, code: z.string() }).nullable(),
  about: id.nullable(),
  kind: z.string(),
  /** The office that it is about, where it is about one. */
  office: bilingual.nullable(),
  due: moment,
  began: moment,
  state: z.enum(['overdue', 'today', 'soon', 'later', 'done']),
  holder: z.strictObject({ unit: id, name: bilingual, account: person.nullable() }),
  rule: z.string(),
  calendar: z.string().nullable(),
  /** How an automatic reminder stands that goes out beside this promise, or went. */
  text: z.strictObject({ state: z.string(), at: moment.nullable() }).optional(),
})

export const eventView = z.strictObject({
  id,
  kind: z.string(),
  part,
  happenedOn: day,
  recorded: moment,
  /** A colleague by name; someone of another organisation by office only. */
  by: z.strictObject({ person: z.string().nullable(), office: bilingual }).nullable(),
  about: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.number(), z.boolean()])),
})

export const eventList = z.strictObject({ items: z.array(eventView), next: z.string().nullable() })

export const referralView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  code: z.string(),
  direction: z.enum(['sent', 'received']),
  /** Only for those who may open the case. */
  case: z.strictObject({ org: id, id, code: z.string() }).nullable(),
  state: z.enum(codesOf(referralStates)),
  service: z.string(),
  urgency: z.enum(codesOf(urgencies)),
  from: office,
  to: office,
  sex: z.string().nullable(),
  ageBand: z.string().nullable(),
  language: z.string().nullable(),
  district: z.string().nullable(),
  workerPreference: z.string().nullable(),
  accompanied: z.boolean().nullable(),
  declineReason: z.string().nullable(),
  worker: z.string().nullable(),
  sent: moment.nullable(),
  answered: moment.nullable(),
  ended: moment.nullable(),
  clocks: z.array(z.strictObject({ kind: z.string(), began: moment, due: moment, done: moment.nullable() })),
  mayBecome: z.array(z.enum(codesOf(referralStates))),
  hasNote: z.boolean(),
})

export const referralList = z.strictObject({ items: z.array(referralView), next: z.string().nullable() })
export const referralBoxQuery = z.strictObject({
  box: z.enum(['in', 'out']),
  open: z.literal('1').optional(),
  after: storableText(120).optional(),
})

export const referralPreviewQuery = command
  .omit({ command: true })
  .extend({ to: z.strictObject({ org: id, unit: id }), service: z.enum(codesOf(serviceTypes)) })

/** Exactly what a receiver would see: before the answer, and after acceptance part by part with the reason. */
export const referralPreview = z.strictObject({
  purpose: z.string(),
  offered: z.strictObject({
    sex: z.string().nullable(),
    ageBand: z.string().nullable(),
    language: z.string().nullable(),
    district: z.string().nullable(),
  }),
  after: z.array(
    z.strictObject({
      part,
      shared: z.boolean(),
      because: z.enum(['consented', 'noConsent', 'neverForThisWork']),
    }),
  ),
  maySend: z.boolean(),
  clocks: z.array(z.strictObject({ urgency: z.enum(codesOf(urgencies)), step: z.string(), due: moment })),
})

export const referralSend = command.extend({
  id,
  to: z.strictObject({ org: id, unit: id }),
  service: z.enum(codesOf(serviceTypes)),
  urgency: z.enum(codesOf(urgencies)),
  note: storableText(2000).optional(),
  workerPreference: z.enum(codesOf(sexes)).nullable().optional(),
  accompanied: z.boolean().nullable().optional(),
})

export const referralSent = z.strictObject({ id, version: z.number().int(), code: z.string(), due: moment })

export const referralStep = change.extend({
  to: z.enum([
    'acknowledged',
    'accepted',
    'declined',
    'serviceStarted',
    'completed',
    'partlyCompleted',
    'notReached',
    'recalled',
    'feedbackClosed',
  ]),
  declineReason: z.enum(codesOf(declineReasons)).optional(),
  /** Asked of whoever accepts: they work on the case from then on. */
  conflict: z.enum(codesOf(conflictAnswers)).optional(),
  feedback: storableText(2000).optional(),
})

export const referralStepped = z.strictObject({
  id,
  version: z.number().int(),
  state: z.string(),
  /** After acceptance: the case as the receiver may now open it, under a code of their own. */
  case: z.strictObject({ org: id, id, code: z.string() }).nullable(),
})

export const referralOpened = z.strictObject({
  note: z.string().nullable(),
  name: z.string().nullable(),
  feedback: z.string().nullable(),
  /** Whether there is something here that no key of this reader opens. */
  unopened: z.boolean(),
})

export const transferOffer = command.extend({ id, to: z.strictObject({ org: id, unit: id }) })
export const transferAnswer = change.extend({
  to: z.enum(['accepted', 'declined', 'recalled']),
  conflict: z.enum(codesOf(conflictAnswers)).optional(),
})
export const transferView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  code: z.string(),
  direction: z.enum(['sent', 'received']),
  case: z.strictObject({ org: id, id, code: z.string() }).nullable(),
  from: office,
  to: office,
  state: z.string(),
  sent: moment,
  sex: z.string().nullable(),
  ageBand: z.string().nullable(),
  language: z.string().nullable(),
  district: z.string().nullable(),
})
