import type { NetworkImport, NetworkImported } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { addToNetwork } from '../../prosecution/index.ts'
import { allowLonger } from '../htcds/import-store.ts'
import { networkPreviews } from './network-previews.ts'

/** Brings in all of a file that was looked through or, whatever goes wrong, nothing. */
export function importNetwork(work: Work, given: NetworkImport): Promise<NetworkImported> {
  return networkPreviews.use(work, given, async ({ at, network }) => {
    await allowLonger(work)
    await addToNetwork(work, at, network)
    work.counted(network.nodes.length)
    return { nodes: network.nodes.length, ties: network.links.length }
  })
}
