import type { CaseView } from '@setu/records/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'

interface RecordLinkProps {
  readonly file: CaseView
  readonly kept: CaseView['records'][number]
  readonly children: ReactNode
}

/** To the page of one record of a case, under the words by which it is known where it is listed. */
export function RecordLink({ file, kept, children }: RecordLinkProps): ReactNode {
  return (
    <Link
      className={lists['act']}
      to="/cases/$org/$id/record/$record"
      params={{ org: file.org, id: file.id, record: kept.record }}
      search={{ of: kept.id }}
    >
      {children}
    </Link>
  )
}
