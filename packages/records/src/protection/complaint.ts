import { codesOf, complaintKinds, complaintOutcomes } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const kind = z.enum(codesOf(complaintKinds))
const outcome = z.enum(codesOf(complaintOutcomes))
const words = storableText(4000).min(10)

/** What a survivor complains of, written down by somebody whom it is not about. */
export const complaintRecord = command.extend({
  id,
  /** Whom it is about; nobody in particular, or somebody whose name she does not know, is an answer. */
  about: id.nullable(),
  kind,
  words,
  /** The case by its code, so that the answer finds the person. */
  code: storableText(20).min(1).nullable(),
})

export const complaintAnswer = change.extend({ outcome, words })

/** That the person heard the answer, on the way that is safe for them. */
export const complaintTold = change.extend({ on: day })

const days = z.number().int().min(1).max(365)

/** How many days each step may take. */
export const complaintDays = z.strictObject({ lookInto: days, answer: days, tell: days })

/** Who hears complaints here, who hears them elsewhere where nobody here may, and how long each step may take. */
export const complaintDesk = command.extend({
  listeners: z.array(id).max(20),
  elsewhere: id.nullable(),
  days: complaintDays,
})

/** A complaint for whoever looks into it; whoever wrote it down sees how it stands and what to tell. */
export const complaintView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  state: z.enum(['received', 'lookedInto', 'answered', 'told']),
  kind,
  recordedAt: z.string(),
  /** Whether it is one's own to look into, and whether one wrote it down. */
  hears: z.boolean(),
  recorded: z.boolean(),
  from: bilingual,
  /** For whoever looks into it. */
  about: z.string().nullable(),
  recorder: z.string().nullable(),
  words: z.string().nullable(),
  code: z.string().nullable(),
  outcome: outcome.nullable(),
  /** What is told to the person. */
  answer: z.string().nullable(),
  due: z.string().nullable(),
})

const person = z.strictObject({ id, name: z.string() })

export const complaintList = z.strictObject({
  items: z.array(complaintView),
  /** Whom a complaint can be about: the people of one's organisation. */
  colleagues: z.array(person),
  days: complaintDays,
  /** Who hears complaints, for whoever may lay it down. */
  desk: z.strictObject({ listeners: z.array(id), elsewhere: id.nullable() }).nullable(),
})

export type ComplaintRecord = z.infer<typeof complaintRecord>
export type ComplaintAnswer = z.infer<typeof complaintAnswer>
export type ComplaintTold = z.infer<typeof complaintTold>
export type ComplaintDesk = z.infer<typeof complaintDesk>
export type ComplaintView = z.infer<typeof complaintView>
export type ComplaintList = z.infer<typeof complaintList>
