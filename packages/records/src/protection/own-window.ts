import { z } from 'zod'
import { id } from '../kit/check.ts'
import { bilingual, command, workDone } from '../platform/api.ts'
import { moment, part } from './shapes.ts'

/** Whether somebody who cares for her, or who is close to her, may be a suspect: asked each time. */
const nearSuspect = z.enum(['no', 'yes', 'cannotSay'])

const receipt = z.string().regex(/^\d{16}$/)
const pin = z.string().regex(/^\d{6}$/)

/**
 * Gives a survivor a way in to her own case: she chose the PIN. It has no command id, since its answer must not be kept
 * anywhere; done twice, the second receipt is the one that opens.
 */
export const slotIssue = z.strictObject({ pin, nearSuspect, understood: z.literal(true) })

/** The receipt, this once. */
export const slotIssued = z.strictObject({ receipt })

export const slotFreeze = command.extend({ because: z.enum(['asked', 'found', 'nearSuspect']) })

/** Opens a frozen one again, with her there. */
export const slotThaw = command.extend({ present: z.literal(true), nearSuspect })

/** Whether the survivor of a case has a way in, and how it stands. */
export const slotView = z.strictObject({
  /** Whether one may give it, or only freeze it. */
  mayIssue: z.boolean(),
  /** A guardian of this child may be part of it: while that stands there is no window. */
  guardianSuspected: z.boolean(),
  /** How many messages there are, and how many of hers nobody has read. */
  messages: z.number().int(),
  unread: z.number().int(),
  slot: z
    .strictObject({
      issued: moment,
      frozen: moment.nullable(),
      frozenBy: z.enum(['survivor', 'caseworker']).nullable(),
      because: z.enum(['asked', 'found', 'nearSuspect']).nullable(),
      /** Of a child, whose caseworker could not say whether somebody near may be a suspect: it does not open. */
      shut: z.boolean(),
    })
    .nullable(),
})

export const ownEnter = z.strictObject({ receipt, pin, work: workDone.optional() })

/** How long it stays open when nothing is done. */
export const ownEntered = z.strictObject({ minutes: z.number().int() })

export const ownPageQuery = z.strictObject({ after: z.string().max(120).optional() })

/** One reading or writing of her case: by which office, never by whom. */
export const ownLook = z.strictObject({
  at: moment,
  part: z.string(),
  did: z.string(),
  reason: z.string().nullable(),
  relation: z.string().nullable(),
  /** No office where it was she. */
  office: bilingual.nullable(),
})
export const ownLooks = z.strictObject({ items: z.array(ownLook), next: z.string().nullable() })

/** Something that she agreed to, or did not. */
export const ownAgreement = z.strictObject({
  id,
  version: z.number().int(),
  purpose: z.string(),
  parts: z.array(z.string()),
  state: z.string(),
  givenOn: z.string(),
  validUntil: z.string(),
  withdrawn: moment.nullable(),
  /** Somebody whom she named in words of her own. */
  inWords: z.boolean(),
  office: bilingual.nullable(),
})
export const ownAgreements = z.strictObject({ items: z.array(ownAgreement) })

export const ownWithdraw = z.strictObject({ id, base: z.number().int().min(1) })

/** The parts of which her own words are shown to her. */
export const ownParts = z.enum(['identity', 'contact', 'narrative'])
export const ownPartQuery = z.strictObject({ part: ownParts })
export const ownPart = z.strictObject({
  items: z.array(z.strictObject({ field: z.string(), value: z.unknown() })),
  /** Something is there that her keys do not open. */
  unopened: z.boolean(),
})

/** Something of her plan, of what she needs, of what was given or decided, with its words where her keys open them. */
export const ownPlanItem = z.strictObject({
  kind: z.enum(['plan', 'goal', 'service', 'session', 'decision', 'claim', 'needs']),
  id,
  state: z.string().nullable(),
  day: z.string().nullable(),
  ends: z.string().nullable(),
  service: z.string().nullable(),
  giver: z.string().nullable(),
  agreement: z.string().nullable(),
  individual: z.array(z.string()),
  household: z.array(z.string()),
  community: z.array(z.string()),
  helps: z.array(z.string()),
  words: z.array(z.strictObject({ field: z.string(), value: z.string() })),
})
export const ownPlan = z.strictObject({ items: z.array(ownPlanItem), unopened: z.boolean() })

/** Somebody who was asked to help her: the office, for what, and how it stands. */
export const ownReferral = z.strictObject({
  id,
  service: z.string(),
  state: z.string(),
  sent: moment.nullable(),
  answered: moment.nullable(),
  ended: moment.nullable(),
  office: bilingual,
})
export const ownReferrals = z.strictObject({ items: z.array(ownReferral) })

/** What is looked at with her, and on which day. */
export const ownNext = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: z.enum(['followUp', 'planReview', 'stayReview']),
      id,
      day: z.string(),
      freeToLeave: z.boolean().nullable(),
    }),
  ),
})

/** An appointment of hers, in the words that she agreed to. */
export const ownAppointments = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      state: z.string(),
      at: moment,
      place: z.string().nullable(),
      answer: z.enum(['yes', 'anotherDay', 'no']).nullable(),
      /** Nothing where her keys do not open it, or nothing was agreed on. */
      words: z.string().nullable(),
    }),
  ),
})

/** What she says to an appointment. */
export const ownAnswer = z.strictObject({ id, answer: z.enum(['yes', 'anotherDay', 'no']) })

export const ownContest = z.strictObject({ part })

export type SlotIssue = z.infer<typeof slotIssue>
export type SlotFreeze = z.infer<typeof slotFreeze>
export type SlotThaw = z.infer<typeof slotThaw>
export type SlotView = z.infer<typeof slotView>
export type OwnEnter = z.infer<typeof ownEnter>
export type OwnLooks = z.infer<typeof ownLooks>
export type OwnAgreements = z.infer<typeof ownAgreements>
export type OwnPart = z.infer<typeof ownPart>
export type OwnPlan = z.infer<typeof ownPlan>
export type OwnReferrals = z.infer<typeof ownReferrals>
export type OwnAppointments = z.infer<typeof ownAppointments>
export type OwnAnswer = z.infer<typeof ownAnswer>
export type OwnNext = z.infer<typeof ownNext>
