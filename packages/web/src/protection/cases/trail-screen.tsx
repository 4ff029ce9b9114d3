import { Button } from '@mantine/core'
import {
  emergencyReasons,
  isCode,
  type OutsideReason,
  outsideReasons,
  parts,
  readingReasons,
  relations,
} from '@setu/vocabulary'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { dayOf } from '../../dates/spoken-day.ts'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import type { Address } from '../../platform/door-types.ts'
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
  const at = useParams({ from: '/inside/cases/$org/$id/trail' })
  const { cases } = useDoors()
  const [reason, setReason] = useState<OutsideReason | undefined>()
  const { data: file } = useQuery({ queryKey: ['case', at.org, at.id], queryFn: () => cases.read(at) })
  if (file === undefined) return <Pending />
  const outside = file.relation === 'dataProtection'
  return (
    <Page title={say('trail.title')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <p>{say('trail.what')}</p>
      <p>
        <Link to="/cases/$org/$id" params={at}>
          {say('trail.back')}
        </Link>
      </p>
      {outside && reason === undefined ? (
        <WhyLook onWhy={setReason} />
      ) : (
        <TrailLines at={at} reason={reason} />
      )}
    </Page>
  )
}

/** Somebody who does not work on the case says why they look, before anything is shown. */
function WhyLook({ onWhy }: { readonly onWhy: (reason: OutsideReason) => void }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const [reason, setReason] = useState<string | null>(null)
  const chosen = outsideReasons.entries.find(({ code }) => code === reason)?.code
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) onWhy(chosen)
      }}
    >
      <OneOf
        name="reason"
        label={say('trail.outside-why')}
        required
        fault={null}
        options={outsideReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={reason}
        onAnswer={setReason}
      />
      <p className={lists['quiet']}>{say('trail.outside')}</p>
      <Button type="submit" disabled={chosen === undefined}>
        {say('trail.outside-look')}
      </Button>
    </form>
  )
}

interface TrailLinesProps {
  readonly at: Address
  readonly reason: OutsideReason | undefined
}

function TrailLines({ at, reason }: TrailLinesProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const deed = useDeed()
  const { number } = useDates()
  const { cases } = useDoors()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['trail', at.org, at.id, reason],
    queryFn: ({ pageParam }) => cases.trail(at, { after: pageParam, reason }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (data === undefined) return <Pending />
  const lines = trailLines(
    data.pages.flatMap((page) => page.items),
    (moment) => dayOf(new Date(moment)),
  )
  const why = (given: string): string => {
    const list = [readingReasons, emergencyReasons].find((one) => isCode<string>(one, given))
    return code(list ?? outsideReasons, given)
  }
  return (
    <>
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
                  <div className={lists['quiet']}>
                    {item.place === null
                      ? say('trail.unsealed')
                      : say('trail.place', { place: number(item.place) })}
                  </div>
                </td>
                <td>
                  {item.by.person ??
                    (item.relation === 'self' ? code(relations, 'self') : name(item.by.office))}
                  <div className={lists['quiet']}>
                    {[
                      item.by.person && name(item.by.office),
                      item.relation !== 'self' && item.relation && code(relations, item.relation),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  {deed(item.did)}
                  {times > 1 && <div className={lists['quiet']}>{say('trail.times', { count: times })}</div>}
                </td>
                <td>{code(parts, item.part)}</td>
                <td>{item.reason === null ? '' : why(item.reason)}</td>
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
    </>
  )
}
