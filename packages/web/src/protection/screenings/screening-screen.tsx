import { Button } from '@mantine/core'
import type { ScreeningStep, ScreeningView } from '@setu/records/api'
import {
  ageBands,
  dangerQuestions,
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
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { DecideCard } from './decide-card.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import { DangerQuestions, Questions } from './questions.tsx'
import { SafetyFlow } from './safety-flow.tsx'
import { useAnswers } from './use-answers.ts'

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

function useStep({ screening }: AskedProps) {
  const say = useWords()
  const { screenings } = useDoors()
  return useCommand(
    (step: ScreeningStep) => screenings.step(screening, step),
    (_answer, { to }) => toast(say(to === 'stopped' ? 'screening.is-stopped' : 'screening.goes-on')),
  )
}

function Asked({ screening }: AskedProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const given = useAnswers(screening)
  const step = useStep({ screening })
  const { instrument: id, instrumentVersion, state, ours, child } = screening
  const instrument = screeningInstrument(id, instrumentVersion)
  const asking = state === 'asking' && ours && instrument !== null
  const danger = dangerQuestions.entries.map(({ code: question }) => given.answers[question])
  const unsafe = screening.safety === null && danger.includes('yes')
  const asked = danger.every((answer) => answer !== undefined)
  return (
    <Page
      title={instrument?.label[language] ?? id}
      above={[{ label: say('bar.tips'), to: '/tips' }]}
      acts={
        asking && (
          <Button
            variant="default"
            loading={step.pending}
            disabled={given.waiting}
            onClick={() => step.run({ base: screening.version, to: 'stopped' })}
          >
            {say('screening.stop')}
          </Button>
        )
      }
    >
      <div className={lists['stack']}>
        <p className={lists['quiet']}>
          {[code(ageBands, screening.ageBand), code(screeningStates, state), screening.who]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {child && <p className={lists['strong']}>{say('screening.child-rule')}</p>}
        <RefusalNote error={given.refused ?? step.refused} />
        {given.refused !== null && <Button onClick={given.again}>{say('screening.send-again')}</Button>}
        {asking && <DangerQuestions given={given} />}
        {asking && unsafe && <SafetyFlow given={given} />}
        {asking && asked && !unsafe && instrument !== null && (
          <>
            <Questions instrument={instrument} given={given} />
            <DecideCard screening={screening} instrument={instrument} given={given} />
          </>
        )}
        {state === 'stopped' && ours && <Resume screening={screening} />}
        {screening.outcome !== null && <Decided screening={screening} />}
        <HandOverCard screening={screening} />
        {state === 'caseOpened' && <p>{say('screening.is-case')}</p>}
        {asking && (
          <div className={lists['acts']}>
            <Button
              variant="default"
              disabled={given.waiting}
              onClick={() => step.run({ base: screening.version, to: 'stopped' })}
            >
              {say('screening.stop')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

/** Going on where it was stopped; from the third day on only if it is needed. */
function Resume({ screening }: AskedProps): ReactNode {
  const say = useWords()
  const step = useStep({ screening })
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
