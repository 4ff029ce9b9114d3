import type { DueView } from '@setu/records/api'
import { isCode, textStates } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'

const ofReferrals = [
  'acknowledgeReferral',
  'answerReferral',
  'startService',
  'giveFeedback',
  'giveService',
  'answerTransfer',
]

const ofHomes = ['answerShelter', 'reviewShelter']

const ofTips = ['triageTip', 'completeScreening', 'answerScreening']

/** The verb on the button: what is done about this promise. */
const verbs: Readonly<Record<string, WordId>> = {
  followUp: 'my-day.record',
  tracePerson: 'my-day.record',
  safetyCheck: 'my-day.record',
  approvePayment: 'my-day.answer',
  keepReceipt: 'my-day.record',
  renewConsent: 'my-day.ask',
  completeIntake: 'my-day.continue',
  meetSurvivor: 'my-day.record',
  remindSurvivor: 'my-day.record',
}

interface DueRowProps {
  readonly due: DueView
  /** The code of what is to be answered, when the promise is not of a case that may be opened yet. */
  readonly code: string | undefined
}

/** A promise: when, what, in which case, and one act without searching. */
export function DueRow({ due, code }: DueRowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const labelOf = useDueLabel()
  const { name } = useLabels()
  const spoken = dates.dueMoment(new Date(due.due))
  return (
    <li className={`${lists['row']} ${lists['brief']} ${lists['marked']}`} data-standing={spoken.standing}>
      <div>
        <div className={lists['line']}>
          <DueMark due={spoken} />
          <span className={lists['strong']}>{labelOf(due.kind)}</span>
        </div>
        <div className={lists['line']}>
          {due.case ? (
            <Link to="/cases/$org/$id" params={due.case} className={lists['code']}>
              {due.case.code}
            </Link>
          ) : (
            code !== undefined && <span className={lists['code']}>{code}</span>
          )}
          {due.office && <span>{say('due.office', { office: name(due.office) })}</span>}
        </div>
        {due.text && <TextOf text={due.text} />}
      </div>
      {ofReferrals.includes(due.kind) ? (
        <LinkButton to="/referrals" quiet>
          {say('my-day.answer')}
        </LinkButton>
      ) : ofTips.includes(due.kind) ? (
        <LinkButton to="/tips" quiet>
          {say('my-day.review')}
        </LinkButton>
      ) : ofHomes.includes(due.kind) && due.case === null ? (
        <LinkButton to="/shelter" quiet>
          {say('my-day.review')}
        </LinkButton>
      ) : (
        due.case && <CaseAct due={due} to={due.case} />
      )}
    </li>
  )
}

/** How the text stands that reminds in the place of a person. */
function TextOf({ text: { state, at } }: { readonly text: NonNullable<DueView['text']> }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  if (!isCode(textStates, state)) return null
  return (
    <p className={lists['quiet']}>
      {say('texts.of-this', { state: code(textStates, state) })}
      {at !== null && (
        <>
          {' · '}
          <MomentText moment={at} />
        </>
      )}
    </p>
  )
}

const ofRecord: Readonly<Record<string, string>> = {
  followUp: 'followUp',
  approvePayment: 'payment',
  keepReceipt: 'payment',
  hearFeedback: 'survivorFeedback',
  meetSurvivor: 'appointment',
  remindSurvivor: 'appointment',
}

interface CaseActProps {
  readonly due: DueView
  readonly to: NonNullable<DueView['case']>
}

/** What a rule promised of one record leads to where that is gone on with; all else to its case. */
function CaseAct({ due, to }: CaseActProps): ReactNode {
  const say = useWords()
  const verb = say(verbs[due.kind] ?? 'my-day.review')
  const record = ofRecord[due.kind]
  if (record !== undefined && due.about !== null && due.rule !== 'person') {
    return (
      <LinkButton
        to="/cases/$org/$id/record/$record"
        params={{ org: to.org, id: to.id, record }}
        search={{ of: due.about }}
        quiet
        about={to.code}
      >
        {verb}
      </LinkButton>
    )
  }
  if (due.kind === 'renewConsent' && due.rule !== 'person') {
    return (
      <LinkButton to="/cases/$org/$id/consent" params={{ org: to.org, id: to.id }} quiet about={to.code}>
        {verb}
      </LinkButton>
    )
  }
  return (
    <LinkButton to="/cases/$org/$id" params={to} quiet about={to.code}>
      {verb}
    </LinkButton>
  )
}
