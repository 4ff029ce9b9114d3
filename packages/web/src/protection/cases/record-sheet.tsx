import { caseRecords, sealingPartOf } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import type { ReactNode } from 'react'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import { Page } from '../../shell/page.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-screen.module.css'
import { amends, RecordState, RecordSteps } from './record-steps.tsx'
import { RecordValues } from './record-values.tsx'
import { SealedPart } from './sealed-part.tsx'

interface RecordSheetProps {
  readonly file: CaseView
  readonly kept: CaseView['records'][number]
}

/** One record that goes through states: what it says, how it stands, and what can be done with it next. */
export function RecordSheet({ file, kept }: RecordSheetProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const record = caseRecords[kept.record]
  const part = sealingPartOf(record)
  const writes = record.part !== null && file.may.write.includes(record.part)
  const at = { org: file.org, id: file.id }
  return (
    <Page
      title={record.label[language]}
      above={[{ label: say('bar.cases'), to: '/cases' }]}
      acts={
        <>
          {writes && amends(kept) && (
            <LinkButton
              to="/cases/$org/$id/record/$record"
              params={{ ...at, record: kept.record }}
              search={{ of: kept.id, change: true }}
              quiet
            >
              {say('case.change')}
            </LinkButton>
          )}
          <LinkButton to="/cases/$org/$id" params={at} quiet>
            {say('record.to-case')}
          </LinkButton>
        </>
      }
    >
      <Card title={file.code} act={<RecordState kept={kept} />}>
        <RecordValues record={record} values={kept.values} />
        {part !== null && kept.sealed.length > 0 && file.may.read.includes(part) && (
          <div className={styles['sealed']}>
            <SealedPart file={file} part={part}>
              {({ records }) =>
                records
                  .filter(({ id }) => id === kept.id)
                  .map(({ id, values, unopened }) => (
                    <RecordValues key={id} record={record} values={values} unopened={unopened} />
                  ))
              }
            </SealedPart>
          </div>
        )}
        <RecordSteps file={file} kept={kept} />
      </Card>
    </Page>
  )
}
