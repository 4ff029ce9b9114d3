import type { CaseOpen } from '@setu/records/api'
import {
  type ConflictAnswer,
  type ConsentMedium,
  consentTexts,
  type Language,
  type PlainDate,
  type RightsNoticeMeans,
  rightsNotice,
  type Urgency,
} from '@setu/vocabulary'
import { type Answers, isEmpty } from '../../forms/faults.ts'

/** The questions of the first conversation: few, and only those without which help cannot begin. */
export const asked = {
  caseFacts: ['ageBand', 'ageCertainty', 'sex', 'language', 'homeDistrict'],
  personContact: ['safeWay', 'means', 'mobile', 'mayLeaveMessage'],
  personIdentity: ['name', 'alsoKnownAs', 'father', 'mother', 'birth'],
  caseNarrative: ['ownWords', 'safetyNow'],
} as const

export type AskedRecord = keyof typeof asked

/** The purposes that are spoken of at intake; each is answered alone. */
export const firstConsents = ['services', 'storeIdentity', 'contact'] as const

export type FirstConsent = (typeof firstConsents)[number]

/** Everything the wizard gathered, whatever the order in which it was answered. */
export interface NewCase {
  readonly unit: string
  readonly urgency: Urgency
  readonly conflict: ConflictAnswer
  readonly records: Readonly<Record<AskedRecord, Answers>>
  readonly rightsTold: boolean
  readonly means: RightsNoticeMeans
  readonly understood: boolean
  readonly consents: Readonly<Record<FirstConsent, 'given' | 'refused' | null>>
  readonly medium: ConsentMedium
  readonly guardianAgreed: boolean | null
  readonly language: Language
}

interface Names {
  readonly id: string
  readonly notice: string
  readonly consents: Readonly<Record<FirstConsent, string>>
}

function given(answers: Answers): Record<string, unknown> | undefined {
  const entries = Object.entries(answers).filter(([, value]) => !isEmpty(value))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** The command that opens the case: what was not answered is not sent, and not now is no answer. */
export function openingOf(
  form: NewCase,
  names: Names,
  today: PlainDate,
  until: PlainDate,
): Omit<CaseOpen, 'command'> {
  const { records, consents } = form
  const answers = firstConsents.flatMap((purpose) => {
    const answer = consents[purpose]
    if (answer === null) return []
    return [{ id: names.consents[purpose], purpose, parts: [], recipient: null, answer, validUntil: until }]
  })
  const identity = given(records.personIdentity)
  const contact = given(records.personContact)
  const facts = given(records.caseFacts)
  const narrative = given(records.caseNarrative)
  return {
    id: names.id,
    unit: form.unit,
    urgency: form.urgency,
    conflict: form.conflict,
    ...(identity ? { identity } : {}),
    ...(contact ? { contact } : {}),
    ...(facts ? { facts } : {}),
    ...(narrative ? { narrative } : {}),
    ...(form.rightsTold
      ? {
          rightsNotice: {
            id: names.notice,
            givenOn: today,
            means: form.means,
            language: form.language,
            textVersion: rightsNotice.version,
            understood: form.understood,
          },
        }
      : {}),
    ...(answers.length > 0
      ? {
          consents: {
            answers,
            givenOn: today,
            medium: form.medium,
            language: form.language,
            textVersion: consentTexts.version,
            interpreter: form.means === 'interpreter',
            guardianAgreed: form.guardianAgreed,
          },
        }
      : {}),
  }
}
