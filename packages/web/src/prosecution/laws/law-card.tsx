import type { LawList } from '@setu/records/api'
import {
  iccsCodes,
  labelOf,
  lawLimits,
  lawMarks,
  lawStatuses,
  offenceCategories,
  offenceKey,
  penaltyText,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { addressOf, limitText, procedureText } from './law-words.ts'
import styles from './laws.module.css'

type Item = LawList['items'][number]
type Law = Item['law']

interface LawCardProps {
  readonly item: Item
  readonly draws: boolean
}

/** One law: since when it holds, what somebody who applies it must know, its offences and its time limits. */
export function LawCard({ item: { name, since, law }, draws }: LawCardProps): ReactNode {
  const say = useWords()
  const labels = useLabels()
  return (
    <Card
      title={labels.name(law.title)}
      act={
        draws && (
          <LinkButton
            to="/laws/draft/$name"
            params={{ name: addressOf(name) }}
            quiet
            about={labels.name(law.title)}
          >
            {say('law.change')}
          </LinkButton>
        )
      }
    >
      <p>
        <strong>{labels.code(lawStatuses, law.status)}</strong> · <Validity law={law} /> ·{' '}
        <span className={lists['code']}>{name}</span>
        {since !== null && (
          <>
            {' · '}
            {say('law.laid-down')} <DayText day={since.slice(0, 10)} />
          </>
        )}
      </p>
      {law.note !== null && <p>{labels.name(law.note)}</p>}
      <Rests of={law} />
      {law.offences.length > 0 && <Offences law={law} />}
      <Limits law={law} />
    </Card>
  )
}

function Validity({ law: { validFrom, validTo } }: { readonly law: Law }): ReactNode {
  const say = useWords()
  return (
    <>
      {validFrom === null ? (
        say('law.from-unknown')
      ) : (
        <>
          {say('law.from')} <DayText day={validFrom} written />
        </>
      )}
      {validTo !== null && (
        <>
          {' '}
          {say('law.to')} <DayText day={validTo} written />
        </>
      )}
    </>
  )
}

/** How sure something is, and what it rests on. */
function Rests({ of }: { readonly of: Pick<Law, 'mark' | 'source'> }): ReactNode {
  const labels = useLabels()
  return (
    <p className={styles['rests']} data-mark={of.mark}>
      {labels.code(lawMarks, of.mark)}: {of.source}
    </p>
  )
}

function Offences({ law }: { readonly law: Law }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const labels = useLabels()
  return (
    <details className={styles['part']}>
      <summary>
        {say('law.offences')} ({dates.number(law.offences.length)})
      </summary>
      <ul className={lists['rows']}>
        {law.offences.map((offence) => (
          <li key={offenceKey(offence)} className={`${lists['row']} ${lists['below']}`}>
            <div>
              <span className={lists['strong']}>
                {say('law.section')} {offence.section ?? say('law.not-known')}: {labels.name(offence.title)}
              </span>
              <p>{penaltyText(offence.penalty, law.currency, labels.language)}</p>
              {offence.procedure !== null && <p>{procedureText(offence.procedure, say)}</p>}
              <p className={styles['note']}>
                {labels.code(offenceCategories, offence.category)}
                {offence.iccs !== null &&
                  ` · ICCS ${offence.iccs} ${labelOf(iccsCodes, offence.iccs, labels.language)}`}
              </p>
              <Rests of={offence} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Limits({ law }: { readonly law: Law }): ReactNode {
  const say = useWords()
  const labels = useLabels()
  if (law.scope === 'instrument' && law.limits.length === 0) return null
  return (
    <details className={styles['part']}>
      <summary>{say('law.limits')}</summary>
      {law.limits.length === 0 && <p className={lists['empty']}>{say('law.no-limits')}</p>}
      <ul className={lists['rows']}>
        {law.limits.map((limit) => (
          <li key={limit.kind} className={`${lists['row']} ${lists['below']}`}>
            <div>
              <span className={lists['strong']}>{labels.code(lawLimits, limit.kind)}</span>
              {limit.section !== null && ` · ${say('law.section')} ${limit.section}`}
              <p>{limitText(limit, say)}</p>
              <Rests of={limit} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
