import {
  change,
  documentAdd,
  documentGoesAlong,
  documentList,
  documentOpen,
  documentOpened,
  written,
} from '@setu/records/api'
import { mostOfDocument } from '@setu/vocabulary'
import { type Endpoint, endpoint, made, nothing, ok } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { addDocument } from './add-document.ts'
import { documentsOf } from './document-store.ts'
import { letGoAlong } from './let-go-along.ts'
import { showDocument, takeDocument } from './open-document.ts'
import { removeDocument } from './remove-document.ts'

const working = ['own', 'supervise'] as const
const reading = ['own', 'supervise', 'emergency', 'named'] as const

export const documentEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'documents.list',
    method: 'GET',
    path: '/cases/:org/:id/documents',
    summary: 'The papers of a case that one may open',
    access: { part: 'various', relations: [...reading, 'dataProtection'], writes: false },
    params: caseAddress,
    answers: documentList,
    run: async (work, { params }) => ok(await documentsOf(work, params)),
  }),
  endpoint({
    name: 'documents.add',
    method: 'POST',
    path: '/cases/:org/:id/documents',
    summary: 'Keep a picture or a PDF with a case',
    access: { part: 'various', relations: working, writes: true },
    params: caseAddress,
    body: documentAdd,
    answers: written,
    bounds: { bytes: Math.ceil((mostOfDocument.bytes * 4) / 3) + 16_384, keys: 20 },
    seconds: 60,
    run: async (work, { params, body }) => made(await addDocument(work, params, body)),
  }),
  endpoint({
    name: 'documents.open',
    method: 'POST',
    path: '/cases/:org/:id/documents/:item/open',
    summary: 'Look at a paper, with a reason',
    access: { part: 'various', relations: reading, writes: false },
    params: itemAddress,
    body: documentOpen,
    answers: documentOpened,
    seconds: 60,
    run: async (work, { params, body }) => ok(await showDocument(work, params, body.reason)),
  }),
  endpoint({
    name: 'documents.take',
    method: 'POST',
    path: '/cases/:org/:id/documents/:item/take',
    summary: 'Take a paper along, each page marked with who took it',
    access: { part: 'various', relations: working, writes: false, stepUp: true },
    params: itemAddress,
    body: documentOpen,
    answers: documentOpened,
    seconds: 60,
    run: async (work, { params, body }) => ok(await takeDocument(work, params, body.reason)),
  }),
  endpoint({
    name: 'documents.goAlong',
    method: 'POST',
    path: '/cases/:org/:id/documents/:item/along',
    summary: 'Say whether those who may read its part may read a paper too',
    access: { part: 'various', relations: ['own'], writes: true },
    params: itemAddress,
    body: documentGoesAlong,
    answers: written,
    run: async (work, { params, body }) => ok(await letGoAlong(work, params, body)),
  }),
  endpoint({
    name: 'documents.remove',
    method: 'POST',
    path: '/cases/:org/:id/documents/:item/remove',
    summary: 'Take a paper away for good',
    access: { part: 'various', relations: ['own'], writes: true },
    params: itemAddress,
    body: change,
    run: async (work, { params, body }) => {
      await removeDocument(work, params, body.base)
      return nothing
    },
  }),
]
