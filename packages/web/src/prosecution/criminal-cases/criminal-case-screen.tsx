import { Button } from '@mantine/core'
import type { CriminalView } from '@setu/records/api'
import {
  complainantKinds,
  criminalCategories,
  criminalMatters,
  officeTasks,
  protectiveMeasures,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText, MomentText } from '../../dates/day-text.tsx'
import { placeName } from '../../directory/place-names.ts'
import { countryName } from '../../forms/value-text.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AlertsCard } from '../alerts/alerts-card.tsx'
import { FactsCard } from '../alerts/facts-card.tsx'
import { AssistanceCard } from '../assistance/assistance-card.tsx'
import { AccusedCard } from './accused-card.tsx'
import { KeepAccused } from './accused-dialog.tsx'
import { ChangeFacts } from './change-facts.tsx'
import { FactList } from './fact-list.tsx'
import { HearingsCard } from './hearings-card.tsx'
import { OfficesCard } from './offices-card.tsx'
import { Presumed } from './presumed.tsx'

/** A criminal case: a lane for every accused and offence, days in court, and the offices that work on it. */
export function CriminalCaseScreen(): ReactNode {
  const say = useWords()
  const at = useParams({ from: '/inside/criminal-cases/$org/$id' })
  const { prosecution } = useDoors()
  const { data: file } = useQuery({
    queryKey: ['criminal-case', at.org, at.id],
    queryFn: () => prosecution.read(at),
  })
  const hearings = useQuery({
    queryKey: ['hearings', at.org, at.id],
    queryFn: () => prosecution.hearings(at),
  })
  const [adding, setAdding] = useState(false)
  if (file === undefined || hearings.data === undefined) return <Pending />
  const days = hearings.data.items
  return (
    <Page title={file.code} above={[{ label: say('court.cases'), to: '/criminal-cases' }]}>
      <div className={lists['stack']}>
        <Presumed />
        <AboutCard file={file} />
        <AlertsCard file={file} />
        {file.accused.map((accused) => (
          <AccusedCard key={accused.id} file={file} accused={accused} days={days} />
        ))}
        {file.accused.length === 0 && <p className={lists['empty']}>{say('court.no-accused')}</p>}
        {file.writes.includes('accused') && (
          <div className={lists['acts']}>
            <Button variant="default" onClick={() => setAdding(true)}>
              {say('court.add-accused')}
            </Button>
          </div>
        )}
        <HearingsCard file={file} days={days} />
        <FactsCard file={file} />
        <AssistanceCard file={file} />
        <OfficesCard file={file} />
      </div>
      {adding && <KeepAccused file={file} before={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AboutCard({ file }: { readonly file: CriminalView }): ReactNode {
  const say = useWords()
  const { code, language, name } = useLabels()
  const [changing, setChanging] = useState(false)
  const { stationNumber, stationYear, matters } = file
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [say('court.matter'), code(criminalMatters, file.matter)],
    [say('court.category'), code(criminalCategories, file.category)],
    [say('court.complainant'), code(complainantKinds, file.complainant)],
    [say('court.reported-on'), <DayText key="reported" day={file.reportedOn} written />],
    [
      say('court.offence-on'),
      file.offenceOn === null ? null : <DayText key="offence" day={file.offenceOn} written />,
    ],
    [say('court.district'), file.district === null ? null : placeName(file.district, language)],
    [say('court.station-number'), stationNumber === null ? null : `${stationNumber}/${stationYear ?? ''}`],
    [say('court.court'), file.courtView === null ? null : name(file.courtView.name)],
    [say('court.gr-number'), file.grNumber],
    [say('court.tribunal-number'), file.tribunalNumber],
    [say('court.monitoring-number'), file.monitoringNumber],
    [
      say(file.destinations.length > 0 ? 'court.destinations' : 'court.transnational'),
      file.destinations.map((one) => countryName(one, language)).join(', ') ||
        say(file.transnational ? 'court.abroad' : 'court.at-home'),
    ],
    [say('court.measures'), file.measures.map((one) => code(protectiveMeasures, one)).join(', ')],
  ]
  return (
    <Card
      title={say('court.about')}
      act={
        file.writes.includes('status') && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {say('court.change')}
          </Button>
        )
      }
    >
      <p className={lists['quiet']}>
        {say('court.your-task')}: {file.tasks.map((one) => code(officeTasks, one)).join(', ')}
      </p>
      <FactList facts={facts} />
      {matters.length > 1 && (
        <details>
          <summary>{say('court.matter-before')}</summary>
          <ul className={lists['rows']}>
            {matters.map((one) => (
              <li key={one.at} className={lists['row']}>
                <span>
                  <MomentText moment={one.at} /> · {code(criminalMatters, one.matter)} ·{' '}
                  {code(criminalCategories, one.category)} · {name(one.by)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {changing && <ChangeFacts file={file} onClose={() => setChanging(false)} />}
    </Card>
  )
}
