import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { AnswerTogether } from './answer-together.tsx'
import { ErasureRow } from './erasure-row.tsx'

/** Where whoever guards the data decides what is erased, and finds the record of what was. */
export function ErasuresScreen(): ReactNode {
  const say = useWords()
  const { erasures } = useDoors()
  const { data } = useQuery({ queryKey: ['erasures'], queryFn: erasures.list, refetchInterval: 60_000 })
  if (data === undefined) return <Pending />
  const waiting = data.items.filter(({ state }) => state === 'waiting')
  const answered = data.items.filter(({ state }) => state !== 'waiting')
  return (
    <Page title={say('erasure.title')}>
      <div className={lists['stack']}>
        <p>{say('erasure.what')}</p>
        <Card title={say('erasure.to-answer')}>
          {waiting.length === 0 && <p className={lists['quiet']}>{say('erasure.none-waits')}</p>}
          <AnswerTogether waiting={waiting} />
          <ul className={lists['rows']}>
            {waiting.map((erasure) => (
              <ErasureRow key={erasure.id} erasure={erasure} />
            ))}
          </ul>
        </Card>
        {answered.length > 0 && (
          <Card title={say('erasure.record')}>
            <ul className={lists['rows']}>
              {answered.map((erasure) => (
                <ErasureRow key={erasure.id} erasure={erasure} />
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  )
}
