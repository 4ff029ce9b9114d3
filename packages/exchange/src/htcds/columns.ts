import type { HtcdsFieldName } from '@setu/vocabulary'
import { columnLetters, type SheetRow } from '../spreadsheets/cell.ts'
import type { ProblemWords } from '../spreadsheets/file-problem.ts'
import { type ColumnName, fieldsLabelled, type NameRule, readColumnName } from './column-names.ts'
import { type Header, headerText } from './header.ts'
import type { CodeOfWeight } from './problems.ts'
import { pairRepairs } from './repairs.ts'

/** What was made of a column. */
export type ColumnVerdict = 'exact' | 'repaired' | 'disagreement' | 'unknown' | 'duplicate' | 'ours'

/** The rule that decided what a column holds. */
export type ColumnRule =
  | NameRule
  | 'label-alone'
  | 'label-counts'
  | 'name-counts'
  | 'choice-column'
  | 'row-numbers'
  | 'survey-tool'
  | 'chosen'

/** One column of a file, and what was made of it. */
export interface ColumnReport {
  /** The first column is 0. */
  readonly position: number
  readonly letters: string
  /** The machine name, as the file writes it. */
  readonly header: string
  /** The visible label, as the file writes it. */
  readonly label: string
  /** Null where the column is left out. */
  readonly field: HtcdsFieldName | null
  /** For a column of a single choice, its code. */
  readonly choice: string | null
  /** For one of our own columns, its name without `setu_`. */
  readonly own: string | null
  readonly verdict: ColumnVerdict
  readonly rule: ColumnRule | null
  /** How many values were rewritten, by the rule that did it. */
  readonly notes: Readonly<Partial<Record<CodeOfWeight<'note'>, number>>>
}

/** Something on which a column's name, its label and the standard do not agree. */
export interface HtcdsDisagreement {
  readonly letters: string
  readonly header: string
  readonly label: string
  readonly kind:
    | 'name-misspelt'
    | 'name-missing'
    | 'name-against-label'
    | 'label-not-in-standard'
    | 'label-of-several-fields'
    | 'asked-otherwise'
  /** The fields it could be. */
  readonly candidates: readonly HtcdsFieldName[]
  /** The field it is taken for; null while nobody has decided. */
  readonly chosen: HtcdsFieldName | null
  /** Who decided: a rule of ours, the values in the column, or the person importing. */
  readonly by: 'rule' | 'values' | 'person' | null
  readonly why: ProblemWords
}

/** What the person importing decided, by the letters of a column; null leaves the column out. */
export type ColumnChoices = Readonly<Record<string, HtcdsFieldName | null>>

/** How a file came to be, as far as it matters for reading it. */
export type HtcdsFormat = 'setu' | 'excel-template' | 'excel-template-single-select' | 'xlsform' | 'plain'

/** A column before duplicates and values are looked at. */
export interface ColumnDraft {
  readonly report: ColumnReport
  readonly disagreement?: Omit<HtcdsDisagreement, 'letters' | 'header' | 'label'>
}

const words = {
  missing: {
    en: 'The column has no machine name; its label names one field, and the label counts.',
    bn: 'কলামটির নাম নেই; লেবেল একটি ঘরকে বোঝায়, তাই লেবেলটিই ধরা হয়।',
  },
  hidden: {
    en: 'In the published template the row of names is hidden, so whoever typed saw the label.',
    bn: 'প্রকাশিত নমুনায় নামের সারি লুকানো, তাই যিনি লিখেছেন তিনি লেবেল দেখেছেন।',
  },
  against: {
    en: 'The name and the label name different fields.',
    bn: 'নাম আর লেবেল দুটি ভিন্ন ঘর বোঝায়।',
  },
  strange: {
    en: 'The label is not the standard’s label of this field; the name counts.',
    bn: 'লেবেলটি মানদণ্ডে এই ঘরের লেবেল নয়; নামটি ধরা হয়।',
  },
  several: {
    en: 'Several fields of the standard carry this label.',
    bn: 'মানদণ্ডের একাধিক ঘরের এই লেবেল আছে।',
  },
} as const satisfies Record<string, ProblemWords>

interface Place {
  readonly position: number
  readonly header: string
  readonly label: string
}

