import type { ScreeningSummary } from '@setu/records/api'
import { ageBands, screeningInstruments, screeningOutcomes, screeningStates } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { DueMark } from '../../shell/due-mark.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

const responders = ['caseworker', 'supervisor', 'policeInvestigator', 'consularOfficer']

/** Whether somebody’s work is to ask. */
export const asks = (roles: readonly string[]): boolean => roles.some((role) => responders.includes(role))

/** People who were asked, and people who are offered to one's own unit. */
export function ScreeningsCard(): ReactNode {
  const say = useWords()
  const { roles } = useSignedIn()
  const { screenings } = useDoors()
  const { data } = useQuery({ queryKey: ['screenings'], queryFn: screenings.list })
  if (!asks(roles)) return null
  const items = data?.items ?? []
  return (
    <Card
      title={say('screening.title')}
      act={
        <LinkButton to="/screenings/new" quiet>
          {say('screening.begin')}
        </LinkButton>
      }
    >
      {items.length === 0 ? (
        <p className={lists['quiet']}>{say('screening.none')}</p>
      ) : (
        <ul className={lists['rows']}>
          {items.map((one) => (
            <Row key={one.id} screening={one} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Row({ screening }: { readonly screening: ScreeningSummary }): ReactNode {
  const say = useWords()
  const { code, language, name } = useLabels()
  const { dueMoment } = useDates()
  const { org, id, instrument, ageBand, state, outcome, due, began, offered, from } = screening
  const spoken = due === null ? null : dueMoment(new Date(due))
  const list = screeningInstruments.find((one) => one.id === instrument)
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken?.standing}>
      <div>
        <div className={lists['line']}>
          <Link to="/screenings/$org/$id" params={{ org, id }} className={lists['strong']}>
            {list?.label[language] ?? instrument}
          </Link>
          <span>{offered ? say('screening.offered-to-us') : code(screeningStates, state)}</span>
          {spoken !== null && <DueMark due={spoken} />}
        </div>
        <p className={lists['quiet']}>
          {[code(ageBands, ageBand), outcome === null ? null : code(screeningOutcomes, outcome), name(from)]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <MomentText moment={began} />
        </p>
      </div>
    </li>
  )
}
