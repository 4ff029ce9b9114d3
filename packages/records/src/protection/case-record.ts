import { z } from 'zod'
import { caseRecords } from '../catalogue.ts'
import { id, storableText } from '../kit/check.ts'
import { bilingual, change } from '../platform/api.ts'

export const recordNames = Object.keys(caseRecords) as [
  keyof typeof caseRecords,
  ...(keyof typeof caseRecords)[],
]

/** A record of a case as kept: coded values in clear, and which sealed fields hold something. */
export const recordView = z.strictObject({
  record: z.enum(recordNames),
  id,
  version: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  sealed: z.array(z.string()),
  /** The state of a record that goes through states; nothing for any other. */
  state: z.string().nullable(),
  /** Where this reader may take it from there. */
  mayBecome: z.array(z.string()),
  /** The steps taken, oldest first, for those who work on the case. */
  steps: z.array(
    z.strictObject({
      to: z.string(),
      at: z.string(),
      by: z.strictObject({ person: z.string().nullable(), office: bilingual }),
    }),
  ),
})

/** Takes a record to another state, with what the step asks for. */
export const recordStep = change.extend({
  to: storableText(60).min(1),
  values: z.record(z.string(), z.unknown()),
})

/** Adds a record to a case (base 0) or amends one. Values not named stay as they are. */
export const recordWrite = change.extend({ id, values: z.record(z.string(), z.unknown()) })

/** The name of a record that goes through states. */
export const steppedName = z
  .enum(recordNames)
  .refine((name) => caseRecords[name].states !== undefined, { message: 'no-states' })
