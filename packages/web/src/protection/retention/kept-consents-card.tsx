import { Button } from '@mantine/core'
import type { ConsentsKept, KeptConsents } from '@setu/records/api'
import { consentPurposes, consentStatuses, parts, plainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface KeptConsentsCardProps {
  readonly kept: readonly ConsentsKept[]
  readonly years: number
}

/** What is left of erased cases, as proof of what was allowed. */
export function KeptConsentsCard({ kept, years }: KeptConsentsCardProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  if (kept.length === 0) return null
  return (
    <Card title={say('retention.consents')}>
      <p className={lists['quiet']}>{say('retention.consents-what', { years: number(years) })}</p>
      <ul className={lists['rows']}>
        {kept.map((one) => (
          <li key={one.erasure} className={`${lists['row']} ${lists['below']}`}>
            <OfOneCase kept={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OfOneCase({ kept }: { readonly kept: ConsentsKept }): ReactNode {
  const say = useWords()
  const { written, number } = useDates()
  const { retention } = useDoors()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['kept-consents', kept.org, kept.erasure],
    queryFn: () => retention.consents({ org: kept.org, id: kept.erasure }),
    enabled: open,
  })
  return (
    <>
      <div>
        <span className={lists['code']}>{kept.code}</span>
        <p>{say('retention.until', { day: written(plainDate(kept.keptUntil)) })}</p>
        <p className={lists['quiet']}>
          {say('retention.consents-erased', { day: written(plainDate(kept.erasedOn)) })}
        </p>
        {data && (
          <ul className={lists['rows']}>
            {data.items.map((item) => (
              <li key={item.id} className={lists['row']}>
                <KeptConsent consent={item} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {!open && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {say('retention.consents-show', { count: number(kept.count) })}
        </Button>
      )}
    </>
  )
}

function KeptConsent({ consent }: { readonly consent: KeptConsents['items'][number] }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  return (
    <div>
      <div>
        {code(consentPurposes, consent.purpose)}
        {consent.recipient && `: ${name(consent.recipient)}`}
      </div>
      {consent.inWords && <div className={lists['quiet']}>{say('consents.named')}</div>}
      {consent.parts.length > 0 && (
        <div className={lists['quiet']}>{consent.parts.map((part) => code(parts, part)).join('; ')}</div>
      )}
      <div className={lists['quiet']}>
        {code(consentStatuses, consent.state)} · <DayText day={consent.givenOn} written />
        {' – '}
        <DayText day={consent.withdrawnOn ?? consent.validUntil} written />
      </div>
    </div>
  )
}
