import type { DocumentAdd, DocumentList, DocumentOpened } from '@setu/records/api'
import type { ReadingReason } from '@setu/vocabulary'
import type { Address, Change, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** A paper of a case. */
export interface PaperAddress extends Address {
  readonly item: string
}

export interface PaperOpening extends Named {
  readonly reason: ReadingReason
}

/** The papers of cases: kept, looked at, taken along, taken away. */
export interface DocumentsDoor {
  readonly list: (file: Address) => Promise<DocumentList>
  readonly add: (file: Address, paper: DocumentAdd) => Promise<Written>
  readonly open: (at: PaperAddress, asked: PaperOpening) => Promise<DocumentOpened>
  readonly take: (at: PaperAddress, asked: PaperOpening) => Promise<DocumentOpened>
  readonly goAlong: (at: PaperAddress, asked: Change & { readonly goesAlong: boolean }) => Promise<Written>
  readonly remove: (at: PaperAddress, asked: Change) => Promise<null>
}

export function remoteDocuments(http: Http): DocumentsDoor {
  const ofCase = ({ org, id }: Address) => `/api/cases/${org}/${id}/documents`
  const paper = (at: PaperAddress, act: string) => `${ofCase(at)}/${at.item}/${act}`
  return {
    list: (file) => http.get(ofCase(file)),
    add: (file, added) => http.post(ofCase(file), added),
    open: (at, asked) => http.post(paper(at, 'open'), asked),
    take: (at, asked) => http.post(paper(at, 'take'), asked),
    goAlong: (at, asked) => http.post(paper(at, 'along'), asked),
    remove: (at, asked) => http.post(paper(at, 'remove'), asked),
  }
}
