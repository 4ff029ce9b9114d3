import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { housingOutcomes, isCode, livingOutcomes, safetyOutcomes } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { followUpsIn } from './looks-in.ts'
import { SafeTracing } from './safe-tracing.tsx'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

/** Reintegration and its calendar: when somebody is asked how they are, what was found, and how they may be looked for. */
export function CaseFollowUps({ file }: FileProps): ReactNode {
  const say = useWords()
  const back = file.records.filter(({ record, state }) => record === 'reintegration' && state !== 'dropped')
  const followUps = followUpsIn(file.records)
  const writes = file.may.write.includes('protection')
  if (!file.may.read.includes('protection') || (!writes && back.length + followUps.length === 0)) return null
  const next = followUps.find(({ state }) => state === 'planned')
  const under = back.some(({ state }) => state === 'planned' || state === 'begun')
  return (
    <Card title={say('follow.title')} id="follow-ups">
      {back.length === 0 && <p className={lists['empty']}>{say('follow.none')}</p>}
      <ul className={lists['rows']}>
        {back.map((kept) => (
          <Row key={kept.id} file={file} kept={kept} now />
        ))}
        {followUps.map((kept) => (
          <Row key={kept.id} file={file} kept={kept} now={kept === next} />
        ))}
      </ul>
      {file.tracing !== null && <SafeTracing file={file} tracing={file.tracing} />}
      {writes && (
        <div className={lists['acts']}>
          {!under && <AddRecordLink file={file} record="reintegration" />}
          {back.length > 0 && <AddRecordLink file={file} record="followUp" />}
        </div>
      )}
    </Card>
  )
}

interface RowProps extends FileProps {
  readonly kept: Kept
  /** Whether it is the one to be seen to now: the others are gone on with where they are shown by themselves. */
  readonly now: boolean
}

function Row({ file, kept, now }: RowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, language } = useLabels()
  const { months, dueOn, metOn, begunOn, housing, living, safety } = kept.values
  const day = [metOn, dueOn, begunOn].find((one) => typeof one === 'string')
  const found = [
    isCode(housingOutcomes, housing) ? code(housingOutcomes, housing) : null,
    isCode(livingOutcomes, living) ? code(livingOutcomes, living) : null,
    isCode(safetyOutcomes, safety) ? code(safetyOutcomes, safety) : null,
  ].filter((one) => one !== null)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {typeof months === 'number'
              ? say('follow.after', { months: dates.number(months) })
              : caseRecords[kept.record].label[language]}
          </RecordLink>
          <RecordState kept={kept} />
          {typeof day === 'string' && (
            <span className={lists['quiet']}>
              <DayText day={day} />
            </span>
          )}
        </div>
        {kept.state === 'reached' && <p className={lists['quiet']}>{found.join(' · ')}</p>}
        {now && <RecordSteps file={file} kept={kept} />}
      </div>
    </li>
  )
}
