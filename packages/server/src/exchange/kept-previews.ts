import { sql } from 'kysely'
import { Problem, type Work } from '../platform/index.ts'
import { takeTurns } from './htcds/import-store.ts'

interface Kept<Content> {
  readonly account: string
  readonly content: Content
  readonly bytes: number
  readonly until: number
  /** An import of it is under way. */
  inUse: boolean
  /** The command that brought it in, if what it did was kept. */
  broughtBy: string | null
}

const minutes = 15
const mostBytes = 64 * 1024 * 1024

function makeRoom(kept: Map<string, Kept<unknown>>, account: string, bytes: number, now: number): void {
  for (const [id, one] of kept) {
    if (!one.inUse && (one.until <= now || one.account === account)) kept.delete(id)
  }
  for (const [id, one] of kept) {
    const held = [...kept.values()].reduce((sum, other) => sum + other.bytes, 0)
    if (held + bytes <= mostBytes) return
    if (!one.inUse) kept.delete(id)
  }
}

/** What one command did with a file holds only if its transaction was kept. */
async function wasBroughtIn(work: Work, { broughtBy }: Kept<unknown>): Promise<boolean> {
  if (broughtBy === null) return false
  const { rows } = await sql`
    select 1 from command_done where org_id = ${work.actor.org} and account_id = ${work.actor.account}
      and command_id = ${broughtBy}`.execute(work.db)
  return rows.length > 0
}

/** What is asked for: a file that was looked through, by a command. */
interface Asked {
  readonly preview: string
  readonly command: string
}

/** Files of one kind that were looked through. */
export interface Previews<Content> {
  /** Keeps a file for a quarter of an hour, in place of the last one of the same account. */
  keep(work: Work, content: Content, bytes: number): string
  /**
   * Does something with what a file holds, once. A file that could not be brought in may be tried again, also when
   * all went well but the last word of it never reached the database; one that was brought in is over.
   */
  use<Result>(work: Work, asked: Asked, run: (content: Content) => Promise<Result>): Promise<Result>
}

/**
 * Files that were looked through and may now be brought in.
 *
 * They hold names and are held in the memory of this process alone, for as long as somebody needs to decide:
 * nothing of them is written anywhere, they end with the process, and only the account that uploaded a file
 * gets at it. Whoever comes too late uploads it again.
 */
export function previewsOf<Content>(): Previews<Content> {
  const kept = new Map<string, Kept<Content>>()
  return {
    keep(work, content, bytes) {
      const now = work.now.getTime()
      makeRoom(kept, work.actor.account, bytes, now)
      const id = work.freshId()
      const until = now + minutes * 60_000
      kept.set(id, { account: work.actor.account, content, bytes, until, inUse: false, broughtBy: null })
      setTimeout(() => kept.delete(id), minutes * 60_000).unref()
      return id
    },

    async use(work, asked, run) {
      const one = kept.get(asked.preview)
      if (!one || one.account !== work.actor.account || one.until <= work.now.getTime())
        throw new Problem('import-expired')
      if (one.inUse) throw new Problem('busy')
      one.inUse = true
      try {
        // Whoever is still at it keeps the turn until their transaction is over.
        await takeTurns(work)
        if (await wasBroughtIn(work, one)) throw new Problem('import-expired')
        const result = await run(one.content)
        one.broughtBy = asked.command
        return result
      } finally {
        one.inUse = false
      }
    },
  }
}
