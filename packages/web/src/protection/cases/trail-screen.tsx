import { Button } from '@mantine/core'
import { parts, readingReasons, relations } from '@setu/vocabulary'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { dayOf } from '../../dates/spoken-day.ts'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDeed } from './deeds.ts'
import { trailLines } from './trail-days.ts'

/** Who looked at this case, at which part, why, and standing in which relation to it. */
export function TrailScreen(): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const deed = useDeed()
  const at = useParams({ from: '/inside/cases/$org/$id/trail' })
  const { cases } = useDoors()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['trail', at.org, at.id],
    queryFn: ({ pageParam }) => cases.trail(at, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (data === undefined) return <Pending />
  const lines = trailLines(
    data.pages.flatMap((page) => page.items),
    (moment) => dayOf(new Date(moment)),
  )
  return (
    <Page title={say('trail.title')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <p>{say('trail.what')}</p>
      <p>
        <Link to="/cases/$org/$id" params={at}>
          {say('trail.back')}
        </Link>
      </p>
      <Wide label={say('trail.title')}>
        <table className={lists['table']}>
          <caption className="heard">{say('trail.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('trail.when')}</th>
              <th scope="col">{say('trail.who')}</th>
              <th scope="col">{say('trail.did')}</th>
              <th scope="col">{say('trail.part')}</th>
              <th scope="col">{say('trail.why')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, times }) => (
              <tr key={JSON.stringify(item)}>
                <td>
                  <MomentText moment={item.at} />
                </td>
                <td>
                  {item.by.person ?? name(item.by.office)}
                  <div className={lists['quiet']}>
                    {[item.by.person && name(item.by.office), item.relation && code(relations, item.relation)]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  {deed(item.did)}
                  {times > 1 && <div className={lists['quiet']}>{say('trail.times', { count: times })}</div>}
                </td>
                <td>{code(parts, item.part)}</td>
                <td>{item.reason === null ? '' : code(readingReasons, item.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </Page>
  )
}
