import type { ReferralView } from '@setu/records/api'
import {
  ageBands,
  declineReasons,
  givesServices,
  referralStates,
  serviceTypes,
  sexes,
  spokenLanguages,
  urgencies,
} from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { placeName } from '../../directory/place-names.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { OwnServices } from '../services/own-services.tsx'
import { ClockBar } from './clock-bar.tsx'
import { OpenReferral } from './open-referral.tsx'
import { ReferralActs } from './referral-acts.tsx'
import styles from './referrals.module.css'

/** Whether a referral asks for a service of the kind that is given, session by session. */
function gives({ service }: ReferralView): boolean {
  return serviceTypes.entries.some(({ code, work }) => code === service && givesServices.has(work))
}

/** One referral: what is asked, by whom, whose turn it is and how long they have left. */
export function ReferralCard({ referral }: { readonly referral: ReferralView }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, code, name } = useLabels()
  const received = referral.direction === 'received'
  const mayOpen = !received || !['sent', 'acknowledged'].includes(referral.state)
  const running = referral.clocks.filter(({ done }) => done === null)
  const [first] = running
  const about = [
    referral.sex && code(sexes, referral.sex),
    referral.ageBand && code(ageBands, referral.ageBand),
    referral.language && code(spokenLanguages, referral.language),
    referral.district && placeName(referral.district, language),
  ].filter(Boolean)
  return (
    <li
      className={styles['referral']}
      data-standing={first ? dates.dueMoment(new Date(first.due)).standing : 'ahead'}
    >
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {code(serviceTypes, referral.service)} · <span className={lists['code']}>{referral.code}</span>
        </h2>
        <strong>{code(referralStates, referral.state)}</strong>
      </div>
      <div>
        <div>
          {received
            ? say('referral.from', { who: name(referral.from.name) })
            : say('referral.to', { who: name(referral.to.name) })}
        </div>
        <div className={lists['quiet']}>
          {[code(urgencies, referral.urgency), ...about].join(' · ')}
          {referral.sent && (
            <>
              {' · '}
              {say('referral.sent-on')} <MomentText moment={referral.sent} />
            </>
          )}
        </div>
        {referral.workerPreference && (
          <div className={lists['quiet']}>
            {say('referral.prefers', { sex: code(sexes, referral.workerPreference) })}
          </div>
        )}
        {referral.accompanied === true && <div className={lists['quiet']}>{say('referral.accompanied')}</div>}
        {referral.declineReason && (
          <div>{say('referral.because', { reason: code(declineReasons, referral.declineReason) })}</div>
        )}
        {referral.case && (
          <div>
            {say('referral.case')}{' '}
            <Link to="/cases/$org/$id" params={referral.case} className={lists['code']}>
              {referral.case.code}
            </Link>
          </div>
        )}
      </div>
      {running.length > 0 && (
        <div className={styles['clocks']}>
          {running.map((clock) => (
            <ClockBar key={clock.kind} clock={clock} />
          ))}
        </div>
      )}
      {referral.hasNote && mayOpen && <OpenReferral referral={referral} />}
      {received && referral.case && gives(referral) && <OwnServices referral={referral} of={referral.case} />}
      <ReferralActs referral={referral} />
    </li>
  )
}
