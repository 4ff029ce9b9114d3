import { Button } from '@mantine/core'
import type { BreachSummary } from '@setu/records/api'
import { breachData, breachKinds, breachRisks } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { BreachHoursCard } from './breach-hours.tsx'
import { SayBreach } from './say-breach.tsx'

export const breachStates: Readonly<Record<BreachSummary['state'], WordId>> = {
  open: 'breach.open',
  assessed: 'breach.assessed',
  closed: 'breach.closed',
}

/** What went wrong with data: anybody says it here, and whoever guards the data finds what to do. */
export function BreachesScreen(): ReactNode {
  const say = useWords()
  const { breaches } = useDoors()
  const [saying, setSaying] = useState(false)
  const { data } = useQuery({ queryKey: ['breaches'], queryFn: breaches.list })
  if (data === undefined) return <Pending />
  const groups = [
    ['breach.led', data.items.filter(({ mayLead }) => mayLead)],
    ['breach.mine', data.items.filter(({ mine, mayLead }) => mine && !mayLead)],
    ['breach.told-us', data.items.filter(({ mine, mayLead }) => !mine && !mayLead)],
  ] as const
  return (
    <Page title={say('bar.incidents')}>
      <div className={lists['stack']}>
        <p>{say('breach.what-this-is')}</p>
        {saying ? (
          <Card title={say('breach.say')}>
            <SayBreach onDone={() => setSaying(false)} />
          </Card>
        ) : (
          <div className={lists['acts']}>
            <Button onClick={() => setSaying(true)}>{say('breach.say')}</Button>
            <LinkButton to="/complaints" quiet>
              {say('breach.complaints')}
            </LinkButton>
          </div>
        )}
        {groups.map(
          ([title, items]) =>
            items.length > 0 && (
              <Card key={title} title={say(title)}>
                <ul className={lists['rows']}>
                  {items.map((breach) => (
                    <BreachRow key={breach.id} breach={breach} />
                  ))}
                </ul>
              </Card>
            ),
        )}
        {(data.maySetHours || data.items.some(({ mayLead }) => mayLead)) && (
          <BreachHoursCard hours={data.hours} maySet={data.maySetHours} />
        )}
      </div>
    </Page>
  )
}

function BreachRow({ breach }: { readonly breach: BreachSummary }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { code, name } = useLabels()
  const { state, late, risk, what, data, mine, mayLead } = breach
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={late > 0 ? 'late' : state === 'closed' ? undefined : 'due'}
    >
      <div>
        <div className={lists['line']}>
          <Link to="/incidents/$org/$id" params={breach} className={lists['strong']}>
            {code(breachKinds, what)}
          </Link>
          <span>{say(breachStates[state])}</span>
          {late > 0 && <span>{say('breach.late', { count: number(late) })}</span>}
        </div>
        <p>{data.map((one) => code(breachData, one)).join(' · ')}</p>
        <p className={lists['quiet']}>
          {[
            risk === null || !mayLead ? null : code(breachRisks, risk),
            mine || mayLead ? null : name(breach.from),
            `${say('breach.noticed')} `,
          ]
            .filter(Boolean)
            .join(' · ')}
          <MomentText moment={breach.noticedAt} />
        </p>
      </div>
    </li>
  )
}
