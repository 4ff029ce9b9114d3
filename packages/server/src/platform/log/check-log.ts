import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { bundleLines } from './bundle.ts'
import { readFolder } from './folder-witness.ts'
import { logVerifier } from './log-key.ts'
import { type LogReport, verifyLog } from './verify.ts'
import type { WitnessPlace } from './witness-list.ts'

/** What a check of a node's own log found, and which witnesses' folders could not be read. */
export interface LogCheck extends LogReport {
  readonly damagedWitnesses: readonly string[]
  /** Events that wait to be sealed: a node that was stopped seals them when it starts again. */
  readonly waiting: number
}

async function* linesOf(node: Pick<Node, 'engine' | 'clock'>): AsyncGenerator<string> {
  for await (const piece of bundleLines(node, null)) yield* piece.split('\n')
}

/** Checks a node's log where it stands, against whatever its folder witnesses have seen of it. */
export async function checkLog(
  node: Pick<Node, 'engine' | 'clock'>,
  places: readonly WitnessPlace[],
): Promise<LogCheck> {
  const verifier = await inTransaction(node.engine, { role: 'setu_sealer', readOnly: true }, logVerifier)
  const damagedWitnesses: string[] = []
  const witnesses = places.flatMap((place) => {
    if (place.kind !== 'folder' || verifier === null) return []
    try {
      return readFolder(place.folder, verifier.name) ?? []
    } catch {
      damagedWitnesses.push(place.name)
      return []
    }
  })
  const report = await verifyLog(linesOf(node), { witnesses })
  const faults = report.faults.filter(({ kind }) => kind !== 'unsealed')
  return { ...report, faults, damagedWitnesses, waiting: report.faults.length - faults.length }
}