function report(place: Place, made: Partial<ColumnReport> & Pick<ColumnReport, 'verdict'>): ColumnReport {
  const letters = columnLetters(place.position)
  return { ...place, letters, field: null, choice: null, own: null, rule: null, notes: {}, ...made }
}

function namedField(place: Place, name: Extract<ColumnName, { kind: 'field' }>): ColumnDraft {
  const { field, rule, why } = name
  const made = report(place, { field, rule, verdict: rule === null ? 'exact' : 'repaired' })
  const labelled = fieldsLabelled(place.label).map((facts) => facts.name)
  if (place.label === '' || labelled.includes(field)) {
    if (why === undefined) return { report: made }
    return {
      report: made,
      disagreement: { kind: 'name-misspelt', candidates: [field], chosen: field, by: 'rule', why },
    }
  }
  if (labelled.length === 0) {
    const disagreement = {
      kind: 'label-not-in-standard',
      candidates: [field],
      chosen: field,
      by: 'rule',
      why: words.strange,
    } as const
    return { report: made, disagreement }
  }
  const candidates = [field, ...labelled]
  const pair = pairRepairs.find((repair) => repair.name === field && labelled.includes(repair.label))
  const chosen = pair?.label ?? null
  return {
    report: {
      ...made,
      verdict: 'disagreement',
      field: chosen,
      rule: chosen === null ? null : 'label-counts',
    },
    disagreement: {
      kind: 'name-against-label',
      candidates,
      chosen,
      by: chosen === null ? null : 'rule',
      why: chosen === null ? words.against : words.hidden,
    },
  }
}

function labelledColumn(place: Place, hasNames: boolean): ColumnDraft {
  const candidates = fieldsLabelled(place.label).map(({ name }) => name)
  const [only] = candidates
  if (only === undefined) return { report: report(place, { verdict: 'unknown' }) }
  if (candidates.length > 1) {
    return {
      report: report(place, { verdict: 'disagreement' }),
      disagreement: {
        kind: 'label-of-several-fields',
        candidates,
        chosen: null,
        by: null,
        why: words.several,
      },
    }
  }
  if (place.header !== '') {
    return {
      report: report(place, { verdict: 'disagreement' }),
      disagreement: { kind: 'name-against-label', candidates, chosen: null, by: null, why: words.against },
    }
  }
  const made = report(place, { field: only, verdict: 'repaired', rule: 'label-alone' })
  if (!hasNames) return { report: made }
  return {
    report: made,
    disagreement: { kind: 'name-missing', candidates, chosen: only, by: 'rule', why: words.missing },
  }
}

function draftColumn(place: Place, hasNames: boolean): ColumnDraft {
  const name = readColumnName(place.header)
  switch (name?.kind) {
    case 'own':
      return { report: report(place, { verdict: 'ours', own: name.name }) }
    case 'choice':
      return {
        report: report(place, {
          verdict: 'exact',
          field: name.field,
          choice: name.code,
          rule: 'choice-column',
        }),
      }
    case 'survey-tool':
      return { report: report(place, { verdict: 'unknown', rule: 'survey-tool' }) }
    case 'field':
      return namedField(place, name)
    default:
      return labelledColumn(place, hasNames)
  }
}

function choose(draft: ColumnDraft, choices: ColumnChoices): ColumnDraft {
  const { letters, own } = draft.report
  const choice = choices[letters]
  if (choice === undefined || own !== null) return draft
  const made: ColumnReport = { ...draft.report, field: choice, choice: null, rule: 'chosen' }
  if (draft.disagreement === undefined) return { report: made }
  return { report: made, disagreement: { ...draft.disagreement, chosen: choice, by: 'person' } }
}

/** Reads the columns of a file from its header, and what people decided about them; values come later. */
export function draftColumns(header: Header, choices: ColumnChoices): readonly ColumnDraft[] {
  const rows: readonly SheetRow[] = [header.names, header.labels].filter((row) => row !== null)
  const positions = new Set(rows.flatMap((row) => [...row.cells.keys()]))
  const places = [...positions]
    .toSorted((first, second) => first - second)
    .map((position): Place => {
      const text = (row: SheetRow | null) => headerText(row?.cells.get(position))
      return { position, header: text(header.names), label: text(header.labels) }
    })
    .filter(({ header: name, label }) => name !== '' || label !== '')
  return places.map((place) => choose(draftColumn(place, header.names !== null), choices))
}
