import type { HtcdsFieldName } from '@setu/vocabulary'
import type { ProblemWords } from '../spreadsheets/file-problem.ts'
import { type FieldFacts, factsOf, fieldFacts, findField } from './fields.ts'
import { nameRepairs, surveyToolColumns } from './repairs.ts'
import { ownPrefix } from './row.ts'

/** The rule by which a column's name was read. */
export type NameRule = 'misspelt-name' | 'letter-case' | 'group-prefix'

/** What the machine name at the head of a column says. */
export type ColumnName =
  | {
      readonly kind: 'field'
      readonly field: HtcdsFieldName
      readonly rule: NameRule | null
      readonly why?: ProblemWords
    }
  /** A column of a single choice, as survey tools write fields that take several. */
  | { readonly kind: 'choice'; readonly field: HtcdsFieldName; readonly code: string }
  | { readonly kind: 'own'; readonly name: string }
  | { readonly kind: 'survey-tool' }

/** A text without the white space around it, ordinary or not; the standard's labels end in non-breaking spaces. */
export function tidy(text: string): string {
  return text.replaceAll(/^[\s\u00a0\ufeff\u200b]+|[\s\u00a0\ufeff\u200b]+$/gu, '')
}

/** Two labels that differ in letter case, spacing or the shape of an apostrophe are the same label. */
function labelKey(text: string): string {
  return tidy(text.normalize('NFKC'))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[’‘`´]/g, "'")
    .toLowerCase()
}

const repairsByName = new Map(nameRepairs.map((repair) => [repair.name, repair]))
const byLowerCase = new Map<string, HtcdsFieldName>([
  ...fieldFacts.map(({ name }) => [name.toLowerCase(), name] as const),
  ...nameRepairs.map(({ name, field }) => [name.toLowerCase(), field] as const),
])

function readField(name: string): Extract<ColumnName, { kind: 'field' }> | null {
  const exact = findField(name)
  if (exact !== null) return { kind: 'field', field: exact.name, rule: null }
  const repair = repairsByName.get(name)
  if (repair !== undefined)
    return { kind: 'field', field: repair.field, rule: 'misspelt-name', why: repair.why }
  const field = byLowerCase.get(name.toLowerCase())
  return field === undefined ? null : { kind: 'field', field, rule: 'letter-case' }
}

function readChoice(path: readonly string[]): ColumnName | null {
  const [code = '', question = ''] = path.toReversed()
  const field = readField(lastPart(question))?.field
  const facts = field === undefined ? undefined : factsOf(field)
  if (facts === undefined || facts.codes.length === 0) return null
  const known = facts.codes.find(
    (choice) => choice.code === tidy(code) || labelKey(choice.label) === labelKey(code),
  )
  if (known === undefined && !facts.openList) return null
  return { kind: 'choice', field: facts.name, code: known?.code ?? tidy(code) }
}

/** The name behind a group, which survey tools put before it with `/`, `-`, `:` or `.`. */
function lastPart(name: string): string {
  return /[^/:.-]*$/.exec(name)?.[0] ?? name
}

/** What the machine name at the head of a column says; null when nobody knows it. */
export function readColumnName(text: string): ColumnName | null {
  const name = tidy(text)
  if (/^setu_[a-z][a-z0-9_]*$/.test(name)) return { kind: 'own', name: name.slice(ownPrefix.length) }
  const plain = readField(name)
  if (plain !== null) return plain
  const grouped = readField(lastPart(name))
  if (grouped !== null) return { ...grouped, rule: grouped.rule ?? 'group-prefix' }
  const path = name.split('/')
  const choice = path.length > 1 ? readChoice(path) : null
  if (choice !== null) return choice
  return surveyToolColumns.has(name) || surveyToolColumns.has(lastPart(name)) ? { kind: 'survey-tool' } : null
}

const byLabel = Map.groupBy(
  fieldFacts.filter(({ label }) => label !== ''),
  ({ label }) => labelKey(label),
)

/** The fields that carry this label. The standard gives `Type` to three fields and `Longitude` to three. */
export function fieldsLabelled(text: string): readonly FieldFacts[] {
  return byLabel.get(labelKey(text)) ?? []
}
