import type { OwnPlan as Plan } from '@setu/records/api'
import {
  communityNeeds,
  goalStates,
  householdNeeds,
  individualNeeds,
  parsePartialDate,
  planAgreements,
  serviceGivers,
  serviceTypes,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnContest } from './own-contest.tsx'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { useOwn } from './use-own.ts'

type Item = Plan['items'][number]

const kinds = ['plan', 'goal', 'service', 'session', 'decision', 'claim', 'needs'] as const

const titles: Readonly<Record<Item['kind'], WordId>> = {
  plan: 'own.plan-wishes',
  goal: 'own.plan-goals',
  service: 'own.plan-services',
  session: 'own.plan-sessions',
  decision: 'own.plan-decisions',
  claim: 'own.plan-claims',
  needs: 'own.plan-needs',
}

const fields: Readonly<Record<string, WordId>> = {
  wishes: 'own.field-wishes',
  changes: 'own.field-changes',
  objectives: 'own.field-objectives',
  actions: 'own.field-actions',
  words: 'own.field-words',
  individualWords: 'own.field-ownWords',
  strengths: 'own.field-strengths',
  householdWords: 'own.field-householdWords',
  communityWords: 'own.field-communityWords',
}

/** How something stands, in words that accuse nobody and name nothing. */
const standings: Readonly<Partial<Record<Item['kind'], Readonly<Record<string, WordId>>>>> = {
  session: {
    given: 'own.session-given',
    missed: 'own.session-missed',
    stopped: 'own.session-stopped',
  },
  decision: {
    decided: 'own.decision-decided',
    done: 'own.decision-done',
    dropped: 'own.decision-dropped',
  },
  claim: {
    raised: 'own.claim-asked',
    supported: 'own.claim-asked',
    contested: 'own.claim-asked-again',
    accepted: 'own.claim-accepted',
    notAccepted: 'own.claim-not-yet',
    lost: 'own.claim-lost',
  },
}

/** What was planned with her and what was done, in the words in which it was written down. */
export function OwnPlan({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.plan, onEnded)
  const items = value?.items ?? []
  return (
    <OwnRoom title={say('own.to-plan')} what={say('own.plan-what')} onBack={onBack}>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value === null && trouble === null && <p role="status">{say('own.loading')}</p>}
      {value !== null && items.length === 0 && <p>{say('own.written-none')}</p>}
      {value?.unopened && <p>{say('own.written-shut')}</p>}
      {kinds
        .map((kind) => ({ kind, those: items.filter((item) => item.kind === kind) }))
        .filter(({ those }) => those.length > 0)
        .map(({ kind, those }) => (
          <section key={kind} className={styles['part']}>
            <h3 className={styles['strong']}>{say(titles[kind])}</h3>
            <ul className={styles['list']}>
              {those.map((item) => (
                <PlanRow key={item.id} item={item} />
              ))}
            </ul>
          </section>
        ))}
      {items.length > 0 && <OwnContest part="protection" onEnded={onEnded} />}
    </OwnRoom>
  )
}

function PlanRow({ item }: { readonly item: Item }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { partial } = useDates()
  const { kind, state, day, ends, service, giver, agreement, words } = item
  const end = ends === null ? null : parsePartialDate(ends)
  const standing = state === null ? undefined : standings[kind]?.[state]
  return (
    <li className={styles['item']}>
      {service !== null && <p className={styles['strong']}>{code(serviceTypes, service)}</p>}
      {words.length > 0 && (
        <dl className={styles['values']}>
          {words.map(({ field, value }) => {
            const word = fields[field]
            return (
              <div key={field}>
                <dt>{word === undefined ? field : say(word)}</dt>
                <dd>{value}</dd>
              </div>
            )
          })}
        </dl>
      )}
      <NeedsList item={item} />
      {standing !== undefined && <p>{say(standing)}</p>}
      {kind === 'session' && end !== null && <p>{say('own.session-next', { day: partial(end) })}</p>}
      {giver !== null && <p>{say('own.plan-giver', { who: code(serviceGivers, giver) })}</p>}
      {agreement !== null && <p>{say('own.plan-answer', { answer: code(planAgreements, agreement) })}</p>}
      <p className={styles['quiet']}>
        {kind === 'goal' && state !== null && code(goalStates, state)}
        {kind === 'goal' && end !== null && <> · {say('own.plan-until', { day: partial(end) })}</>}
        {kind === 'decision' && end !== null && <>{say('own.plan-until', { day: partial(end) })} · </>}
        {day !== null && <DayText day={day} written />}
      </p>
    </li>
  )
}

/** What was found to be needed, one thing under the other. */
function NeedsList({ item }: { readonly item: Item }): ReactNode {
  const { code } = useLabels()
  const needed = [
    ...item.individual.map((one) => code(individualNeeds, one)),
    ...item.household.map((one) => code(householdNeeds, one)),
    ...item.community.map((one) => code(communityNeeds, one)),
    ...item.helps.map((one) => code(serviceTypes, one)),
  ]
  if (needed.length === 0) return null
  return (
    <ul className={styles['plain']}>
      {[...new Set(needed)].map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}
