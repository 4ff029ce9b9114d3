import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Address } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { ErasureRow } from './erasure-row.tsx'

/** In the place of a case that was erased, for whoever guards the data: the record of it. */
export function ErasedCase({ at }: { readonly at: Address }): ReactNode {
  const say = useWords()
  const { erasures } = useDoors()
  const { data } = useQuery({
    queryKey: ['erased', at.org, at.id],
    queryFn: () => erasures.ofCase(at),
  })
  if (data === undefined) return <Pending />
  return (
    <Page title={say('erasure.gone')} above={[{ label: say('erasure.title'), to: '/erasures' }]}>
      <Card title={say('erasure.record')}>
        <p>{say('erasure.gone-what')}</p>
        <ul className={lists['rows']}>
          {data.items.map((erasure) => (
            <ErasureRow key={erasure.id} erasure={erasure} />
          ))}
        </ul>
      </Card>
    </Page>
  )
}
