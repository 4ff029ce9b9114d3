import { type CodeList, type Language, offered } from '@setu/vocabulary'
import type { Option } from './choice-fields.tsx'

/** A code list to choose from: what is still offered of it, in the reader's language. */
export const optionsOf = (list: CodeList, language: Language): readonly Option[] =>
  offered(list).map((entry) => ({ value: entry.code, label: entry[language] }))
