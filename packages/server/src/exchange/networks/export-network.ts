import { ftmLines } from '@setu/exchange'
import type { NetworkExportQuery } from '@setu/records/api'
import { type Network, parsePlainDate } from '@setu/vocabulary'
import type { Download, PagedWork } from '../../platform/index.ts'
import { networkForFile } from '../../prosecution/index.ts'

async function* bytesOf(network: Network): AsyncGenerator<Uint8Array, void, undefined> {
  yield* ftmLines(network)
}

const dayIn = (day: string | null) => (day === null ? null : parsePlainDate(day))

/** What of a network may leave, as FollowTheMoney entities; the name of the file says nothing of what is in it. */
export async function exportNetwork(pages: PagedWork, query: NetworkExportQuery): Promise<Download> {
  const { today, network } = await pages.inWork(async (work) => {
    const { nodes, ties } = await networkForFile(work, query)
    work.counted(nodes.length)
    const links = ties.map((tie) => ({ ...tie, since: dayIn(tie.since), until: dayIn(tie.until) }))
    return { today: work.today, network: { nodes, links } }
  })
  return { type: 'application/x-ndjson', name: `export-${today}.jsonl`, chunks: bytesOf(network) }
}
