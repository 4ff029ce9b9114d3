import type { CodeList, Language } from '@setu/vocabulary'
import { useMemo } from 'react'
import { useSettings } from '../platform/settings.ts'

export interface Labels {
  readonly language: Language
  /** What people read in place of a code; a code that this version does not know is shown as it is. */
  readonly code: (list: CodeList, code: string) => string
  readonly name: (name: { readonly en: string; readonly bn: string }) => string
}

/** Codes and names in the reader's language. */
export function useLabels(): Labels {
  const { language } = useSettings()
  return useMemo(
    () => ({
      language,
      code: (list, code) => list.entries.find((entry) => entry.code === code)?.[language] ?? code,
      name: (name) => name[language],
    }),
    [language],
  )
}
