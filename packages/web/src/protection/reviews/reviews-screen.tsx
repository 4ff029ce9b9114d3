import type { ReviewSummary } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useQuarter } from './use-quarter.ts'

/** The reviews of who has access, by quarter. */
export function ReviewsScreen(): ReactNode {
  const say = useWords()
  const said = useQuarter()
  const { reviews } = useDoors()
  const { data } = useQuery({ queryKey: ['reviews'], queryFn: reviews.list })
  if (data === undefined) return <Pending />
  const quarters = Map.groupBy(data.items, ({ quarter }) => quarter)
  return (
    <Page title={say('palette.reviews')}>
      <div className={lists['stack']}>
        <p>{say('review.what-this-is')}</p>
        {data.items.length === 0 && <p>{say('review.none')}</p>}
        {[...quarters].map(([quarter, items]) => (
          <Card key={quarter} title={said(quarter)}>
            <ul className={lists['rows']}>
              {items.map((review) => (
                <ReviewRow key={review.id} review={review} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  )
}

function ReviewRow({ review }: { readonly review: ReviewSummary }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { number, dueMoment } = useDates()
  const { unit, open, lines, doneAt, due } = review
  const spoken = dueMoment(new Date(due))
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={doneAt === null ? spoken.standing : undefined}
    >
      <div>
        <Link to="/access-reviews/$org/$id" params={review} className={lists['strong']}>
          {unit === null ? say('review.whole') : name(unit.name)}
        </Link>
        <p>
          {doneAt === null
            ? say('review.open', { open: number(open), of: number(lines) })
            : say('review.done')}
        </p>
        {doneAt === null && <DueMark due={spoken} />}
      </div>
    </li>
  )
}
