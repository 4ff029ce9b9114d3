import type { PrintKind } from '@setu/records/api'
import {
  type CaseState,
  caseStates,
  isCode,
  type OversightBy,
  oversightBy,
  parsePlainDate,
  type ServiceType,
  serviceTypes,
} from '@setu/vocabulary'

type Given = Readonly<Record<string, unknown>>

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined
}

/** Keeps only what was given, so that an address carries nothing that says nothing. */
function only<Search extends object>(search: Search): Search {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Search
}

/** Which cases a list shows. It travels in the address, so it names codes and places, never people. */
export interface CaseSearch {
  readonly state?: CaseState | undefined
  readonly due?: 'overdue' | 'week' | undefined
  readonly district?: string | undefined
  readonly mine?: true | undefined
  readonly code?: string | undefined
}

export function caseSearch(search: Given): CaseSearch {
  const due = search['due']
  return only({
    state: isCode(caseStates, search['state']) ? search['state'] : undefined,
    due: due === 'overdue' || due === 'week' ? due : undefined,
    district: text(search['district']),
    mine: search['mine'] === true ? (true as const) : undefined,
    code: text(search['code']),
  })
}

/** Which of several records of one kind is amended; a new one when none is named. */
export interface RecordSearch {
  readonly of?: string | undefined
  /** A record that goes through states is looked at first, and changed when that is asked for. */
  readonly change?: true | undefined
}

export function recordSearch(search: Given): RecordSearch {
  return only({
    of: text(search['of']),
    change: search['change'] === true ? (true as const) : undefined,
  })
}

/** With whom a consent is about to be spoken of. */
export interface ConsentSearch {
  readonly org?: string | undefined
  readonly unit?: string | undefined
  readonly service?: ServiceType | undefined
}

export function consentSearch(search: Given): ConsentSearch {
  return only({ org: text(search['org']), unit: text(search['unit']), ...referSearch(search) })
}

export interface ReferSearch {
  readonly service?: ServiceType | undefined
}

export function referSearch(search: Given): ReferSearch {
  return only({ service: isCode(serviceTypes, search['service']) ? search['service'] : undefined })
}

export interface ReferralSearch {
  readonly box?: 'out' | undefined
  readonly all?: true | undefined
}

export function referralSearch(search: Given): ReferralSearch {
  return only({
    box: search['box'] === 'out' ? ('out' as const) : undefined,
    all: search['all'] === true ? (true as const) : undefined,
  })
}

/** From which tip a screening begins. */
export interface ScreeningSearch {
  readonly org?: string | undefined
  readonly tip?: string | undefined
}

export function screeningSearch(search: Given): ScreeningSearch {
  return only({ org: text(search['org']), tip: text(search['tip']) })
}

/** By what the oversight tells numbers apart, and of cases opened when. */
export interface OversightSearch {
  readonly by?: OversightBy | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function oversightSearch(search: Given): OversightSearch {
  const day = (value: unknown) =>
    typeof value === 'string' ? (parsePlainDate(value) ?? undefined) : undefined
  return only({
    by: isCode(oversightBy, search['by']) ? search['by'] : undefined,
    from: day(search['from']),
    to: day(search['to']),
  })
}

/** Which paper is made of a case, and of which of its letters or plans. */
export interface PrintSearch {
  readonly kind?: PrintKind | undefined
  readonly of?: string | undefined
}

const kinds: readonly PrintKind[] = ['referralLetter', 'servicePlan', 'closureSummary', 'conferenceMinutes']

export function printSearch(search: Given): PrintSearch {
  return only({ kind: kinds.find((kind) => kind === search['kind']), of: text(search['of']) })
}
