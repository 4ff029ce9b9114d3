import type { EmergencyList } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { type EmergencyRow, emergencyRows, viewOf, wordsPlace } from './emergency-store.ts'

/** What was written to explain a request, opened for whoever answers it. */
async function explained(work: Work, row: EmergencyRow): Promise<string | null> {
  if (!row.mayAnswer && !row.mine) return null
  const { words } = await work.vault.open(row.org, wordsPlace(row.id), { words: row.sealed })
  return typeof words === 'string' ? words : null
}

/** What one asked for, what waits for one's answer, and what others were given of the cases that one answers for. */
export async function readEmergencies(work: Work): Promise<EmergencyList> {
  const items: EmergencyList['items'] = []
  for (const row of await emergencyRows(work, null)) items.push(viewOf(row, await explained(work, row)))
  work.counted(items.length)
  return { items }
}
