import type { ConferenceMinutes, PrintMark } from '@setu/records/api'
import {
  conferencePosts,
  conferenceReasons,
  conferenceTopics,
  conferenceWays,
  conferenceWishes,
  decisionOwners,
  decisionStates,
  invitationStates,
  plainDate,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Facts, Part, Said, Signatures } from './paper-parts.tsx'
import styles from './prints.module.css'

interface MinutesPaperProps {
  readonly minutes: ConferenceMinutes
  readonly mark: PrintMark
}

/** What was said and decided at a case conference: what she wishes first, then who was there, then who does what until when. */
export function MinutesPaper({ minutes, mark }: MinutesPaperProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  const { reason, means, topics, wish, views, agenda, guests, decisions } = minutes
  const of = (list: Parameters<typeof code>[0], value: string | null) =>
    value === null ? null : code(list, value)
  return (
    <>
      <h2>{say('print.minutes-title')}</h2>
      <Facts
        facts={[
          [say('print.code'), mark.code],
          [say('print.held'), dates.written(plainDate(minutes.heldOn))],
          [say('print.reason'), of(conferenceReasons, reason)],
          [say('print.means'), of(conferenceWays, means)],
          [say('print.topics'), topics.map((topic) => code(conferenceTopics, topic)).join(', ')],
        ]}
      />
      <Part title={say('print.her-wish')}>
        {wish === null && views === null ? null : (
          <>
            {wish !== null && <p>{code(conferenceWishes, wish)}</p>}
            {views !== null && <Said words={views} />}
          </>
        )}
      </Part>
      <Part title={say('print.guests')}>
        {guests.length > 0 && (
          <ul className={styles['goals']}>
            {guests.map(({ post, office, state }, place) => (
              <li key={place}>
                {of(conferencePosts, post) ?? (office === null ? say('print.an-office') : name(office))}:{' '}
                {code(invitationStates, state)}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={say('print.agenda')}>{agenda !== null && <Said words={agenda} />}</Part>
      <Part title={say('print.said')}>{minutes.minutes !== null && <Said words={minutes.minutes} />}</Part>
      <Part title={say('print.decisions')}>
        {decisions.length > 0 && (
          <ol className={styles['goals']}>
            {decisions.map((decision, place) => (
              <DecisionOnPaper key={place} decision={decision} />
            ))}
          </ol>
        )}
      </Part>
      <p>{say('print.minutes-keep')}</p>
      <Signatures who={[say('print.sign-caseworker'), say('print.sign-supervisor')]} />
    </>
  )
}

function DecisionOnPaper({
  decision,
}: {
  readonly decision: ConferenceMinutes['decisions'][number]
}): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  const { words, owner, office, dueOn, state } = decision
  const who = [
    office === null ? owner !== null && code(decisionOwners, owner) : name(office),
    dueOn !== null && say('print.until', { day: dates.written(plainDate(dueOn)) }),
    code(decisionStates, state),
  ].filter(Boolean)
  return (
    <li>
      {words !== null && <Said words={words} />}
      <p className={styles['small']}>{who.join(' · ')}</p>
    </li>
  )
}
