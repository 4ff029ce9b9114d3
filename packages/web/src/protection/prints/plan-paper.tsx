import type { PrintMark, ServicePlanPaper } from '@setu/records/api'
import {
  goalStates,
  parsePartialDate,
  plainDate,
  planAgreements,
  serviceGivers,
  serviceTypes,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Facts, Part, Said, Signatures } from './paper-parts.tsx'
import styles from './prints.module.css'

interface PlanPaperProps {
  readonly plan: ServicePlanPaper
  readonly mark: PrintMark
}

/** The plan as it was agreed, for the survivor to keep: her words first, then what who will do until when. */
export function PlanPaper({ plan, mark }: PlanPaperProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const day = (value: string | null) => (value === null ? null : dates.written(plainDate(value)))
  return (
    <>
      <h2>{say('print.plan-title')}</h2>
      <Facts facts={[[say('print.code'), mark.code]]} />
      {plan.wishes !== null && (
        <Part title={say('print.wishes')}>
          <Said words={plan.wishes} />
        </Part>
      )}
      {plan.goals.length > 0 && (
        <Part title={say('print.goals')}>
          <ol className={styles['goals']}>
            {plan.goals.map((goal, place) => (
              <GoalOnPaper key={place} goal={goal} />
            ))}
          </ol>
        </Part>
      )}
      <Part title={say('print.answer')}>
        <Facts
          facts={[
            [say('print.agreement'), plan.agreement === null ? null : code(planAgreements, plan.agreement)],
            [say('print.changes'), plan.changes],
            [say('print.answered'), day(plan.answeredOn)],
            [say('print.review'), day(plan.reviewOn)],
          ]}
        />
      </Part>
      <p>{say('print.plan-free')}</p>
      <Signatures
        who={[
          say('print.sign-survivor'),
          ...(plan.child ? [say('print.sign-guardian')] : []),
          say('print.sign-interpreter'),
          say('print.sign-caseworker'),
        ]}
      />
    </>
  )
}

function GoalOnPaper({ goal }: { readonly goal: ServicePlanPaper['goals'][number] }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const end = goal.plannedEnd === null ? null : parsePartialDate(goal.plannedEnd)
  const who = [
    goal.service !== null && code(serviceTypes, goal.service),
    goal.giver !== null && code(serviceGivers, goal.giver),
    end !== null && say('print.until', { day: dates.partial(end) }),
    code(goalStates, goal.state),
  ].filter(Boolean)
  return (
    <li>
      {goal.objectives !== null && <Said words={goal.objectives} />}
      {goal.actions !== null && <p>{goal.actions}</p>}
      <p className={styles['small']}>{who.join(' · ')}</p>
    </li>
  )
}
