import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { accusedOffences, claimGoesOn, claimNextSteps, isCode, openClaimStates } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import marks from '../cases/case-risk.module.css'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

/** That a claim goes on, beside the code of the case: for those who may read of it, in no other way than they may. */
export function ClaimMark({ file }: FileProps): ReactNode {
  const say = useWords()
  const { today } = useDates()
  const goesOn = file.records.some(
    ({ record, state, values }) =>
      record === 'nonPunishmentClaim' && claimGoesOn(state, values['contestUntil'], today),
  )
  return goesOn ? <span className={marks['mark']}>{say('claims.goes-on')}</span> : null
}

/** What a survivor is accused of for things that they were made to do, and how the claim against it stands. */
export function CaseClaims({ file }: FileProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const claims = file.records.filter(({ record }) => record === 'nonPunishmentClaim')
  const writes = file.may.write.includes('narrative')
  if (file.tracing === null || (claims.length === 0 && !writes)) return null
  return (
    <Card title={caseRecords.nonPunishmentClaim.label[language]} id="claims">
      <p className={lists['quiet']}>{say(claims.length === 0 ? 'claims.none' : 'claims.what')}</p>
      {claims.length > 0 && (
        <ul className={lists['rows']}>
          {claims.map((kept) => (
            <Claim key={kept.id} file={file} kept={kept} />
          ))}
        </ul>
      )}
      {writes && (
        <div className={lists['acts']}>
          <AddRecordLink file={file} record="nonPunishmentClaim" />
        </div>
      )}
    </Card>
  )
}

function Claim({ file, kept }: FileProps & { readonly kept: Kept }): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { offences, claimCode, nextStep, nextBy, contestUntil } = kept.values
  const names = Array.isArray(offences)
    ? offences.flatMap((one) => (isCode(accusedOffences, one) ? [code(accusedOffences, one)] : []))
    : []
  const goesOn = openClaimStates.some((state) => state === kept.state)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {names.length > 0 ? names.join(' · ') : caseRecords.nonPunishmentClaim.label[language]}
          </RecordLink>
          <RecordState kept={kept} />
        </div>
        {goesOn && typeof nextBy === 'string' && (
          <p>
            {isCode(claimNextSteps, nextStep) && say('claims.next', { step: code(claimNextSteps, nextStep) })}{' '}
            <span className={lists['quiet']}>
              <DayText day={nextBy} />
            </span>
          </p>
        )}
        {kept.state === 'notAccepted' && typeof contestUntil === 'string' && (
          <p>
            {say('claims.until')} <DayText day={contestUntil} />
          </p>
        )}
        {typeof claimCode === 'string' && (
          <p title={say('claims.code-what')}>
            <span className={lists['quiet']}>{say('claims.code')}</span>{' '}
            <span className={lists['code']}>{claimCode}</span>
          </p>
        )}
        <RecordSteps file={file} kept={kept} />
      </div>
    </li>
  )
}
