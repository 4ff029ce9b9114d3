import { Button } from '@mantine/core'
import type { Figures, FiguresFreeze } from '@setu/records/api'
import { type FigureMatter, figureMatters, plainDate } from '@setu/vocabulary'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Choice } from '../../shell/choice.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Presumed } from '../criminal-cases/presumed.tsx'
import { CountryCells } from './country-cells.tsx'
import { type FiguresAsked, figuresFileAddress } from './door.ts'
import { FigureTables } from './figure-tables.tsx'
import { matterWords } from './matter-words.ts'
import { Rates } from './rates.tsx'
import { Spans } from './spans.tsx'

/** Figures of criminal cases for a year; administrators lay down here which units count for the country. */
export function FiguresScreen(): ReactNode {
  const say = useWords()
  const { roles } = useSignedIn()
  const administers = roles.includes('technicalAdministrator')
  return (
    <Page title={say('court.figures')} above={[{ label: say('court.cases'), to: '/criminal-cases' }]}>
      <div className={lists['stack']}>
        {administers && <CountryCells />}
        {roles.some((role) => role !== 'technicalAdministrator') && <YearFigures />}
      </div>
    </Page>
  )
}

function YearFigures(): ReactNode {
  const say = useWords()
  const { figures } = useDoors()
  const [asked, setAsked] = useState<FiguresAsked>({})
  const [matter, setMatter] = useState<FigureMatter>('trafficking')
  const { data, error } = useQuery({
    queryKey: ['figures', asked],
    queryFn: () => figures.read(asked),
    placeholderData: keepPreviousData,
  })
  if (data === undefined) return error === null ? <Pending /> : <RefusalNote error={error} />
  const { of } = data
  if (of === null) return <p className={lists['empty']}>{say('court.figures-none')}</p>
  return (
    <>
      <Asked told={data} onAsk={(part) => setAsked({ of, year: String(data.year), ...part })} />
      <Choice
        name="matter"
        label={say('court.figures-matter')}
        options={figureMatters.map((one) => ({ value: one, label: say(matterWords[one]) }))}
        value={matter}
        onChoose={setMatter}
      />
      <Rates told={data} matter={matter} />
      <FigureTables told={data} matter={matter} />
      <Spans spans={data.spans} />
      <Files of={of} year={data.year} />
      <Presumed />
    </>
  )
}

interface AskedProps {
  readonly told: Figures
  readonly onAsk: (part: FiguresAsked) => void
}

/** Whose figures and of which year; and what was kept of it. */
function Asked({ told, onAsk }: AskedProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { written, number } = useDates()
  const yearName = (year: number) => {
    const digits = (of: number) => number(of).replaceAll(',', '')
    return told.from.slice(5) === '01-01' ? digits(year) : `${digits(year)}–${digits(year + 1)}`
  }
  return (
    <Card title={say('court.figures-of')}>
      <div className={lists['stack']}>
        {told.choices.length > 1 && (
          <OneOf
            name="of"
            label={say('court.figures-whose')}
            required
            fault={null}
            options={told.choices.map((one) => ({
              value: one.of,
              label: one.name === null ? say('court.figures-country') : name(one.name),
            }))}
            answer={told.of}
            onAnswer={(of) => of !== null && onAsk({ of })}
          />
        )}
        <OneOf
          name="year"
          label={say('court.figures-year')}
          required
          fault={null}
          options={told.years.map((year) => ({ value: String(year), label: yearName(year) }))}
          answer={String(told.year)}
          onAnswer={(year) => year !== null && onAsk({ year })}
        />
        <p>
          {say('court.figures-period', {
            from: written(plainDate(told.from)),
            to: written(plainDate(told.to)),
            until: written(plainDate(told.until)),
          })}
        </p>
        <p className={lists['quiet']}>{say('court.figures-how')}</p>
        <Kept told={told} />
      </div>
    </Card>
  )
}

/** A year that was kept, or the button that keeps one that is over. */
function Kept({ told }: { readonly told: Figures }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { figures } = useDoors()
  const [id] = useState(newId)
  const freeze = useCommand(
    (given: FiguresFreeze) => figures.freeze(given),
    () => toast(say('court.is-kept')),
  )
  if (told.frozen !== null)
    return (
      <p>
        {say('court.figures-kept', { by: name(told.frozen.by), formula: told.frozen.formula })} (
        <MomentText moment={told.frozen.at} />)
      </p>
    )
  const { of, year } = told
  if (!told.mayFreeze || of === null) return null
  return (
    <>
      <p>{say('court.figures-freeze-what')}</p>
      <RefusalNote error={freeze.refused} />
      <div className={lists['acts']}>
        <Button
          variant="default"
          loading={freeze.pending}
          onClick={() => freeze.run({ id, of, year: String(year) })}
        >
          {say('court.figures-freeze')}
        </Button>
      </div>
    </>
  )
}

function Files({ of, year }: { readonly of: string; readonly year: number }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const address = (shape: 'tip' | 'glotip', format: 'csv' | 'xlsx') =>
    figuresFileAddress({ of, year }, { shape, format, language })
  return (
    <Card title={say('court.figures-files')}>
      <p className={lists['quiet']}>{say('court.figures-files-what')}</p>
      <div className={lists['acts']}>
        <FileLink to={address('tip', 'xlsx')}>{say('court.tip-excel')}</FileLink>
        <FileLink to={address('tip', 'csv')}>{say('court.tip-csv')}</FileLink>
        <FileLink to={address('glotip', 'xlsx')}>{say('court.glotip-excel')}</FileLink>
        <FileLink to={address('glotip', 'csv')}>{say('court.glotip-csv')}</FileLink>
      </div>
    </Card>
  )
}
