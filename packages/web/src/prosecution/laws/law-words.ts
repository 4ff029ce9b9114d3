import type { LawList } from '@setu/records/api'
import {
  type CodeList,
  gravestPenalties,
  iccsCodes,
  type Language,
  lawCovers,
  lawLimits,
  lawMarks,
  lawStatuses,
  offenceCategories,
  palermoActs,
  palermoMeans,
  palermoPurposes,
} from '@setu/vocabulary'
import type { WordId } from '../../words/rooms.ts'
import type { Say } from '../../words/use-words.ts'

/** The name of a law as part of an address: one that ends in what looks like a file's ending would be taken for a file. */
export function addressOf(name: string): string {
  return name.replaceAll('.', '_')
}

type Limit = LawList['items'][number]['law']['limits'][number]

const units: Readonly<Record<Limit['unit'], WordId>> = {
  workingDays: 'law.working-days',
  calendarDays: 'law.calendar-days',
  calendarMonths: 'law.calendar-months',
}
const institutions: Readonly<Record<Limit['institution'], WordId>> = {
  executive: 'law.executive',
  court: 'law.court',
}

/** A time limit as people say it; one that is not known is never a number. */
export function limitText({ amount, unit, institution }: Limit, say: Say): string {
  if (amount === null) return say('law.not-configured')
  return say('law.limit', {
    time: say(units[unit], { count: amount }),
    calendar: say(institutions[institution]),
  })
}

type Procedure = NonNullable<LawList['items'][number]['law']['offences'][number]['procedure']>

const procedureWords = {
  cognizable: { true: 'law.cognizable', false: 'law.not-cognizable' },
  bailable: { true: 'law.bailable', false: 'law.not-bailable' },
  compoundable: { true: 'law.compoundable', false: 'law.not-compoundable' },
} as const

/** How an offence is dealt with, as far as it is known; and that it is unverified, where it is. */
export function procedureText(procedure: Procedure, say: Say): string {
  const known = (['cognizable', 'bailable', 'compoundable'] as const).flatMap((field) => {
    const said = procedure[field]
    return said === null ? [] : [say(procedureWords[field][said ? 'true' : 'false'])]
  })
  return [...known, ...(procedure.mark === 'unverified' ? [say('law.unverified')] : [])].join(' · ')
}

const faultWords: Readonly<Record<string, WordId>> = {
  missing: 'law.fault.missing',
  twice: 'law.fault.twice',
  'too-low': 'law.fault.too-low',
  'too-high': 'law.fault.too-high',
  'too-early': 'law.fault.too-early',
  'no-such-day': 'law.fault.no-such-day',
  'not-needed': 'law.fault.not-needed',
  'nothing-verified': 'law.fault.nothing-verified',
}

/** What cannot stand, in words. */
export function faultText(fault: string, say: Say): string {
  return say(faultWords[fault] ?? 'law.fault.other')
}

const parts: Readonly<Record<string, WordId>> = {
  title: 'law.name',
  validFrom: 'law.from',
  validTo: 'law.to',
  status: 'law.status',
  note: 'law.note',
  source: 'law.source',
  mark: 'law.mark',
  definition: 'law.definition',
  offences: 'law.offence',
  limits: 'law.limits',
  penalty: 'law.penalty',
  amount: 'law.amount',
  unit: 'law.unit',
  section: 'law.section',
  acts: 'law.acts',
  means: 'law.means',
  purposes: 'law.purposes',
  category: 'law.category',
  gravest: 'law.gravest',
  minMonths: 'law.min-months',
  maxMonths: 'law.max-months',
  minFine: 'law.min-fine',
  maxFine: 'law.max-fine',
  fineInstead: 'law.fine-instead',
  covers: 'law.covers',
  childUnder: 'law.child-under',
  childNeedsMeans: 'law.child-means',
  consentIrrelevant: 'law.consent',
  meansNeededFor: 'law.means-for',
  institution: 'law.calendar',
  procedure: 'law.procedure',
  cognizable: 'law.cognizable',
  bailable: 'law.bailable',
  compoundable: 'law.compoundable',
  law: 'law.title-one',
}

/** Where in a law something stands, in words as far as there are any. */
export function placeText(at: string, say: Say, language: Language): string {
  return at
    .split('.')
    .map((part) => {
      const word = parts[part]
      if (word !== undefined) return say(word)
      return lawLimits.entries.find(({ code }) => code === part)?.[language] ?? part
    })
    .join(' · ')
}

const lists: readonly CodeList[] = [
  lawStatuses,
  lawMarks,
  lawCovers,
  gravestPenalties,
  offenceCategories,
  palermoActs,
  palermoMeans,
  palermoPurposes,
  iccsCodes,
]

/** What stands there, in words where it is a code. */
export function valueText(value: string | null, say: Say, language: Language): string {
  if (value === null) return say('law.nothing')
  return value
    .split(', ')
    .map((one) => {
      const entry = lists.flatMap(({ entries }) => entries).find(({ code }) => code === one)
      return entry?.[language] ?? one
    })
    .join(', ')
}
