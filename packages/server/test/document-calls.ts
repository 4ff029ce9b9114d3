import { randomUUID } from 'node:crypto'
import { pictureWith } from './papers.ts'

const picture = (await pictureWith('a camera')).toString('base64')

/** One request for each address of the papers of a case. */
export const documentCalls = {
  'documents.list': {},
  'documents.add': {
    body: () => ({ id: randomUUID(), kind: 'other', issuedOn: null, words: null, file: picture }),
  },
  'documents.open': { item: 'document', body: () => ({ reason: 'planningCare' }) },
  'documents.take': { item: 'document', body: () => ({ reason: 'planningCare' }) },
  'documents.goAlong': { item: 'document', body: () => ({ base: 1, goesAlong: true }) },
  'documents.remove': { item: 'document', body: () => ({ base: 1 }) },
} as const
