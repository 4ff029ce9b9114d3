import { Button } from '@mantine/core'
import type { CaseView, EventView } from '@setu/records/api'
import { caseEventKinds } from '@setu/vocabulary'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { detailsOf, subjectOf } from './about-event.ts'
import styles from './case-screen.module.css'

/** So much is told before anybody asks for more: on a phone what comes below is not to be far away. */
const atOnce = 12

/** Everything that happened, newest first; nothing on it is ever overwritten. */
export function CaseTimeline({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { cases } = useDoors()
  const [kind, setKind] = useState('')
  const [most, setMost] = useState(atOnce)
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['timeline', file.org, file.id, file.timeline],
    queryFn: ({ pageParam }) => cases.timeline(file, pageParam),
    initialPageParam: '',
    initialData: { pages: [file.timeline], pageParams: [''] },
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const events = data.pages.flatMap(({ items }) => items)
  const kinds = caseEventKinds.entries.filter((entry) => events.some((event) => event.kind === entry.code))
  const found = kind === '' ? events : events.filter((event) => event.kind === kind)
  const shown = found.slice(0, most)
  const more = () => {
    setMost(most + 4 * atOnce)
    if (hasNextPage && found.length < most + 4 * atOnce) void fetchNextPage()
  }
  return (
    <Card
      title={say('case.timeline')}
      id="timeline"
      act={
        <select
          className={styles['filter']}
          aria-label={say('case.timeline-kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          <option value="">{say('case.timeline-all')}</option>
          {kinds.map((entry) => (
            <option key={entry.code} value={entry.code}>
              {entry[language]}
            </option>
          ))}
        </select>
      }
    >
      {shown.length === 0 && <p className={lists['empty']}>{say('case.timeline-empty')}</p>}
      <ol className={lists['rows']}>
        {shown.map((event) => (
          <TimelineEvent key={event.id} event={event} />
        ))}
      </ol>
      {(hasNextPage || found.length > most) && (
        <Button variant="default" loading={isFetchingNextPage} onClick={more}>
          {say('list.more')}
        </Button>
      )}
    </Card>
  )
}

function TimelineEvent({ event }: { readonly event: EventView }): ReactNode {
  const say = useWords()
  const { code, name, language } = useLabels()
  const subject = subjectOf(event)
  const kind = code(caseEventKinds, event.kind)
  const told = detailsOf(event).map((detail) => code(detail.list, detail.code))
  const details = subject !== undefined && told.length === 0 ? [kind] : told
  const who = event.by === null ? null : (event.by.person ?? name(event.by.office))
  const { unassigned } = event.about
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{subject?.label[language] ?? kind}</span>
          {details.length > 0 && <span>{details.join('from' in event.about ? ' → ' : ', ')}</span>}
        </div>
        {typeof unassigned === 'number' && unassigned > 0 && (
          <div>{say('case.left-unassigned', { count: unassigned })}</div>
        )}
        <div className={lists['quiet']}>
          <DayText day={event.happenedOn} />
          {who && ` · ${who}`}
        </div>
      </div>
    </li>
  )
}
