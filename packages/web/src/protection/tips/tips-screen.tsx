import { Button } from '@mantine/core'
import type { TipSummary, TipWritten } from '@setu/records/api'
import { tipChannels, tipStates, tipSubjects, urgencies } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ScreeningsCard } from '../screenings/screenings-card.tsx'
import { TipDeskCard } from './tip-desk-card.tsx'
import { TipNumber } from './tip-number.tsx'
import { WriteTip } from './write-tip.tsx'

/** What people told: for the unit that looks at it, and for whoever wrote it down. */
export function TipsScreen(): ReactNode {
  const say = useWords()
  const { tips } = useDoors()
  const [writing, setWriting] = useState(false)
  const [written, setWritten] = useState<TipWritten | null>(null)
  const { data } = useQuery({ queryKey: ['tips'], queryFn: tips.list })
  if (data === undefined) return <Pending />
  const ours = data.items.filter((one) => one.ours && one.state !== 'closed')
  const done = data.items.filter((one) => one.ours && one.state === 'closed')
  const mine = data.items.filter((one) => !one.ours)
  const begin = () => {
    setWritten(null)
    setWriting(true)
  }
  return (
    <Page title={say('tip.title')}>
      <div className={lists['stack']}>
        <p>{say('tip.what-this-is')}</p>
        {written !== null && <TipNumber receipt={written.receipt} onDone={() => setWritten(null)} />}
        {writing && (
          <Card title={say('tip.write')}>
            <WriteTip
              desks={data.desks}
              onCancel={() => setWriting(false)}
              onWritten={(answer) => {
                setWriting(false)
                setWritten(answer)
              }}
            />
          </Card>
        )}
        {!writing && written === null && (
          <div className={lists['acts']}>
            <Button disabled={data.desks.length === 0} onClick={begin}>
              {say('tip.write')}
            </Button>
          </div>
        )}
        {data.desks.length === 0 && <p className={lists['quiet']}>{say('tip.nobody-takes')}</p>}
        {ours.length > 0 && <Tips title={say('tip.ours')} items={ours} />}
        {mine.length > 0 && <Tips title={say('tip.mine')} items={mine} />}
        <ScreeningsCard />
        {done.length > 0 && <Tips title={say('tip.done')} items={done} />}
        {data.items.length === 0 && <p className={lists['quiet']}>{say('tip.none')}</p>}
        {data.desk !== null && <TipDeskCard desk={data.desk} />}
      </div>
    </Page>
  )
}

interface TipsProps {
  readonly title: string
  readonly items: readonly TipSummary[]
}

function Tips({ title, items }: TipsProps): ReactNode {
  return (
    <Card title={title}>
      <ul className={lists['rows']}>
        {items.map((tip) => (
          <TipRow key={tip.id} tip={tip} />
        ))}
      </ul>
    </Card>
  )
}

function TipRow({ tip }: { readonly tip: TipSummary }): ReactNode {
  const { code, name } = useLabels()
  const { dueMoment } = useDates()
  const spoken = tip.due === null ? null : dueMoment(new Date(tip.due))
  const about = tip.subjects.map((one) => code(tipSubjects, one)).join(' · ')
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken?.standing}>
      <div>
        <div className={lists['line']}>
          {tip.ours ? (
            <Link to="/tips/$org/$id" params={{ org: tip.org, id: tip.id }} className={lists['strong']}>
              {about}
            </Link>
          ) : (
            <span className={lists['strong']}>{about}</span>
          )}
          <span>{code(tipStates, tip.state)}</span>
          {spoken !== null && <DueMark due={spoken} />}
        </div>
        <p className={lists['quiet']}>
          {[code(urgencies, tip.urgency), code(tipChannels, tip.channel), name(tip.unit.name)].join(' · ')} ·{' '}
          <MomentText moment={tip.received} />
        </p>
      </div>
    </li>
  )
}
