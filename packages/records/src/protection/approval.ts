import { z } from 'zod'
import { id } from '../kit/check.ts'
import { command } from '../platform/api.ts'

/** Something that somebody else than who asked for it has to answer. */
export const waitingApproval = z.strictObject({
  kind: z.enum(['plan', 'payment', 'closure']),
  case: z.strictObject({ org: id, id, code: z.string() }),
  /** The record to be answered; nothing where the case itself waits. */
  about: id.nullable(),
  since: z.string().nullable(),
})

export const approvalList = z.strictObject({
  /** What has to be approved here before it counts, as laid down for today. */
  rules: z.strictObject({ servicePlan: z.boolean() }),
  mayChange: z.boolean(),
  waiting: z.array(waitingApproval),
})

/** What an administrator lays down for their own organisation, from today on. */
export const approvalSet = command.extend({ servicePlan: z.boolean() })

export type WaitingApproval = z.infer<typeof waitingApproval>
export type ApprovalList = z.infer<typeof approvalList>
export type ApprovalSet = z.infer<typeof approvalSet>
