import type { PrintKind } from '@setu/records/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import { printWords } from './print-words.ts'

interface PrintLinkProps {
  readonly file: { readonly org: string; readonly id: string }
  readonly kind: PrintKind
  readonly of?: string
  /** What tells this paper from others of its kind. */
  readonly about?: string
}

/** Leads to where a paper of a case is made and printed. */
export function PrintLink({ file, kind, of, about }: PrintLinkProps): ReactNode {
  const say = useWords()
  return (
    <Link
      className={lists['act']}
      to="/cases/$org/$id/print"
      params={{ org: file.org, id: file.id }}
      search={of === undefined ? { kind } : { kind, of }}
    >
      {say(printWords[kind])}
      {about !== undefined && `: ${about}`}
    </Link>
  )
}
