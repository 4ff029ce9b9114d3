import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import type { ReactNode } from 'react'
import { isEmpty } from '../../forms/faults.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from './add-record-link.tsx'
import styles from './case-screen.module.css'
import { atAGlance } from './case-who.tsx'
import { RecordLink } from './record-link.tsx'
import { amends, RecordState, RecordSteps } from './record-steps.tsx'
import { RecordValues } from './record-values.tsx'
import { SealedPart } from './sealed-part.tsx'

/** What a caseworker adds herself, in the order of the work; the others come in with files. */
const added: readonly CaseRecordName[] = ['traffickingEvent', 'personMentioned']

/** These stand in cards of their own. */
const elsewhere: readonly CaseRecordName[] = [
  'personIdentity',
  'personContact',
  'caseFacts',
  'riskAssessment',
  'safetyPlan',
  'needsAssessment',
  'servicePlan',
  'supportPlan',
  'serviceDelivered',
  'shelterStay',
  'training',
  'startUp',
  'employment',
  'reintegration',
  'followUp',
  'tracingAttempt',
  'sustainability',
  'payment',
  'compensation',
  'guardian',
  'bestInterestsAssessment',
  'bestInterestsDetermination',
  'survivorFeedback',
  'nonPunishmentClaim',
  'appointment',
  'caseConference',
  'conferenceGuest',
  'conferenceDecision',
  'courtLink',
  'courtTold',
]

/** What happened and what is planned: coded facts in clear, words behind *Show*. */
export function CaseRecords({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const writes = (record: CaseRecordName) => {
    const { part } = caseRecords[record]
    return part !== null && file.may.write.includes(part)
  }
  const told = Object.fromEntries(
    Object.entries(file.facts?.values ?? {}).filter(([key]) => !atAGlance.includes(key)),
  )
  const others = file.records.filter(({ record }) => !elsewhere.includes(record))
  const adds = added.filter(writes)
  const reads = file.may.read.includes('narrative')
  const silent = Object.values(told).every(isEmpty) && others.length === 0 && adds.length === 0 && !reads
  if (silent) return null
  return (
    <Card title={caseRecords.caseFacts.label[language]} id="facts">
      <RecordValues record={caseRecords.caseFacts} values={told} />
      {others.map((kept) => (
        <section key={kept.id} className={styles['group']}>
          <div className={lists['line']}>
            <h3 className={styles['groupTitle']}>{caseRecords[kept.record].label[language]}</h3>
            <RecordState kept={kept} />
            {writes(kept.record) && amends(kept) && (
              <RecordLink file={file} kept={kept}>
                {say('case.change')}
                <span className="heard"> {caseRecords[kept.record].label[language]}</span>
              </RecordLink>
            )}
          </div>
          <RecordValues record={caseRecords[kept.record]} values={kept.values} />
          {kept.sealed.length > 0 && (
            <p className={lists['quiet']}>{say('case.sealed-too', { count: kept.sealed.length })}</p>
          )}
          <RecordSteps file={file} kept={kept} />
        </section>
      ))}
      {reads && (
        <div className={styles['sealed']}>
          <SealedPart file={file} part="narrative" />
        </div>
      )}
      {adds.length > 0 && (
        <div className={styles['sealed']}>
          <ul className={lists['rows']}>
            {adds.map((record) => (
              <li key={record}>
                <AddRecordLink file={file} record={record} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
