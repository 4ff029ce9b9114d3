import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'

const nearEnd: readonly string[] = ['followUp', 'closed']

/** What the survivor says of us, at the end of a case; and the way to a complaint, which is always open. */
export function CaseFeedback({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const said = file.records.filter(({ record }) => record === 'survivorFeedback')
  if (file.tracing === null || (said.length === 0 && !nearEnd.includes(file.state))) return null
  return (
    <Card title={caseRecords.survivorFeedback.label[language]} id="feedback">
      <p className={lists['quiet']}>{say('feedback.what')}</p>
      <ul className={lists['rows']}>
        {said.map((kept) => (
          <li key={kept.id} className={lists['row']}>
            <div>
              <div className={lists['line']}>
                <RecordLink file={file} kept={kept}>
                  {caseRecords.survivorFeedback.label[language]}
                </RecordLink>
                <RecordState kept={kept} />
              </div>
              <RecordSteps file={file} kept={kept} />
            </div>
          </li>
        ))}
      </ul>
      <div className={lists['acts']}>
        {file.may.write.includes('narrative') && <AddRecordLink file={file} record="survivorFeedback" />}
        <Link className={lists['act']} to="/complaints">
          {say('feedback.complaint')}
        </Link>
      </div>
    </Card>
  )
}
