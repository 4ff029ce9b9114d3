import { Button } from '@mantine/core'
import type { CriminalCounted, CriminalSummary } from '@setu/records/api'
import { criminalCategories, criminalMatters, criminalStages } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { placeName } from '../../directory/place-names.ts'
import { TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Choice } from '../../shell/choice.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { OpenCriminalCase } from './open-criminal-case.tsx'
import { free, textOr } from './options.ts'
import { Presumed } from './presumed.tsx'
import styles from './prosecution.module.css'

type Standing = 'all' | 'open' | 'over'

/** The criminal cases of one's offices. */
export function CriminalCasesScreen(): ReactNode {
  const say = useWords()
  const { roles } = useSignedIn()
  const { prosecution } = useDoors()
  const [standing, setStanding] = useState<Standing>('open')
  const [typed, setTyped] = useState<unknown>(null)
  const [number, setNumber] = useState<string | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const [opening, setOpening] = useState(false)
  const query = {
    ...(standing === 'all' ? {} : { standing }),
    ...(number === null ? {} : { number }),
    ...(after === null ? {} : { after }),
  }
  const { data } = useQuery({
    queryKey: ['criminal-cases', query],
    queryFn: () => prosecution.list(query),
  })
  const counts = useQuery({ queryKey: ['criminal-counts'], queryFn: prosecution.counts })
  const alerts = useQuery({ queryKey: ['criminal-alert-count'], queryFn: prosecution.alertCount })
  const waiting = alerts.data?.waiting ?? 0
  const { number: many } = useDates()
  if (data === undefined) return <Pending />
  const begins = roles.includes('policeInvestigator')
  return (
    <Page
      title={say('court.cases')}
      acts={
        <>
          {begins && <Button onClick={() => setOpening(true)}>{say('court.open')}</Button>}
          <LinkButton to="/criminal-alerts" quiet>
            {waiting === 0 ? say('alerts.title') : say('alerts.open', { count: many(waiting) })}
          </LinkButton>
          <LinkButton to="/cause-list" quiet>
            {say('court.cause-list')}
          </LinkButton>
          <LinkButton to="/requests-abroad" quiet>
            {say('abroad.title')}
          </LinkButton>
          <LinkButton to="/figures" quiet>
            {say('court.figures')}
          </LinkButton>
          {(begins || roles.includes('prosecutor')) && (
            <LinkButton to="/networks" quiet>
              {say('court.networks')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className={lists['stack']}>
        {counts.data !== undefined && counts.data.all.cases > 0 && <Counts counts={counts.data} />}
        <Choice
          name="standing"
          label={say('court.which')}
          options={[
            { value: 'open', label: say('court.which-open') },
            { value: 'over', label: say('court.which-over') },
            { value: 'all', label: say('court.which-all') },
          ]}
          value={standing}
          onChoose={(chosen) => {
            setAfter(null)
            setStanding(chosen)
          }}
        />
        <form
          className={lists['stack']}
          onSubmit={(event) => {
            event.preventDefault()
            setAfter(null)
            setNumber(textOr(typed))
          }}
        >
          <TextField {...free} name="number" label={say('court.number')} answer={typed} onAnswer={setTyped} />
          <div className={lists['acts']}>
            <Button type="submit" variant="default">
              {say('court.find')}
            </Button>
          </div>
        </form>
        <Card title={say('court.cases')}>
          {data.items.length === 0 && <p className={lists['empty']}>{say('court.none')}</p>}
          <ul className={lists['rows']}>
            {data.items.map((file) => (
              <Row key={file.id} file={file} />
            ))}
          </ul>
          {data.next !== null && (
            <Button variant="default" onClick={() => setAfter(data.next)}>
              {say('court.older')}
            </Button>
          )}
        </Card>
        <Presumed />
      </div>
      {opening && <OpenCriminalCase onClose={() => setOpening(false)} />}
    </Page>
  )
}

function Counts({ counts }: { readonly counts: CriminalCounted }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const shown = [
    'investigated',
    'prosecuted',
    'convicted',
    'acquitted',
    'discharged',
    'endedOtherwise',
  ] as const
  const words = {
    investigated: say('court.count-investigated'),
    prosecuted: say('court.count-prosecuted'),
    convicted: say('court.count-convicted'),
    acquitted: say('court.count-acquitted'),
    discharged: say('court.count-discharged'),
    endedOtherwise: say('court.count-otherwise'),
  }
  const share = (part: number | null) => (part === null ? '–' : `${number(Math.round(part * 1000) / 10)}%`)
  return (
    <Card title={say('court.counts')}>
      <dl className={styles['figures']}>
        {shown.map((one) => (
          <div key={one} className={styles['figure']}>
            <dt>{words[one]}</dt>
            <dd>
              {say('court.cases-persons', {
                files: counts[one].cases,
                people: counts[one].persons,
                cases: number(counts[one].cases),
                persons: number(counts[one].persons),
              })}
            </dd>
          </div>
        ))}
      </dl>
      <p className={lists['quiet']}>
        {say('court.rates', {
          persons: share(counts.convictedOfJudged),
          cases: share(counts.convictedOfDisposed),
        })}
      </p>
    </Card>
  )
}

function Row({ file }: { readonly file: CriminalSummary }): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { number } = useDates()
  const { stationNumber, stationYear } = file
  const stands = Map.groupBy(file.accused, ({ stage }) => stage)
  const facts = [
    code(criminalMatters, file.matter),
    code(criminalCategories, file.category),
    file.district === null ? null : placeName(file.district, language),
    stationNumber === null ? null : `${stationNumber}/${stationYear ?? ''}`,
    file.tribunalNumber,
  ].filter((one) => one !== null)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <Link
            to="/criminal-cases/$org/$id"
            params={{ org: file.org, id: file.id }}
            className={lists['code']}
          >
            {file.code}
          </Link>
          {[...stands].map(([stage, of]) => (
            <span key={stage}>
              {number(of.length)} × {code(criminalStages, stage)}
            </span>
          ))}
        </div>
        <p className={lists['quiet']}>{facts.join(' · ')}</p>
        {file.nextHearing !== null && (
          <p className={lists['quiet']}>
            {say('court.next-hearing')}: <DayText day={file.nextHearing} written />
          </p>
        )}
      </div>
    </li>
  )
}
