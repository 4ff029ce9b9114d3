import type { CaseRecordName } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { type CaseRequirement, caseRequirements } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLabels } from '../../words/use-labels.ts'

/** The record that is written for it; what is being written already is gone on with. */
const shownBy: Partial<Record<CaseRequirement, CaseRecordName>> = {
  safeContact: 'personContact',
  riskAssessed: 'riskAssessment',
  noHighRisk: 'riskAssessment',
  safetyPlan: 'safetyPlan',
  needsAssessed: 'needsAssessment',
  planAnswered: 'servicePlan',
  planApproved: 'servicePlan',
  followUpsDone: 'followUp',
  compensationPaid: 'compensation',
  noOpenClaim: 'nonPunishmentClaim',
  noOpenCourtLink: 'courtLink',
  feedbackInvited: 'survivorFeedback',
  safelyTraced: 'tracingAttempt',
  guardianOfChild: 'guardian',
}

const begunStates: readonly string[] = [
  'draft',
  'agreed',
  'planned',
  'ordered',
  'partlyPaid',
  'named',
  'raised',
  'supported',
  'contested',
  'notAccepted',
  'linked',
]

const inFacts: readonly CaseRequirement[] = ['ageBand', 'sex', 'language']

interface MissingStepProps {
  readonly file: CaseView
  readonly requirement: CaseRequirement
}

/** Something that is still to be done, as the way to where it is done, if there is one place for it. */
export function MissingStep({ file, requirement }: MissingStepProps): ReactNode {
  const { code } = useLabels()
  const words = code(caseRequirements, requirement)
  const { org, id } = file
  const begun = (record: CaseRecordName) =>
    file.records.find(
      (one) => one.record === record && (one.state === null || begunStates.includes(one.state)),
    )
  const toRecord = (record: CaseRecordName) => {
    const there = begun(record)
    return (
      <Link
        to="/cases/$org/$id/record/$record"
        params={{ org, id, record }}
        search={there ? { of: there.id } : {}}
      >
        {words}
      </Link>
    )
  }
  if (inFacts.includes(requirement)) return toRecord('caseFacts')
  const record = shownBy[requirement]
  if (record !== undefined) return toRecord(record)
  if (requirement === 'rightsNotice') return <a href="#consents">{words}</a>
  if (requirement === 'serviceConsent') {
    return (
      <Link to="/cases/$org/$id/consent" params={{ org, id }}>
        {words}
      </Link>
    )
  }
  return words
}
