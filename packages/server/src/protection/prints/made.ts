import type { Printed } from '@setu/records/api'
import type { Part } from '@setu/vocabulary'

/** A paper, the parts whose words stand on it, and whether all that is there could be opened. */
export interface Made {
  readonly paper: Printed['paper']
  readonly code: string
  readonly read: readonly Part[]
  readonly unopened: boolean
}

/** A text that was kept, if one was. */
export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
