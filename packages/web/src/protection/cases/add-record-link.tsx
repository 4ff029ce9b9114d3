import { type CaseRecordName, caseRecords } from '@setu/records'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Address } from '../../platform/door-types.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface AddRecordLinkProps {
  readonly file: Address
  readonly record: CaseRecordName
}

/** Leads to the empty form of one sort of record. */
export function AddRecordLink({ file: { org, id }, record }: AddRecordLinkProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <Link
      className={lists['act']}
      to="/cases/$org/$id/record/$record"
      params={{ org, id, record }}
      search={{}}
    >
      {say('case.add-what', { what: caseRecords[record].label[language] })}
    </Link>
  )
}
