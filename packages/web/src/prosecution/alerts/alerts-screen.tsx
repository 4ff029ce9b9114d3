import { Button } from '@mantine/core'
import type { AlertList, AlertsQuery } from '@setu/records/api'
import { addDays, alertKinds, isCode, type PlainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { useDoors } from '../../platform/doors.ts'
import { keptFresh } from '../../shell/asking.ts'
import { Card } from '../../shell/card.tsx'
import { Choice } from '../../shell/choice.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { free } from '../criminal-cases/options.ts'
import { Presumed } from '../criminal-cases/presumed.tsx'
import { AlertRow } from './alert-row.tsx'

type Item = AlertList['items'][number]

const groups: readonly (readonly [word: WordId, since: (today: PlainDate) => string])[] = [
  ['alerts.today', (today) => today],
  ['alerts.week', (today) => addDays(today, -7)],
  ['alerts.month', (today) => addDays(today, -30)],
  ['alerts.longer', () => ''],
]

/** What stalls in the criminal cases of one's offices, by how long ago it was told. */
export function AlertsScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { prosecution } = useDoors()
  const [standing, setStanding] = useState<AlertsQuery['standing']>('waiting')
  const [kind, setKind] = useState<string | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const query = {
    standing,
    ...(isCode(alertKinds, kind) ? { kind } : {}),
    ...(after === null ? {} : { after }),
  }
  const { data } = useQuery({
    queryKey: ['criminal-alerts', query],
    queryFn: () => prosecution.alerts(query),
    ...keptFresh,
  })
  const grouped = Map.groupBy(
    data?.items ?? [],
    ({ on }) => groups.find(([, since]) => on >= since(today))?.[0] ?? 'alerts.longer',
  )
  return (
    <Page title={say('alerts.title')} above={[{ label: say('court.cases'), to: '/criminal-cases' }]}>
      <div className={lists['stack']}>
        <p>{say('alerts.what')}</p>
        <Choice
          name="standing"
          label={say('alerts.which')}
          options={[
            { value: 'waiting', label: say('alerts.waiting') },
            { value: 'answered', label: say('alerts.answered') },
            { value: 'ended', label: say('alerts.ended') },
          ]}
          value={standing}
          onChoose={(chosen) => {
            setAfter(null)
            setStanding(chosen)
          }}
        />
        <OneOf
          {...free}
          name="kind"
          label={say('alerts.kind')}
          options={optionsOf(alertKinds, language)}
          answer={kind}
          onAnswer={(chosen) => {
            setAfter(null)
            setKind(chosen)
          }}
        />
        {data === undefined && <Pending />}
        {data?.items.length === 0 && <p className={lists['empty']}>{say('alerts.none')}</p>}
        {groups.map(([word]) => {
          const items = grouped.get(word)
          return items === undefined ? null : (
            <Card key={word} title={say(word)}>
              <ul className={lists['rows']}>
                {items.map((item) => (
                  <AlertRow
                    key={item.id}
                    alert={item}
                    of={{ org: item.org, id: item.case }}
                    lead={<CaseLink item={item} />}
                  />
                ))}
              </ul>
            </Card>
          )
        })}
        {data !== undefined && data.next !== null && (
          <Button variant="default" onClick={() => setAfter(data.next)}>
            {say('alerts.older')}
          </Button>
        )}
        <Presumed />
      </div>
    </Page>
  )
}

function CaseLink({ item }: { readonly item: Item }): ReactNode {
  const { stationNumber, stationYear, tribunalNumber } = item
  const numbers = [stationNumber === null ? null : `${stationNumber}/${stationYear ?? ''}`, tribunalNumber]
  return (
    <>
      <Link to="/criminal-cases/$org/$id" params={{ org: item.org, id: item.case }} className={lists['code']}>
        {item.code}
      </Link>
      <span className={lists['quiet']}>{numbers.filter((one) => one !== null).join(' · ')}</span>
    </>
  )
}
