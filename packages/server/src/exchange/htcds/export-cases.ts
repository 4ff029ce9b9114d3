import {
  exportIds,
  type HtcdsRow,
  tableTypes,
  writeCase,
  writeHtcdsCsv,
  writeHtcdsXlsx,
} from '@setu/exchange'
import type { PlainDate } from '@setu/vocabulary'
import { needRole, type PagedWork, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../../protection/index.ts'
import { readableCases, readContents } from './content-store.ts'

const pageSize = 200

interface Page {
  readonly today: PlainDate
  readonly rows: readonly HtcdsRow[]
  /** The last case of the page; null when no more follow. */
  readonly last: CaseRef | null
}

/** Reads the next cases in a transaction of their own, in which they are logged before any of them leaves. */
async function readPage(work: Work, after: CaseRef | null): Promise<Page> {
  needRole(work, 'caseworker', 'supervisor')
  const page = await readableCases(work, after, pageSize)
  const mine = page.filter(({ relation }) => relation === 'own' || relation === 'supervise')
  work.because('documents')
  work.counted(mine.length)
  const cases = await readContents(work, mine)
  return {
    today: work.today,
    rows: cases.flatMap(({ ids, content }) => writeCase(ids, content)),
    last: page.length < pageSize ? null : (page.at(-1) ?? null),
  }
}

async function* rowsFrom(pages: PagedWork, first: Page): AsyncGenerator<HtcdsRow, void, undefined> {
  let page = first
  for (;;) {
    yield* page.rows
    const { last } = page
    if (last === null) return
    page = await pages.inWork((work) => readPage(work, last))
  }
}

const kinds = {
  csv: { type: tableTypes.csv, write: writeHtcdsCsv },
  xlsx: {
    type: tableTypes.xlsx,
    write: writeHtcdsXlsx,
  },
} as const

/**
 * The cases that somebody works on or supervises, as a file that is made while it is sent: never more than a
 * page of cases is in memory. Its name says nothing of what is in it.
 */
export async function exportCases(pages: PagedWork, format: keyof typeof kinds) {
  const first = await pages.inWork((work) => readPage(work, null))
  const { type, write } = kinds[format]
  const about = { exportedOn: first.today, tool: 'Setu', ids: exportIds }
  return { type, name: `export-${first.today}.${format}`, chunks: write(rowsFrom(pages, first), about) }
}
