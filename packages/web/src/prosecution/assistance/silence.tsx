import { daysBetween, parsePlainDate } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'

/** For how long another country has said nothing. */
export function Silence({ since }: { readonly since: string }): ReactNode {
  const say = useWords()
  const { today, number } = useDates()
  const sent = parsePlainDate(since)
  if (sent === null) return null
  const days = daysBetween(sent, today)
  return <p className={lists['strong']}>{say('abroad.silent', { days, count: number(days) })}</p>
}
