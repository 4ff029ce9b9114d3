import type { CaseInFile } from '@setu/exchange'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { takeTurns } from './import-store.ts'

/**
 * Files that were looked through and may now be brought in.
 *
 * They hold names and are held in the memory of this process alone, for as long as somebody needs to decide:
 * nothing of them is written anywhere, they end with the process, and only the account that uploaded a file
 * gets at it. Whoever comes too late uploads it again.
 */
interface Kept {
  readonly account: string
  readonly cases: readonly CaseInFile[]
  readonly bytes: number
  readonly until: number
  /** An import of it is under way. */
  inUse: boolean
  /** The command that brought it in, if what it did was kept. */
  broughtBy: string | null
}

const minutes = 15
const mostBytes = 64 * 1024 * 1024

const kept = new Map<string, Kept>()

function makeRoom(account: string, bytes: number, now: number): void {
  for (const [id, one] of kept) {
    if (!one.inUse && (one.until <= now || one.account === account)) kept.delete(id)
  }
  for (const [id, one] of kept) {
    const held = [...kept.values()].reduce((sum, other) => sum + other.bytes, 0)
    if (held + bytes <= mostBytes) return
    if (!one.inUse) kept.delete(id)
  }
}

/** Keeps a file for a quarter of an hour, in place of the last one of the same account. */
export function keepPreview(work: Work, cases: readonly CaseInFile[], bytes: number): string {
  const now = work.now.getTime()
  makeRoom(work.actor.account, bytes, now)
  const id = work.freshId()
  const until = now + minutes * 60_000
  kept.set(id, { account: work.actor.account, cases, bytes, until, inUse: false, broughtBy: null })
  setTimeout(() => kept.delete(id), minutes * 60_000).unref()
  return id
}

/** What one command did with a file holds only if its transaction was kept. */
async function wasBroughtIn(work: Work, { broughtBy }: Kept): Promise<boolean> {
  if (broughtBy === null) return false
  const { rows } = await sql`
    select 1 from command_done where org_id = ${work.actor.org} and account_id = ${work.actor.account}
      and command_id = ${broughtBy}`.execute(work.db)
  return rows.length > 0
}

/**
 * Does something with the cases of a file, once. A file that could not be brought in may be tried again, also when
 * all went well but the last word of it never reached the database; one that was brought in is over.
 */
export async function withPreview<Result>(
  work: Work,
  asked: { readonly preview: string; readonly command: string },
  run: (cases: readonly CaseInFile[]) => Promise<Result>,
): Promise<Result> {
  const one = kept.get(asked.preview)
  if (!one || one.account !== work.actor.account || one.until <= work.now.getTime())
    throw new Problem('import-expired')
  if (one.inUse) throw new Problem('busy')
  one.inUse = true
  try {
    // Whoever is still at it keeps the turn until their transaction is over.
    await takeTurns(work)
    if (await wasBroughtIn(work, one)) throw new Problem('import-expired')
    const result = await run(one.cases)
    one.broughtBy = asked.command
    return result
  } finally {
    one.inUse = false
  }
}
