import type { ClosureSummary, PrintMark } from '@setu/records/api'
import { caseStates, goalStates, plainDate, referralStates, serviceTypes } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Facts, Part, Said, Signatures } from './paper-parts.tsx'
import styles from './prints.module.css'

interface ClosurePaperProps {
  readonly summary: ClosureSummary
  readonly mark: PrintMark
}

/** What became of a case: the road it took, what was given, and that its door stays open. */
export function ClosurePaper({ summary, mark }: ClosurePaperProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  const day = (value: string) => dates.written(plainDate(value))
  const { path, services, referrals, goals, because, followUps } = summary
  return (
    <>
      <h2>{say('print.closure-title')}</h2>
      <Facts
        facts={[
          [say('print.code'), mark.code],
          [say('print.opened'), day(summary.openedOn)],
          [say('print.closed'), day(summary.closedOn)],
        ]}
      />
      {because !== null && (
        <Part title={say('print.because')}>
          <Said words={because} />
        </Part>
      )}
      {path.length > 0 && (
        <Part title={say('print.path')}>
          <Facts facts={path.map(({ to, on }) => [day(on), code(caseStates, to)] as const)} />
        </Part>
      )}
      {goals.length > 0 && (
        <Part title={say('print.goals')}>
          <ol className={styles['goals']}>
            {goals.map(({ state, objectives }, place) => (
              <li key={place}>
                {objectives !== null && <Said words={objectives} />}
                <p className={styles['small']}>{code(goalStates, state)}</p>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {services.length > 0 && (
        <Part title={say('print.services')}>
          <Facts
            facts={services.map(
              ({ service, times, last }) =>
                [
                  code(serviceTypes, service),
                  say('print.times', { count: dates.number(times), day: day(last) }),
                ] as const,
            )}
          />
        </Part>
      )}
      {referrals.length > 0 && (
        <Part title={say('print.referrals')}>
          <ul className={styles['goals']}>
            {referrals.map((one, place) => (
              <li key={place}>
                {code(serviceTypes, one.service)}, {name(one.to)}: {code(referralStates, one.state)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p>{say('print.follow-ups', { count: dates.number(followUps) })}</p>
      <p>{say('print.open-again')}</p>
      <Signatures who={[say('print.sign-caseworker'), say('print.sign-supervisor')]} />
    </>
  )
}
