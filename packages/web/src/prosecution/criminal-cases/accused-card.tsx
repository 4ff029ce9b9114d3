import { Button } from '@mantine/core'
import type { AccusedView, CriminalView, HearingView, OffenceView } from '@setu/records/api'
import {
  accusedAges,
  accusedRoles,
  criminalStages,
  criminalStepsFrom,
  custodyStates,
  custodySteps,
  finalReportKinds,
  type SentenceKind,
  sentenceKinds,
  sexes,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { countryName } from '../../forms/value-text.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { KeepAccused } from './accused-dialog.tsx'
import { AddOffence } from './add-offence.tsx'
import { Lane } from './lane.tsx'
import styles from './prosecution.module.css'
import { StepCustody } from './step-custody.tsx'
import { StepOffence } from './step-offence.tsx'

interface AccusedProps {
  readonly file: CriminalView
  readonly accused: AccusedView
  readonly days: readonly HearingView[]
}

/** One accused: who, where they are, and a lane for each offence. */
export function AccusedCard({ file, accused, days }: AccusedProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { number } = useDates()
  const [open, setOpen] = useState<'correct' | 'offence' | 'custody' | null>(null)
  const shut = () => setOpen(null)
  const { said } = accused
  const facts = [
    ...accused.roles.map((one) => code(accusedRoles, one)),
    code(accusedAges, accused.age),
    code(sexes, accused.sex),
    accused.nationality === null ? null : countryName(accused.nationality, language),
    accused.official ? say('court.is-official') : null,
  ].filter((one) => one !== null)
  const writes = file.writes.includes('accused')
  const moves = file.writes.includes('custody') && custodySteps[accused.custody].length > 0
  const title = say('court.accused', { place: number(accused.place) })
  return (
    <Card title={said === null ? title : `${title}: ${said.name}`}>
      <p className={lists['quiet']}>{facts.join(' · ')}</p>
      {said !== null && said.aliases.length > 0 && (
        <p>
          {say('court.also-called')}: {said.aliases.join(', ')}
        </p>
      )}
      {said?.father && (
        <p>
          {say('court.father')}: {said.father}
        </p>
      )}
      {said?.particulars && <p>{said.particulars}</p>}
      <p>
        {say('court.custody')}:{' '}
        <span className={lists['strong']}>{code(custodyStates, accused.custody)}</span> (
        <DayText day={accused.custodyOn} written />)
      </p>
      {accused.offences.map((offence) => (
        <Offence key={offence.id} file={file} accused={accused} offence={offence} days={days} />
      ))}
      <div className={lists['acts']}>
        {moves && (
          <Button variant="default" onClick={() => setOpen('custody')}>
            {say('court.move')}
          </Button>
        )}
        {writes && (
          <Button variant="default" onClick={() => setOpen('offence')}>
            {say('court.add-offence')}
          </Button>
        )}
        {writes && (
          <Button variant="default" onClick={() => setOpen('correct')}>
            {say('court.correct')}
          </Button>
        )}
      </div>
      {open === 'custody' && <StepCustody file={file} accused={accused} onClose={shut} />}
      {open === 'offence' && <AddOffence file={file} accused={accused} onClose={shut} />}
      {open === 'correct' && <KeepAccused file={file} before={accused} onClose={shut} />}
    </Card>
  )
}

interface OffenceProps extends AccusedProps {
  readonly offence: OffenceView
}

function Offence({ file, accused, offence, days }: OffenceProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const [stepping, setStepping] = useState(false)
  const mine = criminalStepsFrom(offence.stage).filter(({ by }) => by.some((one) => file.tasks.includes(one)))
  const steps = file.steps.filter((one) => one.offence === offence.id)
  return (
    <div className={styles['offence']}>
      <div className={lists['line']}>
        <span className={lists['strong']}>
          {offence.otherLaw ?? offence.law} · {say('court.section', { section: offence.section })}
        </span>
        <span>{code(criminalStages, offence.stage)}</span>
        {offence.report !== null && (
          <span className={lists['quiet']}>{code(finalReportKinds, offence.report)}</span>
        )}
      </div>
      <Lane offence={offence} days={days} />
      <Sentence offence={offence} />
      <details>
        <summary>{say('court.steps')}</summary>
        <ol className={lists['rows']}>
          {steps.map((one) => (
            <li key={`${one.to} ${one.on}`} className={lists['row']}>
              <span>
                <DayText day={one.on} written /> · {code(criminalStages, one.to)}
                {one.report === null ? '' : ` (${code(finalReportKinds, one.report)})`}
                {one.paper === null ? '' : ` · ${one.paper}`} · {name(one.by)}
              </span>
            </li>
          ))}
        </ol>
      </details>
      {mine.length > 0 && file.writes.includes('custody') && (
        <div className={lists['acts']}>
          <Button onClick={() => setStepping(true)}>{say('court.step')}</Button>
        </div>
      )}
      {stepping && (
        <StepOffence
          file={file}
          accused={accused}
          offence={offence}
          to={mine.map((one) => one.to)}
          onClose={() => setStepping(false)}
        />
      )}
    </div>
  )
}

function Sentence({ offence: { sentence } }: { readonly offence: OffenceView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { number } = useDates()
  if (sentence.kinds.length === 0) return null
  const amounts: Readonly<Partial<Record<SentenceKind, string>>> = {
    imprisonment: sentence.months === null ? '' : say('court.months', { months: number(sentence.months) }),
    fine: sentence.fine === null ? '' : say('court.taka', { taka: number(sentence.fine) }),
    compensation:
      sentence.compensation === null ? '' : say('court.taka', { taka: number(sentence.compensation) }),
  }
  const parts = sentence.kinds.map((kind) => {
    return [code(sentenceKinds, kind), amounts[kind]].filter(Boolean).join(' ')
  })
  return (
    <p>
      {say('court.sentence')}: {parts.join(', ')}
    </p>
  )
}
