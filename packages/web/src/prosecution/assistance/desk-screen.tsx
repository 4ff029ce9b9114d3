import type { AssistanceDesk, AssistanceQuery } from '@setu/records/api'
import { assistanceAsked, assistanceKinds, assistanceStages } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { countryName } from '../../forms/value-text.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { Choice } from '../../shell/choice.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { free } from '../criminal-cases/options.ts'
import { Silence } from './silence.tsx'

/** What other countries were asked for in the cases of one's offices, the longest silence first. */
export function DeskScreen(): ReactNode {
  const say = useWords()
  const { countries } = useLists()
  const { prosecution } = useDoors()
  const [standing, setStanding] = useState<NonNullable<AssistanceQuery['standing']>>('open')
  const [country, setCountry] = useState<string | null>(null)
  const query = { standing, ...(country === null ? {} : { country }) }
  const { data } = useQuery({
    queryKey: ['assistance', query],
    queryFn: () => prosecution.assistanceDesk(query),
  })
  return (
    <Page title={say('abroad.title')} above={[{ label: say('court.cases'), to: '/criminal-cases' }]}>
      <div className={lists['stack']}>
        <p>{say('abroad.what')}</p>
        <Choice
          name="standing"
          label={say('abroad.which')}
          options={[
            { value: 'open', label: say('abroad.open') },
            { value: 'over', label: say('abroad.over') },
          ]}
          value={standing}
          onChoose={setStanding}
        />
        <OneOf
          {...free}
          name="country"
          label={say('abroad.country')}
          options={countries}
          answer={country}
          onAnswer={setCountry}
        />
        {data === undefined ? <Pending /> : <Requests desk={data} />}
      </div>
    </Page>
  )
}

function Requests({ desk: { items, more } }: { readonly desk: AssistanceDesk }): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  if (items.length === 0) return <p className={lists['empty']}>{say('abroad.none')}</p>
  return (
    <Card title={say('abroad.title')}>
      <ul className={lists['rows']}>
        {items.map((one) => (
          <li key={one.id} className={lists['row']}>
            <div>
              <div className={lists['line']}>
                <Link
                  to="/criminal-cases/$org/$id"
                  params={{ org: one.org, id: one.case }}
                  className={lists['code']}
                >
                  {one.code}
                </Link>
                <span className={lists['strong']}>{countryName(one.country, language)}</span>
                <span>{code(assistanceKinds, one.kind)}</span>
                <span>
                  {code(assistanceStages, one.stage)}, <DayText day={one.on} written />
                </span>
              </div>
              {one.silentSince !== null && <Silence since={one.silentSince} />}
              <p className={lists['quiet']}>
                {one.asked.map((what) => code(assistanceAsked, what)).join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {more && <p>{say('abroad.more')}</p>}
    </Card>
  )
}
