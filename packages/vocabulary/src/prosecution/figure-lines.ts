import type { Words } from '../words.ts'
import { criminalCategories } from './criminal-lists.ts'
import {
  type Figure,
  type FigureCell,
  type FigureMatter,
  type FigureMeasure,
  figureMeasures,
  figureOf,
} from './figures.ts'

/** One line of the figures of a year, as reports on trafficking in persons ask for it. */
export interface FigureLine {
  readonly key: string
  readonly label: Words
  readonly figure: Figure
}

/** Lines that belong together. */
export interface FigureGroup {
  readonly key: string
  readonly label: Words
  readonly lines: readonly FigureLine[]
}

const matters: Readonly<Record<FigureMatter, Words>> = {
  trafficking: { en: 'trafficking in persons', bn: 'মানব পাচার' },
  smuggling: { en: 'smuggling of migrants', bn: 'অভিবাসী চোরাচালান' },
}

const words = {
  investigations: { en: 'Investigations', bn: 'তদন্ত' },
  prosecutions: { en: 'Prosecutions', bn: 'বিচার' },
  outcomes: { en: 'How it ended', bn: 'কীভাবে শেষ হলো' },
  sentences: { en: 'Sentences of those convicted', bn: 'দোষী সাব্যস্তদের দণ্ড' },
  officials: { en: 'Officials', bn: 'সরকারি কর্মচারী' },
  home: { en: 'within the country', bn: 'দেশের ভেতরে' },
  abroad: { en: 'across a border', bn: 'সীমান্ত পেরিয়ে' },
} as const satisfies Readonly<Record<string, Words>>

const joined = (one: Words, other: Words): Words => ({
  en: `${one.en}: ${other.en}`,
  bn: `${one.bn}: ${other.bn}`,
})

function nameOf(measure: FigureMeasure): Words {
  const found = figureMeasures.entries.find(({ code }) => code === measure)
  return found ?? { en: measure, bn: measure }
}

type Linesmen = (measure: FigureMeasure) => FigureLine[]

/** A measure as a whole, then by kind of exploitation, then within the country and across a border. */
function broken(cells: readonly FigureCell[], matter: FigureMatter): Linesmen {
  return (measure) => {
    const label = nameOf(measure)
    const line = (key: string, part: Words, only: (cell: FigureCell) => boolean): FigureLine => ({
      key: `${measure} ${key}`,
      label: joined(label, part),
      figure: figureOf(cells, measure, matter, only),
    })
    return [
      { key: measure, label, figure: figureOf(cells, measure, matter) },
      ...criminalCategories.entries.map((entry) =>
        line(entry.code, entry, ({ category }) => category === entry.code),
      ),
      line('home', words.home, ({ transnational }) => !transnational),
      line('abroad', words.abroad, ({ transnational }) => transnational),
    ]
  }
}

/**
 * The figures of a year line by line: cases and persons apart, opened and continued apart, trafficking and smuggling apart.
 * A case about both is in both.
 */
export function figureGroups(cells: readonly FigureCell[], matter: FigureMatter): readonly FigureGroup[] {
  const parts = broken(cells, matter)
  const whole: Linesmen = (measure) => [
    { key: measure, label: nameOf(measure), figure: figureOf(cells, measure, matter) },
  ]
  const group = (key: keyof typeof words, lines: readonly FigureLine[]): FigureGroup => ({
    key: `${matter} ${key}`,
    label: joined(words[key], matters[matter]),
    lines,
  })
  return [
    group('investigations', [...parts('investigationsOpened'), ...whole('investigationsContinued')]),
    group('prosecutions', [...parts('prosecutionsOpened'), ...whole('prosecutionsContinued')]),
    group('outcomes', [
      ...parts('convicted'),
      ...(
        [
          'acquitted',
          'discharged',
          'endedOtherwise',
          'closedOnReport',
          'disposed',
          'disposedWithConviction',
        ] as const
      ).flatMap(whole),
    ]),
    group(
      'sentences',
      (
        [
          'sentencedYearOrMore',
          'sentencedUnderYear',
          'sentenceSuspended',
          'finedOnly',
          'sentenceNotSaid',
        ] as const
      ).flatMap(whole),
    ),
    group('officials', (['officialsProsecuted', 'officialsConvicted'] as const).flatMap(whole)),
  ]
}

/** Measures of cases alone: no person is disposed of. */
export const casesAlone: readonly string[] = ['disposed', 'disposedWithConviction']
