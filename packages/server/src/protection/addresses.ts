import { id } from '@setu/records/check'
import { z } from 'zod'

/** The parts of an address that features share. */
export const caseAddress = z.strictObject({ org: id, id })
export const itemAddress = z.strictObject({ org: id, id, item: id })
export const afterQuery = z.strictObject({ after: z.string().max(120).optional() })
