import { codesOf, renewalReasons } from '@setu/vocabulary'
import { z } from 'zod'
import { id } from '../kit/check.ts'
import { command } from '../platform/api.ts'

const reason = z.enum(codesOf(renewalReasons))

/** Renews the keys of a case. */
export const renewalBegin = command.extend({ id, reason })

/** A renewal of the keys of a case: under way, or over since the older ones were destroyed. */
export const renewalView = z.strictObject({
  id,
  reason,
  begunAt: z.string(),
  finishedAt: z.string().nullable(),
})

export const renewalList = z.strictObject({ items: z.array(renewalView) })

export type RenewalBegin = z.infer<typeof renewalBegin>
export type RenewalList = z.infer<typeof renewalList>
