import type { CaseView } from '@setu/records/api'
import { conferenceReasons, isCode, parsePlainDate, serviceTypes } from '@setu/vocabulary'
import { useMemo } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import type { Lists } from '../../forms/question-field.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { conferencesIn, dayOf, hearersOf } from './hearers.ts'

/** What an invitation or a decision may point to: conferences of the case, and offices that may hear all of some. */
export function useConferenceLinks(file: CaseView, record: string): Lists['links'] {
  const dates = useDates()
  const { code, name } = useLabels()
  return useMemo(() => {
    const dayText = (kept: CaseView['records'][number]): string => {
      const day = parsePlainDate(dayOf(kept) ?? '')
      return day === null ? '' : dates.day(day)
    }
    const reasonOf = ({ values: { reason } }: CaseView['records'][number]): string =>
      isCode(conferenceReasons, reason) ? code(conferenceReasons, reason) : ''
    const conferences = conferencesIn(file.records).filter(({ state }) => state !== 'cancelled')
    const planned = conferences.filter(({ state }) => state === 'planned')
    if (record !== 'conferenceGuest' && record !== 'conferenceDecision') return {}
    const mayCome = planned.flatMap((one) => hearersOf(file, one).filter(({ not }) => not.length === 0))
    const all = record === 'conferenceGuest' ? mayCome : hearersOf(file, { values: {} })
    const offices = new Map(all.map(({ referral }) => [referral.id, referral]))
    return {
      caseConference: (record === 'conferenceGuest' ? planned : conferences).map((kept) => ({
        value: kept.id,
        label: [dayText(kept), reasonOf(kept)].filter(Boolean).join(' · '),
      })),
      referral: [...offices.values()].map(({ id, to, service }) => ({
        value: id,
        label: `${name(to.name)} · ${isCode(serviceTypes, service) ? code(serviceTypes, service) : ''}`,
      })),
    }
  }, [file, record, dates, code, name])
}
