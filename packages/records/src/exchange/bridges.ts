import { bridgeLosses, caseStates, codesOf, consentPurposes, parts } from '@setu/vocabulary'
import { z } from 'zod'
import { id } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'
import { recordNames } from '../protection/case-record.ts'

const system = z.enum(['referralPlatform', 'primero'])
const part = z.enum(codesOf(parts))
const record = z.enum(recordNames).nullable()
const to = z.strictObject({ org: id, unit: id })

/** Which other system is spoken of. */
export const bridgeQuery = z.strictObject({ system })

/** To which office through which system. */
export const bridgeTrialQuery = z.strictObject({ system, org: id, unit: id })

/** Which sending is to become a file, in which form. */
export const bridgeFileQuery = z.strictObject({ sending: id, format: z.enum(['json', 'csv']) })

/** Why something does not reach the other system as it is. */
export const bridgeLoss = z.enum(bridgeLosses)

/** The state of a case, which is a field of no record, has the name `state`; a record without any field there has none. */
const lost = z.strictObject({ record, field: z.string().nullable(), why: bridgeLoss })

/** Another system, by which words cases are told to it, and the offices to which survivors agreed that it may be. */
export const bridgeView = z.strictObject({
  system,
  mapping: z.strictObject({ version: z.string(), source: z.string(), fields: z.number().int() }),
  recipients: z.array(z.strictObject({ org: id, unit: id, name: bilingual, cases: z.number().int() })),
})

/** What would leave for one office, case by case, what would be lost on the way, and what must stay here. */
export const bridgeTrial = z.strictObject({
  system,
  mapping: z.string(),
  purpose: z.enum(codesOf(consentPurposes)),
  cases: z.array(
    z.strictObject({
      org: id,
      case: id,
      code: z.string(),
      state: z.enum(codesOf(caseStates)),
      granted: z.array(part),
      /** Parts that the system has a use for and the survivor has not agreed to. */
      withheld: z.array(part),
      /** Parts that could not be opened here. */
      unopened: z.array(part),
      /** Sealed values are written and not shown. */
      written: z.array(
        z.strictObject({ record, field: z.string(), to: z.string(), value: z.string().nullable() }),
      ),
      lost: z.array(lost),
    }),
  ),
  /** What is lost of all of them together, the most frequent first. */
  lost: z.array(lost.extend({ cases: z.number().int() })),
  /** Open cases of one's own that stay here, since no survivor agreed. */
  forbidden: z.strictObject({ count: z.number().int(), codes: z.array(z.string()) }),
  /** There are more than are shown. */
  more: z.boolean(),
})

/** Records that these cases go to an office through another system; a file is made of it afterwards. */
export const bridgeSend = command.extend({
  system,
  to,
  cases: z
    .array(z.strictObject({ org: id, case: id }))
    .min(1)
    .max(200),
})

/** What may now be fetched as a file, and how many cases stayed since they may not go. */
export const bridgeSent = z.strictObject({ sending: id, cases: z.number().int(), left: z.number().int() })

const mappingState = z.enum(['proposed', 'inForce', 'declined', 'replaced'])

/** What is said of one of their fields, or where that is null of all cases, with what the one in force says. */
const mappingDifference = z.strictObject({
  to: z.string().nullable(),
  record,
  field: z.string().nullable(),
  at: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** How cases are told to another system: what is in force, and what waits for another administrator. */
export const bridgeMappingList = z.strictObject({
  /** The one that is in force, whole. */
  mapping: z.record(z.string(), z.unknown()),
  items: z.array(
    z.strictObject({
      id,
      version: z.number().int(),
      name: z.string(),
      state: mappingState,
      proposedBy: z.string().nullable(),
      proposedAt: z.string(),
      mayAnswer: z.boolean(),
      /** False where it lets out what may not leave, or cannot be read: it can only be declined. */
      usable: z.boolean(),
      /** Everything in which one that waits differs from the one in force. */
      differences: z.array(mappingDifference),
    }),
  ),
})

/** Brings a new mapping; another administrator has to read it before it is in force. */
export const bridgeMappingPropose = command.extend({
  id,
  system,
  mapping: z.record(z.string(), z.unknown()),
})

/** Puts a mapping into force that somebody else brought, or declines it. */
export const bridgeMappingAnswer = change.extend({ id, answer: z.enum(['accept', 'decline']) })

export type BridgeQuery = z.infer<typeof bridgeQuery>
export type BridgeTrialQuery = z.infer<typeof bridgeTrialQuery>
export type BridgeFileQuery = z.infer<typeof bridgeFileQuery>
export type BridgeView = z.infer<typeof bridgeView>
export type BridgeTrial = z.infer<typeof bridgeTrial>
export type BridgeSend = z.infer<typeof bridgeSend>
export type BridgeSent = z.infer<typeof bridgeSent>
export type BridgeMappingList = z.infer<typeof bridgeMappingList>
export type BridgeMappingPropose = z.infer<typeof bridgeMappingPropose>
export type BridgeMappingAnswer = z.infer<typeof bridgeMappingAnswer>
