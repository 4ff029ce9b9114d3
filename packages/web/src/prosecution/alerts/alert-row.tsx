import { Button } from '@mantine/core'
import type { AlertView } from '@setu/records/api'
import { alertAnswers, alertKinds, officeTasks } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText, MomentText } from '../../dates/day-text.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AnswerAlert } from './answer-alert.tsx'
import { useAlertWords } from './use-alert-words.ts'

interface RowProps {
  readonly alert: AlertView
  readonly of: { readonly org: string; readonly id: string }
  /** What stands before it, such as the case that it is of. */
  readonly lead?: ReactNode
}

/** What stalls, since when, by which limit of which law, who was told and what they said. */
export function AlertRow({ alert, of, lead }: RowProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { what, limit, whom, dayOf } = useAlertWords()
  const [answering, setAnswering] = useState(false)
  const { given, until, dropped, escalated, answers, settled } = alert
  const over = until !== null || dropped !== null
  const late = given !== null && !over && answers.length === 0
  const people = whom(alert)
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={late ? (escalated === null ? 'due' : 'late') : undefined}
    >
      <div>
        <div className={lists['line']}>
          {lead}
          <span className={lists['strong']}>{code(alertKinds, alert.kind)}</span>
          <DayText day={alert.on} written />
        </div>
        <p>
          {what(alert)}
          {people !== null && ` · ${people}`}
        </p>
        <p className={lists['quiet']}>{limit(alert)}</p>
        {!settled && <p className={lists['quiet']}>{say('alerts.unsettled')}</p>}
        {given !== null && (
          <p className={lists['quiet']}>
            {say('alerts.told', { offices: alert.tasks.map((task) => code(officeTasks, task)).join(', ') })}
          </p>
        )}
        {escalated !== null && <p>{say('alerts.escalated')}</p>}
        {until !== null && <p>{say('alerts.until', { day: dayOf(until) })}</p>}
        {dropped !== null && <p>{say('alerts.dropped', { day: dayOf(dropped) })}</p>}
        {answers.map((one) => (
          <p key={one.at}>
            {code(alertAnswers, one.answer)} · {name(one.by)} · <MomentText moment={one.at} />
          </p>
        ))}
      </div>
      {alert.mayAnswer && !over && (
        <Button variant="default" onClick={() => setAnswering(true)}>
          {say('alerts.answer')}
        </Button>
      )}
      {answering && <AnswerAlert alert={alert} of={of} onClose={() => setAnswering(false)} />}
    </li>
  )
}
