import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { contactChannels, courtTellings, courtWishes, isCode } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

/** The criminal cases to which the survivor is tied, for those who work on the case alone, and what the survivor was told of them. */
export function CaseCourt({ file }: FileProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const links = file.records.filter(({ record }) => record === 'courtLink')
  const told = file.records.filter(({ record }) => record === 'courtTold')
  const writes = file.may.write.includes('narrative')
  if (file.tracing === null || (links.length === 0 && !writes)) return null
  return (
    <Card title={caseRecords.courtLink.label[language]} id="court">
      <p className={lists['quiet']}>{say(links.length === 0 ? 'links.none' : 'links.what')}</p>
      {links.length > 0 && (
        <ul className={lists['rows']}>
          {links.map((kept) => (
            <CourtLink key={kept.id} file={file} kept={kept} />
          ))}
        </ul>
      )}
      {told.length > 0 && <h3 className={lists['quiet']}>{say('links.told')}</h3>}
      {told.length > 0 && (
        <ul className={lists['rows']}>
          {told.map((kept) => (
            <Telling key={kept.id} file={file} kept={kept} />
          ))}
        </ul>
      )}
      {writes && (
        <div className={lists['acts']}>
          {links.some(({ state }) => state === 'linked') && <AddRecordLink file={file} record="courtTold" />}
          <AddRecordLink file={file} record="courtLink" />
        </div>
      )}
    </Card>
  )
}

function CourtLink({ file, kept }: FileProps & { readonly kept: Kept }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { criminalCode, linkCode, wish } = kept.values
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            <span className={lists['code']}>{String(criminalCode)}</span>
          </RecordLink>
          <RecordState kept={kept} />
        </div>
        {isCode(courtWishes, wish) && <p>{code(courtWishes, wish)}</p>}
        {typeof linkCode === 'string' && (
          <p title={say('links.code-what')}>
            <span className={lists['quiet']}>{say('links.code')}</span>{' '}
            <span className={lists['code']}>{linkCode}</span>
          </p>
        )}
        <RecordSteps file={file} kept={kept} />
      </div>
    </li>
  )
}

function Telling({ file, kept }: FileProps & { readonly kept: Kept }): ReactNode {
  const { code } = useLabels()
  const { toldOn, channel, what } = kept.values
  const told = Array.isArray(what)
    ? what.flatMap((one) => (isCode(courtTellings, one) ? [code(courtTellings, one)] : []))
    : []
  return (
    <li className={lists['row']}>
      <div>
        <RecordLink file={file} kept={kept}>
          {typeof toldOn === 'string' && <DayText day={toldOn} />} {told.join(' · ')}
        </RecordLink>
        {isCode(contactChannels, channel) && (
          <p className={lists['quiet']}>{code(contactChannels, channel)}</p>
        )}
      </div>
    </li>
  )
}
