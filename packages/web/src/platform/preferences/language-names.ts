import type { Language } from '@setu/vocabulary'

/** Each language in its own words, so that whoever lost their way finds it. */
export const languageNames: readonly {
  readonly value: Language
  readonly label: string
  readonly lang: string
}[] = [
  { value: 'bn', label: 'বাংলা', lang: 'bn' },
  { value: 'en', label: 'English', lang: 'en' },
]
