import { sql } from 'kysely'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { type TombstoneFault, tombstonesAt } from './current-tombstones.ts'
import { logVerifier } from './log-key.ts'
import { partsOfLine } from './tombstones.ts'
import type { WitnessPlace } from './witness-list.ts'

/** How what was erased stands: here, and by what witnesses remember. */
export interface TombstoneCheck {
  readonly count: number
  /** Erased cases of which something is here again. */
  readonly broken: number
  /** Witnesses who remember an erasure that this node has forgotten. */
  readonly forgotten: readonly string[]
  /** Witnesses whose list could not be read, and why. */
  readonly unread: readonly { readonly name: string; readonly fault: TombstoneFault }[]
}

interface Own {
  readonly ids: readonly string[]
  readonly broken: number
}

async function ownOf({ engine }: Pick<Node, 'engine'>): Promise<Own> {
  return inTransaction(engine, { role: 'setu_sealer', readOnly: true }, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from tombstone order by place`.execute(db)
    const { rows: broken } = await sql<{ count: number }>`
      select tombstones_broken()::integer as count`.execute(db)
    return { ids: rows.map(({ id }) => id), broken: broken[0]?.count ?? 0 }
  })
}

/** Checks that what was erased is gone, and that nothing was forgotten that a witness remembers. */
export async function checkTombstones(
  node: Pick<Node, 'engine'>,
  places: readonly WitnessPlace[],
): Promise<TombstoneCheck> {
  const { ids, broken } = await ownOf(node)
  const verifier = await inTransaction(node.engine, { role: 'setu_sealer', readOnly: true }, logVerifier)
  const forgotten: string[] = []
  const unread: { name: string; fault: TombstoneFault }[] = []
  for (const place of places) {
    if (verifier === null) break
    const list = await tombstonesAt(place.kind === 'folder' ? place.folder : place.url, verifier)
    if (typeof list === 'string') unread.push({ name: place.name, fault: list })
    else if (list.lines.some((line, at) => partsOfLine(line).id !== ids[at])) forgotten.push(place.name)
  }
  return { count: ids.length, broken, forgotten, unread }
}
