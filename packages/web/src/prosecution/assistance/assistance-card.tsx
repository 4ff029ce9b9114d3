import { Button } from '@mantine/core'
import type { AssistanceView, CriminalView } from '@setu/records/api'
import {
  assistanceAsked,
  assistanceKinds,
  assistanceStages,
  basisDoubts,
  treatyBases,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { countryName } from '../../forms/value-text.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { DualCriminality } from './dual-criminality.tsx'
import { ProposeAssistance } from './propose-assistance.tsx'
import { Silence } from './silence.tsx'
import { StepAssistance } from './step-assistance.tsx'

interface AssistanceProps {
  readonly file: CriminalView
}

/** What other countries were asked for in a case, and what became of it. */
export function AssistanceCard({ file }: AssistanceProps): ReactNode {
  const works = ['investigation', 'prosecution', 'centralAuthority']
  return file.tasks.some((task) => works.includes(task)) ? <Requests file={file} /> : null
}

function Requests({ file }: AssistanceProps): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const { data } = useQuery({
    queryKey: ['criminal-case', file.org, file.id, 'assistance'],
    queryFn: () => prosecution.assistance(file),
  })
  const [proposing, setProposing] = useState(false)
  const [stepping, setStepping] = useState<AssistanceView | null>(null)
  const proposes = file.tasks.some((task) => task === 'investigation' || task === 'prosecution')
  if (data === undefined) return null
  return (
    <Card
      title={say('abroad.title')}
      act={
        proposes && (
          <Button variant="default" onClick={() => setProposing(true)}>
            {say('abroad.propose')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className={lists['empty']}>{say('abroad.none')}</p>}
      <ul className={lists['rows']}>
        {data.items.map((request) => (
          <RequestRow key={request.id} file={file} request={request} onStep={() => setStepping(request)} />
        ))}
      </ul>
      {proposing && <ProposeAssistance file={file} onClose={() => setProposing(false)} />}
      {stepping !== null && (
        <StepAssistance file={file} request={stepping} onClose={() => setStepping(null)} />
      )}
    </Card>
  )
}

interface RowProps extends AssistanceProps {
  readonly request: AssistanceView
  readonly onStep: () => void
}

function RequestRow({ file, request, onStep }: RowProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { kind, country, stage, on, basis, basisPaper, asked, doubts, next, silentSince } = request
  const places = file.accused.filter(({ id }) => request.accused.includes(id)).map(({ place }) => place)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{countryName(country, language)}</span>
          <span>{code(assistanceKinds, kind)}</span>
          <span>
            {code(assistanceStages, stage)}, <DayText day={on} written />
          </span>
        </div>
        {silentSince !== null && <Silence since={silentSince} />}
        <p>{asked.map((one) => code(assistanceAsked, one)).join(', ')}</p>
        <p className={lists['quiet']}>
          {[
            code(treatyBases, basis),
            basisPaper,
            ...places.map((place) => say('abroad.accused-number', { place: String(place) })),
          ]
            .filter((one) => one !== null)
            .join(' · ')}
        </p>
        {doubts.length > 0 && (
          <p>
            {say('abroad.doubts')}: {doubts.map((one) => code(basisDoubts, one)).join('; ')}
          </p>
        )}
        <DualCriminality found={request.criminality} />
        <Steps request={request} />
      </div>
      {next.length > 0 && (
        <Button variant="default" onClick={onStep}>
          {say('abroad.step')}
        </Button>
      )}
    </li>
  )
}

function Steps({ request: { steps } }: { readonly request: AssistanceView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  return (
    <details>
      <summary>{say('abroad.steps')}</summary>
      <ul className={lists['rows']}>
        {steps.map((step) => (
          <li key={`${step.on} ${step.from ?? ''} ${step.to}`} className={lists['row']}>
            <span>
              <DayText day={step.on} written /> · {code(assistanceStages, step.to)}
              {step.paper === null ? '' : ` · ${step.paper}`} · {name(step.by)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
