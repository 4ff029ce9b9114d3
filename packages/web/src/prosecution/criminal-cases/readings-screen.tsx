import { Button } from '@mantine/core'
import type { CriminalReadings } from '@setu/records/api'
import { isCode, officeTasks } from '@setu/vocabulary'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { fromTheStart } from './options.ts'

type Reading = CriminalReadings['items'][number]

/** Who opened names of accused persons, orders and networks, for whoever guards the data of an organisation. */
export function ReadingsScreen(): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { prosecution } = useDoors()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['criminal-readings'],
    queryFn: ({ pageParam }) => prosecution.readings(pageParam),
    initialPageParam: fromTheStart(),
    getNextPageParam: (page) => page.next,
  })
  if (data === undefined) return <Pending />
  const items = data.pages.flatMap((page) => page.items)
  const parts = {
    accused: say('court.read-accused'),
    orders: say('court.read-orders'),
    network: say('court.read-network'),
  }
  const files = { others: say('court.took-network-others'), own: say('court.took-network-own') }
  const whatOf = ({ part, did, file }: Reading) => {
    if (file !== null) return files[file]
    return did === 'read' ? parts[part] : say('court.let-into-network')
  }
  return (
    <Page title={say('palette.criminal-readings')}>
      <div className={lists['stack']}>
        <p>{say('court.readings-what')}</p>
        <Card title={say('palette.criminal-readings')}>
          {items.length === 0 && <p className={lists['empty']}>{say('court.readings-none')}</p>}
          <ul className={lists['rows']}>
            {items.map((item) => (
              <li
                key={`${item.at} ${item.code} ${item.part} ${item.did} ${item.name}`}
                className={lists['row']}
              >
                <div>
                  <div className={lists['line']}>
                    <span className={lists['code']}>{item.code ?? '–'}</span>
                    <span>{whatOf(item)}</span>
                    <MomentText moment={item.at} />
                  </div>
                  <p className={lists['quiet']}>
                    {[
                      item.name,
                      name(item.office),
                      ...item.tasks.map((task) =>
                        isCode(officeTasks, task) ? code(officeTasks, task) : task,
                      ),
                    ]
                      .filter((one) => one !== null)
                      .join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('court.older')}
            </Button>
          )}
        </Card>
      </div>
    </Page>
  )
}
