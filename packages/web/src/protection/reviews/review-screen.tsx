import { Button } from '@mantine/core'
import type { ReviewAnswered, ReviewLine, ReviewView } from '@setu/records/api'
import { isCode, reviewAnswers, roles } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { FileLink } from '../../shell/file-link.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { reviewTableAddress } from './door.ts'
import { useQuarter } from './use-quarter.ts'

/** One review: everybody with what they may do and did, and what was said of each. */
export function ReviewScreen(): ReactNode {
  const say = useWords()
  const said = useQuarter()
  const { name, language } = useLabels()
  const { number } = useDates()
  const at = useParams({ from: '/inside/access-reviews/$org/$id' })
  const session = useSignedIn()
  const { reviews } = useDoors()
  const { data: review } = useQuery({
    queryKey: ['review', at.org, at.id],
    queryFn: () => reviews.read(at),
  })
  if (review === undefined) return <Pending />
  const { unit, open, lines, doneAt } = review
  return (
    <Page
      title={unit === null ? say('review.whole') : name(unit.name)}
      above={[{ label: say('palette.reviews'), to: '/access-reviews' }]}
      acts={
        <>
          <FileLink to={reviewTableAddress(review.id, language)}>{say('review.file')}</FileLink>
          {session.roles.includes('technicalAdministrator') && (
            <LinkButton to="/administration" quiet>
              {say('review.to-accounts')}
            </LinkButton>
          )}
        </>
      }
    >
      <Card title={said(review.quarter)}>
        <p role="status">
          {doneAt === null
            ? say('review.open', { open: number(open), of: number(lines) })
            : say('review.done')}
        </p>
        <ul className={lists['rows']}>
          {review.accounts.map((line) => (
            <Somebody key={line.id} review={review} line={line} />
          ))}
        </ul>
      </Card>
    </Page>
  )
}

interface SomebodyProps {
  readonly review: ReviewView
  readonly line: ReviewLine
}

function Somebody({ review, line }: SomebodyProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { code, name } = useLabels()
  const factors = line.factors.map((one) =>
    say(one === 'app' ? 'review.factor-app' : 'review.factor-recovery'),
  )
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={line.answer === null ? 'due' : undefined}
    >
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{line.name}</span>
          <span>{name(line.post)}</span>
          {line.disabled && <span>{say('review.disabled')}</span>}
        </div>
        <p>{[...line.roles.map((one) => code(roles, one)), ...line.units.map(name)].join(' · ')}</p>
        <p className={lists['quiet']}>
          {line.lastSeen === null ? (
            say('review.never-seen')
          ) : (
            <>
              {say('review.last-seen')} <MomentText moment={line.lastSeen} />
            </>
          )}
          {' · '}
          {factors.length === 0 ? say('review.no-factor') : factors.join(' · ')}
        </p>
        {line.outside > 0 && <p>{say('review.outside', { count: number(line.outside) })}</p>}
        <Answer review={review} line={line} />
      </div>
    </li>
  )
}

function Answer({ review, line }: SomebodyProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { reviews } = useDoors()
  const answer = useCommand(
    (given: ReviewAnswered) => reviews.answer(review, line.id, given),
    () => toast(say('review.kept-answer')),
  )
  return (
    <>
      {line.answer !== null && (
        <p>
          {say('review.answered', {
            answer: code(reviewAnswers, line.answer),
            person: line.answeredBy ?? '',
          })}
          {line.answeredAt !== null && (
            <>
              {' · '}
              <MomentText moment={line.answeredAt} />
            </>
          )}
        </p>
      )}
      {!line.mayAnswer && line.answer === null && <p className={lists['quiet']}>{say('review.not-yours')}</p>}
      <RefusalNote error={answer.refused} />
      {line.mayAnswer && line.answer === null && (
        <div className={dialogs['acts']}>
          {reviewAnswers.entries.map((entry) => (
            <Button
              key={entry.code}
              variant="default"
              loading={answer.pending}
              onClick={() =>
                isCode(reviewAnswers, entry.code) && answer.run({ base: line.version, answer: entry.code })
              }
            >
              {entry[language]}
              <span className="heard"> {line.name}</span>
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
