import { codesOf, ownServiceOutcomes, ownServiceReasons, serviceTypes } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const told = {
  happenedOn: day,
  outcome: z.enum(codesOf(ownServiceOutcomes)),
  why: z.enum(codesOf(ownServiceReasons)).nullable(),
  sessions: z.number().int().min(1).max(100).nullable(),
  /** The day of the next session, which is promised. */
  nextOn: day.nullable(),
}

/** A session of a service that another office gives: codes and days, and no words. */
export const ownServiceView = z.strictObject({
  id,
  version: z.number().int(),
  referral: id,
  service: z.enum(codesOf(serviceTypes)),
  office: bilingual,
  ...told,
  happenedOn: z.string(),
  nextOn: z.string().nullable(),
  /** Whether the reader may correct it. */
  mine: z.boolean(),
})

export const ownServiceList = z.strictObject({ items: z.array(ownServiceView) })

/** What somebody who took a referral on did. */
export const ownServiceAdd = command.extend({ id, ...told })

export const ownServiceChange = change.extend(told)

export type OwnServiceView = z.infer<typeof ownServiceView>
export type OwnServiceList = z.infer<typeof ownServiceList>
export type OwnServiceAdd = z.infer<typeof ownServiceAdd>
export type OwnServiceChange = z.infer<typeof ownServiceChange>
