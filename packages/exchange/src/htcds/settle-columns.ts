import { columnLetters, type SheetRow } from '../spreadsheets/cell.ts'
import type { ProblemWords } from '../spreadsheets/file-problem.ts'
import type { ColumnDraft, ColumnReport, HtcdsDisagreement, HtcdsFormat } from './columns.ts'
import { parseCountry } from './countries.ts'
import { factsOf } from './fields.ts'
import type { Header } from './header.ts'
import { knownDefects, nameRepairs } from './repairs.ts'

const fits: ProblemWords = {
  en: 'The values of these columns fit their names and not their labels, so the names count.',
  bn: 'এই কলামগুলোর মান লেবেলের সঙ্গে নয়, নামের সঙ্গে মেলে; তাই নাম ধরা হয়।',
}

/** How many cells of a column could not be what the field takes. Only countries can be told from other words. */
function misfits(draft: ColumnDraft, by: 'label' | 'name', rows: readonly SheetRow[]): number {
  const [named] = draft.disagreement?.candidates ?? []
  const field = by === 'label' ? draft.report.field : (named ?? null)
  if (field === null || factsOf(field).kind !== 'country') return 0
  return rows.filter(({ cells }) => {
    const cell = cells.get(draft.report.position)
    return cell !== undefined && (cell.kind !== 'text' || parseCountry(cell.text) === null)
  }).length
}

/** Lets the values speak where a rule went by the labels: a file filled by program goes by the hidden names. */
export function settleByValues(
  drafts: readonly ColumnDraft[],
  rows: readonly SheetRow[],
): readonly ColumnDraft[] {
  const inDoubt = drafts.filter(({ report }) => report.rule === 'label-counts')
  const count = (by: 'label' | 'name') => inDoubt.reduce((sum, draft) => sum + misfits(draft, by, rows), 0)
  if (count('name') >= count('label')) return drafts
  return drafts.map((draft) => {
    const [field] = draft.disagreement?.candidates ?? []
    if (draft.report.rule !== 'label-counts' || field === undefined || draft.disagreement === undefined)
      return draft
    return {
      report: { ...draft.report, field, rule: 'name-counts' },
      disagreement: { ...draft.disagreement, chosen: field, by: 'values', why: fits },
    }
  })
}

/** The second column of a field is a duplicate, but any number of columns may each hold one of its choices. */
export function markDuplicates(drafts: readonly ColumnDraft[]): readonly ColumnDraft[] {
  const seen = new Set<string>()
  return drafts.map((draft): ColumnDraft => {
    const { field, choice, own } = draft.report
    if (field === null && own === null) return draft
    const key = `${field ?? own} ${choice ?? ''}`
    if (seen.has(key)) return { ...draft, report: { ...draft.report, verdict: 'duplicate' } }
    seen.add(key)
    return draft
  })
}

const templateNames = new Set(
  nameRepairs.filter(({ from }) => from === 'excel-template').map(({ name }) => name),
)

/** Tells from its columns how a file came to be. */
export function formatOf(
  header: Header,
  drafts: readonly ColumnDraft[],
  sheetNames: readonly string[],
): HtcdsFormat {
  if (header.own) return 'setu'
  const reports = drafts.map(({ report }) => report)
  const pairs = drafts.filter(({ report }) => report.rule === 'label-counts' || report.rule === 'name-counts')
  if (pairs.length > 1 || reports.some((report) => templateNames.has(report.header))) {
    return sheetNames.includes('validation') ? 'excel-template-single-select' : 'excel-template'
  }
  const fromForm = reports.some(
    ({ rule }) =>
      rule === 'misspelt-name' ||
      rule === 'choice-column' ||
      rule === 'survey-tool' ||
      rule === 'group-prefix',
  )
  return fromForm ? 'xlsform' : 'plain'
}

/** Everything on which the columns and the standard do not agree, what the published file is known for included. */
export function listDisagreements(
  drafts: readonly ColumnDraft[],
  format: HtcdsFormat,
): readonly HtcdsDisagreement[] {
  return drafts.flatMap(({ report, disagreement }) => {
    const { letters, header, label, field } = report
    const own = disagreement === undefined ? [] : [{ letters, header, label, ...disagreement }]
    if (field === null || report.choice !== null) return own
    const known = knownDefects
      .filter((defect) => defect.format === format && defect.field === field)
      .map(({ why }): HtcdsDisagreement => {
        return {
          letters,
          header,
          label,
          kind: 'asked-otherwise',
          candidates: [field],
          chosen: field,
          by: 'rule',
          why,
        }
      })
    return [...own, ...known]
  })
}

/** Columns that hold something but have neither name nor label: the template's row numbers, or words gone astray. */
export function reportStrays(strays: ReadonlyMap<number, boolean>): readonly ColumnReport[] {
  return [...strays].map(([position, numbersOnly]) => ({
    position,
    letters: columnLetters(position),
    header: '',
    label: '',
    field: null,
    choice: null,
    own: null,
    verdict: 'unknown',
    rule: numbersOnly ? 'row-numbers' : null,
    notes: {},
  }))
}
