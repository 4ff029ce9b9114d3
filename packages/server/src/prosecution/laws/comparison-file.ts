import { tableTypes, writeTableCsv, writeTableXlsx } from '@setu/exchange'
import {
  definitionRows,
  type Language,
  labelOf,
  lawName,
  lawStatuses,
  lawsOn,
  type PlainDate,
  type Words,
} from '@setu/vocabulary'
import { placeName } from '@setu/vocabulary/places'
import { type Download, streamOf } from '../../platform/index.ts'
import type { HoldingLaw } from './law-store.ts'

const words = {
  title: { en: 'Definitions of trafficking in the region, side by side', bn: 'অঞ্চলের পাচারের সংজ্ঞা পাশাপাশি' },
  day: { en: 'For offences of', bn: 'যে দিনের অপরাধের জন্য' },
  care: {
    en: 'Not legal advice. What has not been read in the law itself is marked as not verified, and what is not known is said to be so.',
    bn: 'এটি আইনি পরামর্শ নয়। আইনের পাঠে যা পড়া হয়নি তা যাচাই হয়নি বলে চিহ্নিত, আর যা জানা নেই তা জানা নেই বলা আছে।',
  },
  unclear: { en: 'not clear from which day', bn: 'কোন দিন থেকে, স্পষ্ট নয়' },
  element: { en: 'Element', bn: 'উপাদান' },
} as const satisfies Readonly<Record<string, Words>>

interface Asked {
  readonly day: string
  readonly format: 'csv' | 'xlsx'
  readonly language: Language
}

/** The definitions that hold for offences of a day, one column a law, with how sure each is. */
export function comparisonFile(
  holding: readonly HoldingLaw[],
  today: PlainDate,
  { day, format, language }: Asked,
): Download {
  const compared = lawsOn(
    holding.map(({ law }) => law),
    day,
  ).flatMap(({ jurisdiction, choice }) => {
    const country = placeName(jurisdiction, language) ?? jurisdiction
    if (choice.found === 'one') {
      const doubt = choice.sure ? '' : `; ${labelOf(lawStatuses, 'statusUnknown', language)}`
      return [{ head: `${country} (${lawName(choice.law)}${doubt})`, law: choice.law }]
    }
    if (choice.found === 'none') return []
    return choice.laws.map((law) => ({
      head: `${country} (${lawName(law)}; ${words.unclear[language]})`,
      law,
    }))
  })
  const rows = definitionRows(
    compared.map(({ law }) => law),
    language,
  )
  const table = {
    sheet: 'Laws',
    notes: [words.title[language], `${words.day[language]} ${day}`, words.care[language]],
    heads: [words.element[language], ...compared.map(({ head }) => head)],
    rows: rows.map(({ label, cells }) => [label, ...cells]),
  }
  const name = `export-${today}.${format}`
  return format === 'csv'
    ? { type: tableTypes.csv, name, chunks: streamOf(writeTableCsv(table)) }
    : { type: tableTypes.xlsx, name, chunks: writeTableXlsx(table, today) }
}
