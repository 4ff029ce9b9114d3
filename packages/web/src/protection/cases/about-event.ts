import { caseRecords, type RecordType } from '@setu/records'
import type { EventView } from '@setu/records/api'
import {
  type CodeList,
  caseRequirements,
  caseStates,
  conflictAnswers,
  consentPurposes,
  courtEvents,
  declineReasons,
  identificationStates,
  noteKinds,
  ownServiceOutcomes,
  serviceTypes,
  taskKinds,
  urgencies,
} from '@setu/vocabulary'

/** A detail of an event that has words of its own. */
export interface Detail {
  readonly list: CodeList
  readonly code: string
}

/** Which list a detail is written in, by its name; what is not here is an id, and says nothing to a reader. */
const lists: Readonly<Record<string, CodeList>> = {
  from: caseStates,
  to: caseStates,
  purpose: consentPurposes,
  service: serviceTypes,
  urgency: urgencies,
  requirement: caseRequirements,
  answer: conflictAnswers,
  declineReason: declineReasons,
  identification: identificationStates,
  outcome: ownServiceOutcomes,
  court: courtEvents,
}

function listOf(event: string, name: string): CodeList | undefined {
  if (name === 'kind') return event === 'noteAdded' ? noteKinds : taskKinds
  return lists[name]
}

/** In the order in which they are told, whichever order they come in. */
const names = ['kind', ...Object.keys(lists)]

const declaredAs = (name: unknown): RecordType | undefined =>
  Object.values(caseRecords).find((record) => record.name === name)

/** Kinds that many records have alike: which record it was says more. */
const alike: readonly string[] = ['recordAdded', 'recordStepped', 'corrected']

/** The record that something happened to, where the kind of what happened does not tell it. */
export function subjectOf({ kind, about }: Pick<EventView, 'kind' | 'about'>): RecordType | undefined {
  return alike.includes(kind) ? declaredAs(about['record']) : undefined
}

/** The state that a record came to, in the words of its own list. */
function becameOf({ record, became }: EventView['about']): Detail[] {
  const list = declaredAs(record)?.states?.list
  const known = list?.entries.some(({ code }) => code === became)
  return list && known && typeof became === 'string' ? [{ list, code: became }] : []
}

/** What an event was about, as far as there are words for it. */
export function detailsOf({ kind, about }: Pick<EventView, 'kind' | 'about'>): Detail[] {
  const told = names.flatMap((name) => {
    const value = about[name]
    const list = listOf(kind, name)
    const known = list?.entries.some(({ code }) => code === value)
    return list && known && typeof value === 'string' ? [{ list, code: value }] : []
  })
  return [...told, ...becameOf(about)]
}
