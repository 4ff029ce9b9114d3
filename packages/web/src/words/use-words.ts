import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import type { WordId } from './rooms.ts'

export type Values = Readonly<Record<string, string | number>>

/** Says a phrase in the reader's language. */
export type Say = (id: WordId, values?: Values) => string

/** The phrases of the reader's language; what uses it is drawn again when the language changes. */
export function useWords(): Say {
  const { _ } = useLingui()
  return useCallback((id, values) => _(id, values), [_])
}
