import type { ComplaintList, ComplaintView } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import {
  type ComplaintRow,
  clocksInForce,
  colleaguesOf,
  complaintRows,
  deskOf,
  wordsPlace,
} from './complaint-store.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

async function viewOf(work: Work, row: ComplaintRow): Promise<ComplaintView> {
  const { fromEn, fromBn, recorderUnit: _, words, answer, ...rest } = row
  const opened = await work.vault.open(row.org, wordsPlace(row.id), {
    ...(row.hears ? { words } : {}),
    answer,
  })
  const only = row.hears ? {} : { about: null, code: null, recorder: null, outcome: null }
  return {
    ...rest,
    ...only,
    from: { en: fromEn, bn: fromBn },
    words: text(opened['words']),
    answer: text(opened['answer']),
  }
}

/** The complaints that are one's own to hear, those that one wrote down, and who hears them here. */
export async function readComplaints(work: Work): Promise<ComplaintList> {
  const items: ComplaintView[] = []
  for (const row of await complaintRows(work, null)) items.push(await viewOf(work, row))
  const { lookInto, answer, tell } = await clocksInForce(work)
  work.counted(items.length)
  return {
    items,
    colleagues: await colleaguesOf(work),
    days: { lookInto: lookInto.amount, answer: answer.amount, tell: tell.amount },
    desk: work.actor.roles.includes('technicalAdministrator') ? await deskOf(work) : null,
  }
}
