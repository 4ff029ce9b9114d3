import { Button } from '@mantine/core'
import type { ComplaintList } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { ComplaintRow } from './complaint-row.tsx'
import { DeskCard } from './desk-card.tsx'
import { WriteComplaint } from './write-complaint.tsx'

/** What survivors complain of: anybody writes it down, somebody independent hears it. */
export function ComplaintsScreen(): ReactNode {
  const say = useWords()
  const { complaints } = useDoors()
  const [writing, setWriting] = useState(false)
  const { data } = useQuery({ queryKey: ['complaints'], queryFn: complaints.list })
  if (data === undefined) return <Pending />
  const hears = data.items.filter((one) => one.hears)
  const mine = data.items.filter((one) => !one.hears)
  return (
    <Page title={say('complaint.title')} above={[{ label: say('bar.incidents'), to: '/incidents' }]}>
      <div className={lists['stack']}>
        <p>{say('complaint.what-this-is')}</p>
        {writing ? (
          <Card title={say('complaint.write')}>
            <WriteComplaint colleagues={data.colleagues} onDone={() => setWriting(false)} />
          </Card>
        ) : (
          <div className={lists['acts']}>
            <Button onClick={() => setWriting(true)}>{say('complaint.write')}</Button>
          </div>
        )}
        {hears.length > 0 && <Rows title={say('complaint.hear')} items={hears} />}
        {mine.length > 0 && <Rows title={say('complaint.mine')} items={mine} />}
        {data.items.length === 0 && <p className={lists['quiet']}>{say('complaint.none')}</p>}
        {data.desk !== null && <DeskCard list={data} desk={data.desk} />}
      </div>
    </Page>
  )
}

interface RowsProps {
  readonly title: string
  readonly items: ComplaintList['items']
}

function Rows({ title, items }: RowsProps): ReactNode {
  return (
    <Card title={title}>
      <ul className={lists['rows']}>
        {items.map((complaint) => (
          <ComplaintRow key={complaint.id} complaint={complaint} />
        ))}
      </ul>
    </Card>
  )
}
