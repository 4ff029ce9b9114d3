import type { CaseView } from '@setu/records/api'
import { breachData, breachKinds } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DayText, MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** What the caseworker tells the person of, on the way that is safe for them. */
export function CaseBreaches({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { breaches } = useDoors()
  const asked = file.tasks.some(({ kind, doneOn }) => kind === 'tellOfData' && doneOn === null)
  const { data } = useQuery({
    queryKey: ['case-breaches', file.org, file.id],
    queryFn: () => breaches.ofCase(file),
    enabled: asked,
  })
  if (!asked || data === undefined) return null
  return (
    <div>
      <p className={lists['strong']}>{say('breach.to-tell')}</p>
      <ul className={lists['rows']}>
        {data.items.map(({ id, what, data: kinds, noticedAt, happenedOn }) => (
          <li key={id} className={lists['row']}>
            <div>
              <p>
                {code(breachKinds, what)} · {kinds.map((one) => code(breachData, one)).join(' · ')}
              </p>
              <p className={lists['quiet']}>
                {happenedOn === null ? (
                  <MomentText moment={noticedAt} />
                ) : (
                  <DayText day={happenedOn} written />
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className={lists['quiet']}>{say('breach.to-tell-how')}</p>
    </div>
  )
}
