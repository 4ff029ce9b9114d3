import { Button } from '@mantine/core'
import type { HomeView } from '@setu/records/api'
import { placeGroups } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Received } from './door.ts'
import { HomeStay, StayLine } from './home-stay.tsx'
import { PlacesDialog } from './places-dialog.tsx'
import styles from './shelter.module.css'

/** The homes of one's own units: how many places are free for whom, who stays there, and what to look at. */
export function HomesScreen(): ReactNode {
  const say = useWords()
  const { shelter } = useDoors()
  const { data } = useQuery({ queryKey: ['homes'], queryFn: shelter.homes })
  if (data === undefined) return <Pending />
  return (
    <Page title={say('homes.title')} above={[{ label: say('bar.directory'), to: '/directory' }]}>
      <div className={styles['homes']}>
        {data.homes.length === 0 && <p className={lists['empty']}>{say('homes.none')}</p>}
        {data.homes.map((home) => (
          <Home key={home.id} home={home} />
        ))}
        <Card title={say('homes.looks')}>
          {data.looks.length === 0 && <p className={lists['empty']}>{say('homes.nothing')}</p>}
          <ul className={lists['rows']}>
            {data.looks.map((stay) => (
              <li key={stay.id} className={lists['row']}>
                <StayLine stay={stay} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  )
}

function Home({ home }: { readonly home: HomeView }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const [counting, setCounting] = useState(false)
  return (
    <Card
      title={name(home.name)}
      act={
        <Button variant="default" onClick={() => setCounting(true)}>
          {say('homes.count')}
          <span className="heard"> {name(home.name)}</span>
        </Button>
      }
    >
      {home.groups.length === 0 ? <p>{say('homes.uncounted')}</p> : <Counted home={home} />}
      {home.waiting.length > 0 && (
        <>
          <h3>{say('homes.accepted')}</h3>
          <ul className={lists['rows']}>
            {home.waiting.map((one) => (
              <Waiting key={one.case.id} home={home} waiting={one} />
            ))}
          </ul>
        </>
      )}
      <h3>{say('homes.stays')}</h3>
      {home.stays.length === 0 && <p className={lists['empty']}>{say('homes.nobody')}</p>}
      <ul className={lists['rows']}>
        {home.stays.map((stay) => (
          <HomeStay key={stay.id} home={home} stay={stay} />
        ))}
      </ul>
      {counting && <PlacesDialog home={home} onClose={() => setCounting(false)} />}
    </Card>
  )
}

function Counted({ home }: { readonly home: HomeView }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  return (
    <Wide label={name(home.name)}>
      <table className={styles['counted']}>
        <thead>
          <tr>
            <th scope="col">{say('homes.for')}</th>
            <th scope="col">{say('homes.places')}</th>
            <th scope="col">{say('homes.taken')}</th>
            <th scope="col">{say('homes.free')}</th>
          </tr>
        </thead>
        <tbody>
          {home.groups.map(({ who, places, others, taken, free }) => (
            <tr key={who}>
              <th scope="row">{code(placeGroups, who)}</th>
              <td>{dates.number(places)}</td>
              <td>
                {dates.number(taken + others)}
                {others > 0 && (
                  <div className={lists['quiet']}>
                    {say('homes.others')}: {dates.number(others)}
                  </div>
                )}
              </td>
              <td>{dates.number(Math.max(free, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

interface WaitingProps {
  readonly home: HomeView
  readonly waiting: HomeView['waiting'][number]
}

/** Somebody whose referral was accepted: whom the place is for is said, and the stay begins. */
function Waiting({ home, waiting }: WaitingProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { shelter } = useDoors()
  const [id] = useState(newId)
  const [who, setWho] = useState<string | null>(null)
  const receive = useCommand((received: Received) => shelter.receive(home, received))
  const group = placeGroups.entries.find(({ code }) => code === who)?.code
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['code']}>{waiting.code ?? say('homes.no-code')}</span>
          <span className={lists['quiet']}>
            <MomentText moment={waiting.since} />
          </span>
        </div>
        <OneOf
          name={`for-${waiting.case.id}`}
          label={say('homes.for')}
          required
          fault={null}
          options={placeGroups.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={who}
          onAnswer={setWho}
        />
        <RefusalNote error={receive.refused} />
      </div>
      <Button
        variant="default"
        disabled={group === undefined}
        loading={receive.pending}
        onClick={() => group !== undefined && receive.run({ id, of: waiting.case, placeFor: group })}
      >
        {say('homes.begin')}
      </Button>
    </li>
  )
}
