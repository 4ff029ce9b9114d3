import { glotipTable, type PlainTable, tableTypes, writeTableCsv, writeTableXlsx } from '@setu/exchange'
import type { Figures, FiguresFileQuery, KeptFigures } from '@setu/records/api'
import {
  casesAlone,
  convictionRates,
  type FigureGroup,
  type FigureMatter,
  figureGroups,
  figureMatters,
  figureSpans,
  type Language,
  labelOf,
  plainDate,
  reportingYear,
  type Words,
} from '@setu/vocabulary'
import { type Download, streamOf, type Work } from '../../platform/index.ts'
import { countFigures } from './figures-store.ts'
import { askedFor, readFigures } from './read-figures.ts'

const words = {
  title: {
    en: 'Criminal cases, in the order of the questions of the report on trafficking in persons',
    bn: 'মানব পাচার প্রতিবেদনের প্রশ্নের ক্রমে মামলার সংখ্যা',
  },
  year: { en: 'Reporting year', bn: 'প্রতিবেদনের বছর' },
  until: { en: 'counted until', bn: 'গণনা যে দিন পর্যন্ত' },
  kept: { en: 'As it was kept on', bn: 'যে দিন রাখা হয়েছে' },
  formula: { en: 'Formula', bn: 'সূত্র' },
  how: {
    en: 'Cases and persons are two measures. Somebody counts by the gravest outcome once nothing is open, and as convicted at once. Who was accused is presumed innocent until convicted.',
    bn: 'মামলা ও ব্যক্তি দুটি আলাদা পরিমাপ। কিছু বিচারাধীন না থাকলে সবচেয়ে গুরুতর ফল ধরা হয়, দণ্ড হলে সঙ্গে সঙ্গে। দোষী সাব্যস্ত না হওয়া পর্যন্ত আসামি নির্দোষ।',
  },
  question: { en: 'Question', bn: 'প্রশ্ন' },
  cases: { en: 'Cases', bn: 'মামলা' },
  persons: { en: 'Persons', bn: 'ব্যক্তি' },
  casesBefore: { en: 'Cases, year before', bn: 'মামলা, আগের বছর' },
  personsBefore: { en: 'Persons, year before', bn: 'ব্যক্তি, আগের বছর' },
  casesKept: { en: 'Cases, as kept', bn: 'মামলা, যেমন রাখা হয়েছে' },
  personsKept: { en: 'Persons, as kept', bn: 'ব্যক্তি, যেমন রাখা হয়েছে' },
  rateOfPersons: {
    en: 'Conviction rate of persons, in per cent: convicted of those convicted, acquitted or discharged',
    bn: 'ব্যক্তির দণ্ডের হার, শতাংশে: দোষী সাব্যস্ত, খালাস ও অব্যাহতিপ্রাপ্তদের মধ্যে দোষী সাব্যস্ত',
  },
  rateOfCases: {
    en: 'Conviction rate of cases, in per cent: with a conviction of those disposed of by a court',
    bn: 'মামলার দণ্ডের হার, শতাংশে: আদালতে নিষ্পত্তি হওয়া মামলার মধ্যে দণ্ড হয়েছে',
  },
  half: {
    en: 'Days until half had come to the end; those on the way count for as long as they have waited',
    bn: 'কত দিনে অর্ধেক শেষ হয়েছে; যাঁরা পথে আছেন তাঁদের যত দিন গেছে তত দিন ধরা হয়েছে',
  },
} as const satisfies Readonly<Record<string, Words>>

type Row = (string | number)[]

const percent = (rate: number | null): string | number => (rate === null ? '' : Math.round(rate * 1000) / 10)

/** Cases and persons of one line in several countings of it, side by side. */
function lineRows(countings: readonly (readonly FigureGroup[])[], language: Language): Row[] {
  const [first = [], ...others] = countings
  return first.flatMap((group, at) => [
    [group.label[language]],
    ...group.lines.map((line, place) => {
      const all = [line, ...others.map((groups) => groups[at]?.lines[place])]
      const alone = casesAlone.includes(line.key)
      return [
        line.label[language],
        ...all.flatMap((one) => [one?.figure.cases ?? '', alone ? '' : (one?.figure.persons ?? '')]),
      ]
    }),
  ])
}

function rateRows(countings: readonly Figures['cells'][], matter: FigureMatter, language: Language): Row[] {
  const rates = countings.map((cells) => convictionRates(cells, matter))
  return [
    [words.rateOfPersons[language], ...rates.flatMap(({ persons }) => ['', percent(persons.rate)])],
    [words.rateOfCases[language], ...rates.flatMap(({ cases }) => [percent(cases.rate), ''])],
  ]
}

/** The figures in the order in which the report on trafficking in persons asks for them. */
function tipTable(told: Figures, language: Language): PlainTable {
  const { frozen, before } = told
  const countings = [told.cells, before.cells, ...(frozen === null ? [] : [frozen.cells])]
  const year = `${words.year[language]} ${told.from} – ${told.to}`
  return {
    sheet: 'TIP',
    notes: [
      words.title[language],
      `${year}, ${words.until[language]} ${told.until}; ${words.formula[language]} ${told.formula}`,
      ...(frozen === null
        ? []
        : [
            `${words.kept[language]} ${frozen.at.slice(0, 10)}; ${words.formula[language]} ${frozen.formula}`,
          ]),
      words.how[language],
    ],
    heads: [
      words.question[language],
      words.cases[language],
      words.persons[language],
      words.casesBefore[language],
      words.personsBefore[language],
      ...(frozen === null ? [] : [words.casesKept[language], words.personsKept[language]]),
    ],
    rows: [
      ...figureMatters.flatMap((matter) => [
        ...lineRows(
          countings.map((cells) => figureGroups(cells, matter)),
          language,
        ),
        ...rateRows(countings, matter, language),
      ]),
      [words.half[language]],
      ...told.spans.map(({ span, half, persons }) => [
        labelOf(figureSpans, span, language),
        '',
        half ?? '',
        '',
        persons,
      ]),
    ],
  }
}

const isTrafficking = ({ matter }: { readonly matter: string }): boolean => matter !== 'smuggling'

function glotipOf({ cells, people, until }: KeptFigures, year: number): PlainTable {
  const offences = cells.filter((one) => one.measure === 'investigationsOpened' && isTrafficking(one))
  const notes = ['Setu: persons accused of trafficking, by the cells of GLOTIP', until] as const
  return glotipTable(people.filter(isTrafficking), offences, year, notes)
}

/** The figures of a year as a file: by the questions of one report, or of a calendar year in the cells of the other. */
export async function figuresFile(work: Work, query: FiguresFileQuery): Promise<Download> {
  const { shape, format, language, ...asked } = query
  const table =
    shape === 'tip' ? tipTable(await readFigures(work, asked), language) : await calendarYear(work, asked)
  const name = `export-${work.today}.${format}`
  return format === 'csv'
    ? { type: tableTypes.csv, name, chunks: streamOf(writeTableCsv(table)) }
    : { type: tableTypes.xlsx, name, chunks: writeTableXlsx(table, plainDate(work.today)) }
}

async function calendarYear(work: Work, query: Pick<FiguresFileQuery, 'of' | 'year'>): Promise<PlainTable> {
  const { of, year } = await askedFor(work, query)
  return glotipOf(await countFigures(work, of, reportingYear(1, year)), year)
}
