import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { asRefusal } from '../../platform/refusal-words.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Contents } from '../../shell/contents.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { CaseAppointments } from '../appointments/case-appointments.tsx'
import { CaseChild } from '../children/case-child.tsx'
import { CaseClaims, ClaimMark } from '../claims/case-claims.tsx'
import { CaseConferences } from '../conferences/case-conferences.tsx'
import { ConsentsCard } from '../consents/consents-card.tsx'
import { CaseCourt } from '../court/case-court.tsx'
import { CaseDocuments } from '../documents/case-documents.tsx'
import { EmergencyBanner } from '../emergencies/emergency-banner.tsx'
import { CaseErasure } from '../erasures/case-erasure.tsx'
import { ErasedCase } from '../erasures/erased-case.tsx'
import { CaseFeedback } from '../feedback/case-feedback.tsx'
import { IdentificationCard } from '../identifications/identification-card.tsx'
import { CaseFollowUps } from '../livelihood/case-follow-ups.tsx'
import { CaseLiving } from '../livelihood/case-living.tsx'
import { CaseMoney } from '../money/case-money.tsx'
import { PrintLink } from '../prints/print-link.tsx'
import { CaseReferrals } from '../referrals/case-referrals.tsx'
import { CaseKeys } from '../renewals/case-keys.tsx'
import { CaseShelter } from '../shelter/case-shelter.tsx'
import { CaseWindow } from '../window/case-window.tsx'
import { CaseDue } from './case-due.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CasePath } from './case-path.tsx'
import { CasePlan } from './case-plan.tsx'
import { CaseRecords } from './case-records.tsx'
import { CaseRisk, RiskMark } from './case-risk.tsx'
import styles from './case-screen.module.css'
import { CaseTeam } from './case-team.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { CaseWho } from './case-who.tsx'

/** Who works on a case or answers for it: they renew its keys, and see how the survivor's own window stands. */
const answersFor: readonly string[] = ['own', 'supervise']

/** Who may ask that a case be erased, and who answers; nobody else is told of it. */
const erases: readonly string[] = ['own', 'supervise', 'dataProtection']

/** One person's file: who, what happened, what is promised, what was agreed. What may not be seen is absent. */
export function CaseScreen(): ReactNode {
  const say = useWords()
  const at = useParams({ from: '/inside/cases/$org/$id' })
  const { cases } = useDoors()
  const matters = useRef<HTMLDivElement>(null)
  const guards = useSignedIn().roles.includes('dataProtectionOfficer')
  const { data: file, error } = useQuery({
    queryKey: ['case', at.org, at.id],
    queryFn: () => cases.read(at),
    throwOnError: (why, { state }) =>
      guards && asRefusal(why).status === 404
        ? false
        : state.data === undefined || asRefusal(why).status === 404,
  })
  if (guards && error !== null && asRefusal(error).status === 404) return <ErasedCase at={at} />
  if (file === undefined) return <Pending />
  const reads = (part: (typeof file.may.read)[number]) => file.may.read.includes(part)
  return (
    <Page
      title={
        <span className={styles['marked']}>
          <span className={styles['code']}>{file.code}</span> <RiskMark file={file} />{' '}
          <ClaimMark file={file} />
        </span>
      }
      above={[{ label: say('bar.cases'), to: '/cases' }]}
      acts={
        <>
          {file.may.refer && (
            <LinkButton to="/cases/$org/$id/refer" params={at} icon="referrals">
              {say('case.refer')}
            </LinkButton>
          )}
          {file.may.refer && (
            <LinkButton to="/cases/$org/$id/consent" params={at} quiet>
              {say('case.ask-consent')}
            </LinkButton>
          )}
          {reads('trail') && (
            <LinkButton to="/cases/$org/$id/trail" params={at} icon="eye" quiet>
              {say('case.who-looked')}
            </LinkButton>
          )}
        </>
      }
    >
      {file.emergency !== null && <EmergencyBanner emergency={file.emergency} />}
      <CasePath file={file} />
      {file.closedOn !== null && answersFor.includes(file.relation ?? '') && (
        <p>
          <PrintLink file={file} kind="closureSummary" />
        </p>
      )}
      <Contents within={matters} />
      <div ref={matters} className={styles['columns']}>
        <div className={styles['column']}>
          <CaseWho file={file} />
          <CaseTeam file={file} />
        </div>
        <div className={styles['promised']}>
          <CaseDue file={file} />
          <CaseRisk file={file} />
          <CaseChild file={file} />
          <CasePlan file={file} />
          <CaseConferences file={file} />
          <CaseShelter file={file} />
          <CaseLiving file={file} />
          <CaseFollowUps file={file} />
          <CaseClaims file={file} />
          <CaseCourt file={file} />
          <CaseAppointments file={file} />
          <CaseMoney file={file} />
          <CaseFeedback file={file} />
          {reads('status') && <ConsentsCard file={file} />}
          <CaseReferrals file={file} />
          {answersFor.includes(file.relation ?? '') && <CaseWindow file={file} />}
        </div>
        <div className={styles['story']}>
          {answersFor.includes(file.relation ?? '') && <IdentificationCard file={file} />}
          <CaseTimeline file={file} />
          <CaseNotes file={file} />
          <CaseRecords file={file} />
          <CaseDocuments file={file} />
          {answersFor.includes(file.relation ?? '') && <CaseKeys file={file} />}
          {erases.includes(file.relation ?? '') && <CaseErasure file={file} />}
        </div>
      </div>
    </Page>
  )
}
