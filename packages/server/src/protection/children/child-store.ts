import {
  type ChildAct,
  type ChildRules,
  careOptions,
  childRules,
  countsAsChild,
  isCode,
  missingFor,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, ruleInForce, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** The rules for children that are laid down for today; those Setu begins with where none are. */
export async function childRulesInForce(work: Work): Promise<ChildRules> {
  return { ...childRules, ...(await ruleInForce<ChildRules>(work.db, 'childRules', work.today)) }
}

interface Standing {
  readonly ageBand: string | null
  readonly assessed: boolean
  readonly decision: string | null
  readonly acts: string | null
  readonly suspect: boolean
}

/** What stands for the child of a case, for those who work on it and for the home in which the child stays. */
async function standingOf(work: Work, file: CaseRef): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select age_band as "ageBand", assessed, decision, acts, suspect from child_standing(${file.org}, ${file.id})`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return row
}

/** Whether the person of a case is treated as a child; in doubt, as the rules say. */
export async function isChild(work: Work, band: string | null): Promise<boolean> {
  const { doubtIsChild } = await childRulesInForce(work)
  return countsAsChild(band, doubtIsChild)
}

/** Refuses what may not happen to a child yet, and says what is missing first; of adults nothing is asked. */
export async function needBestInterests(work: Work, file: CaseRef, act: ChildAct, days = 0): Promise<void> {
  const rules = await childRulesInForce(work)
  const { ageBand, assessed, decision } = await standingOf(work, file)
  if (!countsAsChild(ageBand, rules.doubtIsChild)) return
  const stands = { assessed, decision: isCode(careOptions, decision) ? decision : null }
  const missing = missingFor(rules, act, days, stands)
  if (missing !== null) throw new Problem('best-interests-needed', { about: { act, needs: missing } })
}

/**
 * The guardian who agrees for a child now. Where the only one is a suspect, nobody does: somebody else must be
 * checked first.
 */
export async function guardianWhoAgrees(work: Work, file: CaseRef): Promise<string | null> {
  const { acts, suspect } = await standingOf(work, file)
  if (acts === null && suspect) throw new Problem('guardian-needed')
  return acts
}

/** Whether a guardian of a child is a suspect: then the child's own window stays shut. */
export async function guardianIsSuspect(work: Work, file: CaseRef): Promise<boolean> {
  const { suspect, ageBand } = await standingOf(work, file)
  return suspect && (await isChild(work, ageBand))
}
