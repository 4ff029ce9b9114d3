import type { BridgeMapping } from '@setu/exchange'
import {
  type ConsentPurpose,
  isCode,
  kindsOfWork,
  type Part,
  purposeOfWork,
  shareableParts,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { findReceiver } from '../../protection/index.ts'

/** An office that cases may be told to, and what binds it. */
export interface ReceivingOffice {
  readonly org: string
  readonly unit: string
  /** What the survivor must have agreed to, by what the office does. */
  readonly purpose: ConsentPurpose
  /** The most that its kind of work is ever told. */
  readonly ceiling: readonly Part[]
}

/**
 * What an office of this work may read where a case is referred to it, and no more: whatever has no rule in force goes
 * nowhere, though a survivor can be asked for it already.
 */
async function ceilingOf(work: Work, kind: string): Promise<readonly Part[]> {
  const { rows } = await sql<{ part: string }>`
    select part from access_rule where relation = 'named' and work = ${kind} and may_read and consent`.execute(
    work.db,
  )
  const asked = isCode(kindsOfWork, kind) ? shareableParts[kind] : []
  return asked.filter((part) => rows.some((rule) => rule.part === part))
}

/** An active office of another organisation, to which this system is a way. */
export async function receivingOffice(
  work: Work,
  { purposes: bridged }: BridgeMapping,
  to: { readonly org: string; readonly unit: string },
): Promise<ReceivingOffice> {
  const found = await findReceiver(work, to)
  if (found === null || found.org === work.actor.org) throw new Problem('receiver-not-available')
  const purpose = isCode(kindsOfWork, found.work) ? purposeOfWork[found.work] : 'shareService'
  if (!bridged.includes(purpose)) throw new Problem('receiver-not-available')
  const ceiling = await ceilingOf(work, found.work)
  if (ceiling.length === 0) throw new Problem('receiver-not-available')
  return { org: found.org, unit: found.unit, purpose, ceiling }
}
