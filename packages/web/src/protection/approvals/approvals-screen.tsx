import type { WaitingApproval } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { Overseeing } from '../overseeing/overseeing.tsx'
import { WhoApproves } from './who-approves.tsx'

const words: Readonly<Record<WaitingApproval['kind'], WordId>> = {
  plan: 'approvals.plan',
  payment: 'approvals.payment',
  closure: 'approvals.closure',
}

const records: Readonly<Partial<Record<WaitingApproval['kind'], string>>> = {
  plan: 'servicePlan',
  payment: 'payment',
}

/** All that waits for a supervisor's word, across plans, payments and closures, the longest first. */
export function ApprovalsScreen(): ReactNode {
  const say = useWords()
  const { approvals } = useDoors()
  const { data } = useQuery({ queryKey: ['approvals'], queryFn: approvals.list })
  if (data === undefined) return <Pending />
  return (
    <Page title={say('approvals.title')}>
      <Overseeing />
      <div className={lists['stack']}>
        <Card title={say('approvals.waiting')}>
          {data.waiting.length === 0 && <p className={lists['empty']}>{say('approvals.none')}</p>}
          <ul className={lists['rows']}>
            {data.waiting.map((one) => (
              <Waiting key={`${one.kind} ${one.case.id} ${one.about}`} waiting={one} />
            ))}
          </ul>
        </Card>
        <WhoApproves />
      </div>
    </Page>
  )
}

function Waiting({
  waiting: { kind, case: of, about, since },
}: {
  readonly waiting: WaitingApproval
}): ReactNode {
  const say = useWords()
  const record = records[kind]
  const at = { org: of.org, id: of.id }
  return (
    <li className={lists['row']}>
      <div className={lists['line']}>
        <span className={lists['strong']}>{say(words[kind])}</span>
        <span className={lists['code']}>{of.code}</span>
        {since !== null && (
          <span className={lists['quiet']}>
            <MomentText moment={since} />
          </span>
        )}
      </div>
      {record !== undefined && about !== null ? (
        <LinkButton
          to="/cases/$org/$id/record/$record"
          params={{ ...at, record }}
          search={{ of: about }}
          quiet
          about={of.code}
        >
          {say('approvals.look')}
        </LinkButton>
      ) : (
        <LinkButton to="/cases/$org/$id" params={at} quiet about={of.code}>
          {say('approvals.look')}
        </LinkButton>
      )}
    </li>
  )
}
