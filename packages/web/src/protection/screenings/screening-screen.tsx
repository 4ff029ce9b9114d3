import { Button } from '@mantine/core'
import type { ScreeningView } from '@setu/records/api'
import {
  ageBands,
  interviewsBeforeWarning,
  screeningInstrument,
  screeningOutcomes,
  screeningPrompts,
  screeningStates,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Asking } from './asking.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import { useStep } from './use-step.ts'

/** Asking somebody: danger first, stop at any time, nothing asked twice. */
export function ScreeningScreen(): ReactNode {
  const at = useParams({ from: '/inside/screenings/$org/$id' })
  const { screenings } = useDoors()
  const { data } = useQuery({
    queryKey: ['screening', at.org, at.id],
    queryFn: () => screenings.read(at),
  })
  return data === undefined ? <Pending /> : <Asked key={data.id} screening={data} />
}

interface AskedProps {
  readonly screening: ScreeningView
}

function Asked({ screening }: AskedProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const { instrument: id, instrumentVersion, state, ours, child } = screening
  const instrument = screeningInstrument(id, instrumentVersion)
  return (
    <Page title={instrument?.label[language] ?? id} above={[{ label: say('bar.tips'), to: '/tips' }]}>
      <div className={lists['stack']}>
        <p className={lists['quiet']}>
          {[code(ageBands, screening.ageBand), code(screeningStates, state), screening.who]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {child && <p className={lists['strong']}>{say('screening.child-rule')}</p>}
        {state === 'asking' && ours && instrument !== null && (
          <Asking screening={screening} instrument={instrument} />
        )}
        {state === 'stopped' && ours && <Resume screening={screening} />}
        {screening.outcome !== null && <Decided screening={screening} />}
        <HandOverCard screening={screening} />
        {state === 'caseOpened' && <p>{say('screening.is-case')}</p>}
      </div>
    </Page>
  )
}

/** Going on where it was stopped; from the third day on only if it is needed. */
function Resume({ screening }: AskedProps): ReactNode {
  const say = useWords()
  const step = useStep(screening)
  const often = screening.interviews >= interviewsBeforeWarning
  return (
    <Card title={say('screening.stopped')}>
      <p>{say('screening.stopped-what', { count: screening.interviews })}</p>
      {often && <p className={lists['strong']}>{say('screening.often')}</p>}
      <RefusalNote error={step.refused} />
      <Button
        loading={step.pending}
        onClick={() =>
          step.run({ base: screening.version, to: 'asking', ...(often ? { needed: true } : {}) })
        }
      >
        {say(often ? 'screening.go-on-needed' : 'screening.go-on')}
      </Button>
    </Card>
  )
}

function Decided({ screening }: AskedProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { outcome, reasons, prompt, decidedBy } = screening
  return (
    <Card title={outcome === null ? '' : code(screeningOutcomes, outcome)}>
      {reasons !== null && <blockquote>{reasons}</blockquote>}
      {reasons !== null && (
        <p className={lists['quiet']}>
          {say('screening.points-to')} {code(screeningPrompts, prompt)}
          {decidedBy === null ? '' : ` · ${decidedBy}`}
        </p>
      )}
    </Card>
  )
}
