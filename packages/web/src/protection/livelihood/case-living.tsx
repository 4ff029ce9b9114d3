import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { type CodeList, employmentKinds, isCode, startUpKinds, trainingKinds } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { Standing } from './standing.tsx'

type Kept = CaseView['records'][number]

const ways = ['training', 'startUp', 'employment'] as const satisfies readonly CaseRecordName[]
const kindsOf: Partial<Record<CaseRecordName, CodeList>> = {
  training: trainingKinds,
  startUp: startUpKinds,
  employment: employmentKinds,
}

/** How somebody comes to a living of their own, and how firmly they stand beside what was at intake. */
export function CaseLiving({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  if (!file.may.read.includes('protection')) return null
  const writes = file.may.write.includes('protection')
  const inside = file.tracing !== null
  const steps = file.records.filter(
    ({ record, state }) => ways.some((way) => way === record) && state !== 'dropped',
  )
  if (!inside && steps.length === 0) return null
  return (
    <Card title={say('living.title')} id="living">
      {steps.length > 0 && (
        <ul className={lists['rows']}>
          {steps.map((kept) => (
            <Way key={kept.id} file={file} kept={kept} />
          ))}
        </ul>
      )}
      {inside && <Standing file={file} />}
      {writes && (
        <div className={lists['acts']}>
          {[...ways, 'sustainability' as const].map((record) => (
            <AddRecordLink key={record} file={file} record={record} />
          ))}
        </div>
      )}
    </Card>
  )
}

function Way({ file, kept }: { readonly file: CaseView; readonly kept: Kept }): ReactNode {
  const { code, language } = useLabels()
  const { kind, begunOn, givenOn, endedOn } = kept.values
  const list = kindsOf[kept.record]
  const since = typeof begunOn === 'string' ? begunOn : givenOn
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {caseRecords[kept.record].label[language]}
            {list !== undefined && isCode(list, kind) ? `: ${code(list, kind)}` : ''}
          </RecordLink>
          <RecordState kept={kept} />
          {typeof since === 'string' && (
            <span className={lists['quiet']}>
              <DayText day={since} />
              {typeof endedOn === 'string' && (
                <>
                  {' – '}
                  <DayText day={endedOn} />
                </>
              )}
            </span>
          )}
        </div>
        <RecordSteps file={file} kept={kept} />
      </div>
    </li>
  )
}
