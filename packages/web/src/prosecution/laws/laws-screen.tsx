import type { LawList } from '@setu/records/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import linkStyles from '../../shell/link-button.module.css'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Comparison } from './comparison.tsx'
import { comparisonAddress } from './door.ts'
import { LawsOfCountry } from './laws-of-country.tsx'

/** The laws against trafficking of the region: side by side for offences of a day, and each by itself. */
export function LawsScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { laws } = useDoors()
  const draws = useSignedIn().roles.includes('prosecutor')
  const [day, setDay] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: ['laws', day],
    queryFn: () => laws.list(day),
    placeholderData: keepPreviousData,
  })
  if (data === undefined) return error === null ? <Pending /> : <RefusalNote error={error} />
  return (
    <Page
      title={say('law.title')}
      acts={
        <>
          <a className={linkStyles['quiet']} href={comparisonAddress(data.day, 'xlsx', language)} download>
            {say('law.as-excel')}
          </a>
          <a className={linkStyles['quiet']} href={comparisonAddress(data.day, 'csv', language)} download>
            {say('law.as-csv')}
          </a>
          {draws && (
            <LinkButton to="/laws/editions" quiet>
              {say('law.editions')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className={lists['stack']}>
        <p>{say('law.care')}</p>
        <Overlaps overlaps={data.overlaps} />
        {data.unreadable.map(({ name }) => (
          <p key={name} role="alert">
            {say('law.unreadable', { name })}
          </p>
        ))}
        <Card title={say('law.compare')}>
          <div className={lists['stack']}>
            <DayField
              name="day"
              label={say('law.day')}
              required
              fault={null}
              answer={day ?? data.day}
              onAnswer={(answer) => setDay(typeof answer === 'string' && answer !== '' ? answer : null)}
            />
            <Comparison laws={data} />
          </div>
        </Card>
        <LawsOfCountry laws={data} draws={draws} />
      </div>
    </Page>
  )
}

function Overlaps({ overlaps }: Pick<LawList, 'overlaps'>): ReactNode {
  const say = useWords()
  return overlaps.map(({ first, second }) => (
    <p key={`${first} ${second}`} role="alert">
      {say('law.overlap', { first, second })}
    </p>
  ))
}
