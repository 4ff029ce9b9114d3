import { reviewAnswer, reviewFileQuery, reviewList, reviewView, written } from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, ok, streamOf } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { answerLine, readReview } from './answer-review.ts'
import { reviewRows } from './review-store.ts'
import { reviewTable } from './review-table.ts'

const answering = ['supervisor', 'technicalAdministrator', 'dataProtectionOfficer'] as const
const reading = { part: 'none', relations: ['signedIn'], writes: false, roles: answering } as const

/** Who has access, looked over each quarter. */
export const reviewEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'reviews.list',
    method: 'GET',
    path: '/access-reviews',
    summary: 'The reviews of who has access that one answers or answers for',
    access: reading,
    answers: reviewList,
    run: async (work) => {
      const items = await reviewRows(work, null)
      work.counted(items.length)
      return ok({ items })
    },
  }),
  endpoint({
    name: 'reviews.read',
    method: 'GET',
    path: '/access-reviews/:org/:id',
    summary:
      'A review with everybody in it: roles, units, last seen, second factor, cases outside their caseload',
    access: reading,
    params: caseAddress,
    answers: reviewView,
    run: async (work, { params }) => ok(await readReview(work, params)),
  }),
  endpoint({
    name: 'reviews.answer',
    method: 'POST',
    path: '/access-reviews/:org/:id/lines/:item',
    summary: 'Say of one person that their access stays, is changed or has ended',
    access: { ...reading, writes: true },
    params: itemAddress,
    body: reviewAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerLine(work, params, params.item, body)),
  }),
  downloadEndpoint({
    name: 'reviews.export',
    method: 'GET',
    path: '/access-review-table',
    summary: 'A review as a table for a spreadsheet',
    access: { ...reading, stepUp: true },
    query: reviewFileQuery,
    run: async (pages, { query: { id, language } }) => {
      const [text, quarter] = await pages.inWork(async (work) => {
        const view = await readReview(work, { org: work.actor.org, id })
        return [reviewTable(view, language), view.quarter] as const
      })
      return {
        type: 'text/csv; charset=utf-8',
        name: `access-${quarter}.csv`,
        chunks: streamOf(Buffer.from(text)),
      }
    },
  }),
]
