import { id } from '@setu/records/check'
import { z } from 'zod'

/** A criminal case, wherever its first office is. */
export interface CriminalRef {
  readonly org: string
  readonly id: string
}

/** The parts of an address that this room's features share. */
export const criminalAddress = z.strictObject({ org: id, id })
export const criminalItemAddress = z.strictObject({ org: id, id, item: id })
