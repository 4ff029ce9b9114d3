import { Button } from '@mantine/core'
import type { CauseList } from '@setu/records/api'
import { adjournmentReasons, hearingPurposes } from '@setu/vocabulary'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { DayField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, fromTheStart, textOr } from './options.ts'
import { useHearingStandings } from './use-hearing-standings.ts'

/** What is before the courts on a day, court by court. */
export function CauseListScreen(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { today } = useDates()
  const { prosecution } = useDoors()
  const [typed, setTyped] = useState<unknown>(today)
  const on = textOr(typed) ?? today
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['cause-list', on],
    queryFn: ({ pageParam }) => prosecution.causeList(pageParam === null ? { on } : { on, after: pageParam }),
    initialPageParam: fromTheStart(),
    getNextPageParam: (page) => page.next,
  })
  if (data === undefined) return <Pending />
  const items = data.pages.flatMap((page) => page.items)
  const courts = [...Map.groupBy(items, ({ court }) => court.id).values()]
  return (
    <Page title={say('court.cause-list')} above={[{ label: say('court.cases'), to: '/criminal-cases' }]}>
      <div className={lists['stack']}>
        <DayField {...asked} name="on" label={say('court.day')} answer={typed} onAnswer={setTyped} />
        {courts.length === 0 && <p className={lists['empty']}>{say('court.nothing-on-day')}</p>}
        {courts.map((ofCourt) => {
          const [first] = ofCourt
          return first === undefined ? null : (
            <Card key={first.court.id} title={name(first.court.name)}>
              <ul className={lists['rows']}>
                {ofCourt.map((item) => (
                  <CauseRow key={item.hearing} item={item} />
                ))}
              </ul>
            </Card>
          )
        })}
        {hasNextPage && (
          <div className={lists['acts']}>
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('court.more-of-day')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

function CauseRow({ item }: { readonly item: CauseList['items'][number] }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { number } = useDates()
  const standings = useHearingStandings()
  const { stationNumber, stationYear, why } = item
  const facts = [
    stationNumber === null ? null : `${stationNumber}/${stationYear ?? ''}`,
    item.tribunalNumber,
    why === null ? null : code(adjournmentReasons, why),
    item.putOff > 0 ? say('court.put-off', { times: item.putOff, count: number(item.putOff) }) : null,
  ].filter((one) => one !== null)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <Link
            to="/criminal-cases/$org/$id"
            params={{ org: item.org, id: item.case }}
            className={lists['code']}
          >
            {item.code}
          </Link>
          <span>{code(hearingPurposes, item.purpose)}</span>
          <span>{standings[item.standing]}</span>
        </div>
        <p className={lists['quiet']}>{facts.join(' · ')}</p>
      </div>
    </li>
  )
}
