import { type PlainTable, tableTypes, writeTableCsv, writeTableXlsx } from '@setu/exchange'
import type { Oversight, OversightRow } from '@setu/records/api'
import {
  type Language,
  labelOf,
  oversightBy,
  oversightSteps,
  type PlainDate,
  type Words,
} from '@setu/vocabulary'
import { districts } from '@setu/vocabulary/places'
import { type Download, streamOf } from '../../platform/index.ts'

const words = {
  title: { en: 'How far the work with survivors has come', bn: 'সারভাইভারদের সঙ্গে কাজ কতদূর এগিয়েছে' },
  until: { en: 'Counted until', bn: 'যে দিন পর্যন্ত গণনা' },
  exact: {
    en: 'The cases of one’s own units, as they are. Not to be handed on.',
    bn: 'নিজের ইউনিটের কেস, যেমন আছে। অন্য কাউকে দেওয়ার জন্য নয়।',
  },
  days: {
    en: 'Days: after how many a quarter, half and three quarters had reached the step. Those who wait are counted for as long as they have waited; empty where fewer have reached it.',
    bn: 'দিন: কত দিনে এক-চতুর্থাংশ, অর্ধেক ও তিন-চতুর্থাংশ ধাপে পৌঁছেছেন। যাঁরা অপেক্ষায়, তাঁদের যত দিন গেছে তত দিন ধরা হয়েছে; তার কম পৌঁছালে ঘর খালি।',
  },
  weeks: {
    en: 'Days: after how many half had reached the step, in whole weeks, and only where many did. Those who wait are counted for as long as they have waited; empty where fewer have reached it.',
    bn: 'দিন: কত দিনে অর্ধেক ধাপে পৌঁছেছেন, পূর্ণ সপ্তাহে, এবং কেবল যেখানে অনেকে পৌঁছেছেন। যাঁরা অপেক্ষায়, তাঁদের যত দিন গেছে তত দিন ধরা হয়েছে; তার কম পৌঁছালে ঘর খালি।',
  },
  all: { en: 'All together', bn: 'সব মিলিয়ে' },
  others: { en: 'All others together', bn: 'বাকি সব একসঙ্গে' },
  unknown: { en: 'not known', bn: 'জানা নেই' },
  cases: { en: 'Cases', bn: 'কেস' },
  overdue: { en: 'With something overdue', bn: 'সময় পেরোনো কাজ আছে' },
  notTold: { en: 'not told', bn: 'বলা হয় না' },
  waiting: { en: 'waiting', bn: 'অপেক্ষায়' },
  longest: { en: 'longest wait', bn: 'দীর্ঘতম অপেক্ষা' },
  quarter: { en: 'days, a quarter', bn: 'দিন, এক-চতুর্থাংশ' },
  half: { en: 'days, half', bn: 'দিন, অর্ধেক' },
  threeQuarters: { en: 'days, three quarters', bn: 'দিন, তিন-চতুর্থাংশ' },
} as const satisfies Readonly<Record<string, Words>>

const telling = (least: number, rounded: number, toldOn: string): Words => ({
  en: `Numbers under ${least}, and those by which one would be found by subtraction, are not told; the others are rounded to ${rounded}. They differ from what was told before by nothing or by ${least} at least. First told on ${toldOn}.`,
  bn: `${least}-এর কম সংখ্যা, এবং বিয়োগ করে যা থেকে তা বের করা যায়, বলা হয় না; বাকিগুলো ${rounded}-এর গুণিতকে পূর্ণ করা। আগে যা বলা হয়েছে তার সঙ্গে পার্থক্য শূন্য, নয়তো কমপক্ষে ${least}। প্রথম বলা হয়েছে ${toldOn}।`,
})

function nameOf({ place, key, name }: OversightRow, by: Oversight['by'], language: Language): string {
  if (place === 'total') return words.all[language]
  if (place === 'others') return words.others[language]
  if (name !== null) return name[language]
  if (key === null || key === '') return words.unknown[language]
  return by === 'district' ? (districts.find(({ pcode }) => pcode === key)?.[language] ?? key) : key
}

function tableOf({ by, until, telling: told, rows }: Oversight, language: Language): PlainTable {
  const number = (count: number | null) => count ?? words.notTold[language]
  const days = (count: number | null | undefined) => count ?? ''
  const waits = [words.waiting, words.longest, words.quarter, words.half, words.threeQuarters]
  return {
    sheet: 'Oversight',
    notes: [
      words.title[language],
      `${words.until[language]} ${until}`,
      told === null ? words.exact[language] : telling(told.least, told.roundedTo, told.toldOn)[language],
      (told === null ? words.days : words.weeks)[language],
    ],
    heads: [
      labelOf(oversightBy, by, language),
      words.cases[language],
      ...oversightSteps.entries.map((step) => step[language]),
      words.overdue[language],
      ...oversightSteps.entries.flatMap((step) => waits.map((of) => `${step[language]}: ${of[language]}`)),
    ],
    rows: rows.map((row) => [
      nameOf(row, by, language),
      number(row.cases),
      ...row.reached.map(({ people }) => number(people)),
      number(row.overdue),
      ...oversightSteps.entries.flatMap(({ code }) => {
        const wait = row.waits.find(({ step }) => step === code)
        return [wait?.waiting, wait?.longest, wait?.q1, wait?.median, wait?.q3].map(days)
      }),
    ]),
  }
}

interface AsFile {
  readonly format: 'csv' | 'xlsx'
  readonly language: Language
}

/** The numbers as a file that says how to read them. */
export function oversightFile(numbers: Oversight, today: PlainDate, { format, language }: AsFile): Download {
  const table = tableOf(numbers, language)
  const name = `export-${today}.${format}`
  return format === 'csv'
    ? { type: tableTypes.csv, name, chunks: streamOf(writeTableCsv(table)) }
    : {
        type: tableTypes.xlsx,
        name,
        chunks: writeTableXlsx(table, today),
      }
}
