import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import {
  type BestInterests,
  careOptions,
  childActs,
  countsAsChild,
  guardianRelations,
  isCode,
  missingFor,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import cases from '../cases/case-screen.module.css'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { useWorkingRules } from '../rules/use-working-rules.ts'

type Kept = CaseView['records'][number]

const looked: readonly CaseRecordName[] = ['bestInterestsAssessment', 'bestInterestsDetermination']
const gone: readonly (string | null)[] = ['dropped', 'replaced', 'ended']

/** What was looked into for the child of a case, as far as the gates ask for it. */
export function bestInterestsIn(records: readonly Kept[]): BestInterests {
  const decision = records.find(
    ({ record, state }) => record === 'bestInterestsDetermination' && state === 'decided',
  )?.values['decision']
  return {
    assessed: records.some(({ record, state }) => record === 'bestInterestsAssessment' && state === 'made'),
    decision: isCode(careOptions, decision) ? decision : null,
  }
}

/** Who acts for a child, what was found to be best for them, and what has to wait for that. */
export function CaseChild({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const kept = file.records.filter(({ state }) => !gone.includes(state))
  const guardians = kept.filter(({ record }) => record === 'guardian')
  const found = kept.filter(({ record }) => looked.includes(record))
  const writes = file.may.write.includes('protection')
  const rules = useWorkingRules()
  const child = countsAsChild(file.ageBand, rules.child.doubtIsChild)
  if (!file.may.read.includes('protection')) return null
  if (guardians.length === 0 && found.length === 0 && !(child && writes)) return null
  const stands = bestInterestsIn(file.records)
  const waits = childActs.entries.flatMap((act) => {
    const missing = missingFor(rules.child, act.code, Number.POSITIVE_INFINITY, stands)
    return child && missing !== null ? [{ act: act.code, missing }] : []
  })
  return (
    <Card title={say('child.title')} id="child">
      {guardians.length === 0 && <p className={lists['empty']}>{say('child.no-guardian')}</p>}
      <ul className={lists['rows']}>
        {[...guardians, ...found].map((one) => (
          <Row key={one.id} file={file} kept={one} />
        ))}
      </ul>
      {waits.length > 0 && (
        <details className={`${lists['quiet']} ${cases['taken']}`}>
          <summary>{say('child.waits')}</summary>
          <ul>
            {waits.map(({ act, missing }) => (
              <li key={act}>
                {code(childActs, act)}:{' '}
                {say(missing === 'assessment' ? 'child.needs-assessment' : 'child.needs-decision')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {writes && (
        <div className={lists['acts']}>
          {(['guardian', ...looked] as const).map((record) => (
            <AddRecordLink key={record} file={file} record={record} />
          ))}
        </div>
      )}
    </Card>
  )
}

function Row({ file, kept }: { readonly file: CaseView; readonly kept: Kept }): ReactNode {
  const { code, language } = useLabels()
  const { relation, decision, assessedOn, panelOn } = kept.values
  const day = [assessedOn, panelOn].find((one) => typeof one === 'string')
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {caseRecords[kept.record].label[language]}
          </RecordLink>
          <RecordState kept={kept} />
        </div>
        {isCode(guardianRelations, relation) && <div>{code(guardianRelations, relation)}</div>}
        {isCode(careOptions, decision) && <div>{code(careOptions, decision)}</div>}
        {typeof day === 'string' && (
          <div className={lists['quiet']}>
            <DayText day={day} written />
          </div>
        )}
      </div>
      <RecordSteps file={file} kept={kept} />
    </li>
  )
}
