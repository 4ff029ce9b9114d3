import { codesOf, erasureReasons } from '@setu/vocabulary'
import { z } from 'zod'
import { id } from '../kit/check.ts'
import { change, command } from '../platform/api.ts'

const reason = z.enum(codesOf(erasureReasons))

/** Asks whoever guards the data to erase a case. */
export const erasureAsk = command.extend({ id, reason })

export const erasureAnswer = change.extend({ answer: z.enum(['approve', 'decline']) })

/** A request to erase a case, and once it was approved the record of the erasure. */
export const erasureView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  state: z.enum(['waiting', 'declined', 'erased']),
  case: id,
  code: z.string(),
  reason,
  /** Colleagues by name. */
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** Whether it is one's to answer: by whoever guards the data, and never by the one who asked. */
  mayAnswer: z.boolean(),
})

export const erasureList = z.strictObject({ items: z.array(erasureView) })

export type ErasureAsk = z.infer<typeof erasureAsk>
export type ErasureAnswer = z.infer<typeof erasureAnswer>
export type ErasureView = z.infer<typeof erasureView>
export type ErasureList = z.infer<typeof erasureList>
