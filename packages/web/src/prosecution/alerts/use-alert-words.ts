import type { AlertView } from '@setu/records/api'
import { adjournmentReasons, isCode, labelOf, parsePlainDate } from '@setu/vocabulary'
import { useDates } from '../../dates/use-dates.ts'
import { countryName } from '../../forms/value-text.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** How this reader says what stalls, since when, and by which limit. */
export function useAlertWords() {
  const say = useWords()
  const { language } = useLabels()
  const { number, written } = useDates()

  const dayOf = (day: string): string => {
    const plain = parsePlainDate(day)
    return plain === null ? day : written(plain)
  }

  const passed = ({ calendar, mark, since }: AlertView): string => {
    const values = { count: number(mark), day: dayOf(since) }
    return calendar === null ? say('alerts.days-since', values) : say('alerts.working-days-since', values)
  }

  const left = ({ calendar, mark }: AlertView): string => {
    if (mark === 0) return say('alerts.last-day')
    const count = number(mark)
    return calendar === null ? say('alerts.days-left', { count }) : say('alerts.working-days-left', { count })
  }

  const reasonOf = (subject: string | null): string =>
    isCode(adjournmentReasons, subject) ? labelOf(adjournmentReasons, subject, language) : (subject ?? '')

  const what = (alert: AlertView): string => {
    const { kind, mark, since, subject } = alert
    const [count, day] = [number(mark), dayOf(since)]
    switch (kind) {
      case 'extensionRequest':
        return say('alerts.to-ask', { day })
      case 'extensionClock':
        return left(alert)
      case 'overrunReport':
        return say('alerts.to-report', { day })
      case 'finalReportFiled':
        return say('alerts.filed', { day })
      case 'investigatorMoved':
        return say('alerts.moved', { day })
      case 'adjournedInRow':
        return say('alerts.times-row', { count, day })
      case 'adjournedOften':
        return say('alerts.times-all', { count, day })
      case 'adjournedAlike':
        return say('alerts.times-reason', { count, reason: reasonOf(subject) })
      case 'witnessAbsent':
        return say('alerts.witness', { count, number: number(Number(subject)) })
      case 'assistanceUnanswered':
        return say('alerts.silent-abroad', { count, day, country: countryName(subject ?? '', language) })
      case 'witnessesAbsent':
        return say('alerts.most-away', { count })
      default:
        return passed(alert)
    }
  }

  /** Which limit of which law, or that it is a threshold of practice; and by which calendar. */
  const limit = ({ law, rules, calendar }: AlertView): string =>
    [
      law === null ? say('alerts.by-practice', { version: rules }) : say('alerts.by-law', { law }),
      calendar === null ? null : say('alerts.by-calendar', { version: calendar }),
    ]
      .filter((one) => one !== null)
      .join(', ')

  const whom = ({ accused }: AlertView): string | null =>
    accused.length === 0 ? null : say('alerts.accused', { numbers: accused.map(number).join(', ') })

  return { what, limit, whom, dayOf }
}
