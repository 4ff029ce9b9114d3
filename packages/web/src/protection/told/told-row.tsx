import type { NoticeView } from '@setu/records/api'
import { caseEventKinds, isCode } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'
import { type Lead, leadOf } from './lead.ts'

/** What is told of promises and of what others ask; everything else is told as the timeline says it. */
const words: Readonly<Record<string, WordId>> = {
  dueSoon: 'told.due-soon',
  overdue: 'told.overdue',
  escalated: 'told.escalated',
  assigned: 'told.assigned',
  referralOffered: 'told.referral-offered',
  emergencyAsked: 'told.emergency-asked',
  emergencyGranted: 'told.emergency-granted',
  emergencyGiven: 'told.emergency-given',
  emergencyDeclined: 'told.emergency-declined',
  emergencyOwn: 'told.emergency-own',
  emergencyUnproved: 'told.emergency-unproved',
  complaintReceived: 'told.complaint-received',
  complaintAnswered: 'told.complaint-answered',
  reviewBegun: 'told.review-begun',
  reviewToChange: 'told.review-to-change',
  breachOpened: 'told.breach-opened',
  breachTold: 'told.breach-told',
  manyCases: 'told.many-cases',
  erasureAsked: 'told.erasure-asked',
  erasureDeclined: 'told.erasure-declined',
  caseErased: 'told.case-erased',
  logUnwitnessed: 'told.log-unwitnessed',
  logDisputed: 'told.log-disputed',
  codeGuessed: 'told.code-guessed',
  passwordReset: 'told.password-reset',
  factorsReset: 'told.factors-reset',
  keyWaits: 'told.key-waits',
  keyGiven: 'told.key-given',
  keyRecovered: 'told.key-recovered',
  recoveryMade: 'told.recovery-made',
  windowWithdrew: 'told.window-withdrew',
  windowFrozen: 'told.window-frozen',
  windowStays: 'told.window-stays',
  appointmentAnswered: 'told.appointment-answered',
  textsChosen: 'told.texts-chosen',
  textsStopped: 'told.texts-stopped',
  textNotSent: 'told.text-not-sent',
  messageReceived: 'told.message-received',
  feedbackGiven: 'told.feedback-given',
  contested: 'told.contested',
  criminalAlerts: 'told.criminal-alerts',
}

const standings: Readonly<Record<string, string>> = {
  dueSoon: 'due',
  overdue: 'late',
  escalated: 'late',
  emergencyAsked: 'late',
  emergencyGranted: 'late',
  emergencyOwn: 'late',
  emergencyUnproved: 'late',
  breachOpened: 'late',
  breachTold: 'late',
  manyCases: 'late',
  erasureAsked: 'due',
  keyWaits: 'due',
  keyRecovered: 'late',
  windowWithdrew: 'due',
  windowFrozen: 'due',
  contested: 'due',
  criminalAlerts: 'due',
  appointmentAnswered: 'due',
  textNotSent: 'due',
  messageReceived: 'due',
  logUnwitnessed: 'due',
  logDisputed: 'late',
}

/** Something that one was told: what, about which promise or code, when, and where it is dealt with. */
export function ToldRow({ notice }: { readonly notice: NoticeView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const labelOf = useDueLabel()
  const { kind, about, made } = notice
  const word = words[kind]
  const said =
    word !== undefined
      ? say(word, { person: about['person'] ?? '', code: about['code'] ?? '' })
      : isCode(caseEventKinds, kind)
        ? code(caseEventKinds, kind)
        : kind
  const promise = about['kind']
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={standings[kind]}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{said}</span>
          {promise !== undefined && <span>{labelOf(promise)}</span>}
        </div>
        <div className={lists['line']}>
          <ToldLead lead={leadOf(notice)} handover={kind === 'transferOffered'} />
          <span className={lists['quiet']}>
            <MomentText moment={made} />
          </span>
        </div>
      </div>
    </li>
  )
}

interface ToldLeadProps {
  readonly lead: Lead
  readonly handover: boolean
}

function ToldLead({ lead, handover }: ToldLeadProps): ReactNode {
  const say = useWords()
  if (lead.to === 'day') return <Link to="/">{say('told.to-day')}</Link>
  if (lead.to === 'emergency') return <Link to="/emergency">{say('told.to-emergency')}</Link>
  if (lead.to === 'erasures') return <Link to="/erasures">{say('told.to-erasures')}</Link>
  if (lead.to === 'complaints') return <Link to="/complaints">{say('told.to-complaints')}</Link>
  if (lead.to === 'reviews') return <Link to="/access-reviews">{say('told.to-reviews')}</Link>
  if (lead.to === 'incidents') return <Link to="/incidents">{say('told.to-incidents')}</Link>
  if (lead.to === 'alerts') return <Link to="/criminal-alerts">{say('told.to-alerts')}</Link>
  if (lead.to === 'log') return <Link to="/log">{say('told.to-log')}</Link>
  if (lead.to === 'case') {
    return (
      <Link to="/cases/$org/$id" params={lead.case} className={lists['code']}>
        {lead.code}
      </Link>
    )
  }
  return (
    <Link to="/referrals" search={lead.to === 'sent' ? { box: 'out' } : {}}>
      {lead.code === undefined
        ? say('told.to-referrals')
        : say(handover ? 'transfer.title' : 'told.referral', { code: lead.code })}
    </Link>
  )
}
