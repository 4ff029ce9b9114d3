import type { EmergencyView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { AskEmergency } from './ask-emergency.tsx'
import { EmergencyRow } from './emergency-row.tsx'

/** Emergency access: what waits for one's answer, what one asked for, and what others were given. */
export function EmergencyScreen(): ReactNode {
  const say = useWords()
  const { emergencies } = useDoors()
  const { data } = useQuery({
    queryKey: ['emergencies'],
    queryFn: emergencies.list,
    refetchInterval: 30_000,
  })
  if (data === undefined) return <Pending />
  const toAnswer = data.items.filter(({ mayAnswer }) => mayAnswer)
  const mine = data.items.filter(({ mine: own }) => own)
  const others = data.items.filter(({ mayAnswer, mine: own }) => !mayAnswer && !own)
  return (
    <Page title={say('emergency.title')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <div className={lists['stack']}>
        <p>{say('emergency.what')}</p>
        {toAnswer.length > 0 && <Rows title={say('emergency.to-answer')} items={toAnswer} />}
        <Card title={say('emergency.ask')}>
          <AskEmergency />
        </Card>
        {mine.length > 0 && <Rows title={say('emergency.mine')} items={mine} />}
        {others.length > 0 && <Rows title={say('emergency.others')} items={others} />}
      </div>
    </Page>
  )
}

interface RowsProps {
  readonly title: string
  readonly items: readonly EmergencyView[]
}

function Rows({ title, items }: RowsProps): ReactNode {
  return (
    <Card title={title}>
      <ul className={lists['rows']}>
        {items.map((emergency) => (
          <EmergencyRow key={emergency.id} emergency={emergency} />
        ))}
      </ul>
    </Card>
  )
}
