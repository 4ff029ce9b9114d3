import type { BridgeMapping } from '@setu/exchange'
import { type ConsentPurpose, isCode, kindsOfWork, type Part, shareableParts } from '@setu/vocabulary'
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

const purposes: Readonly<Record<string, ConsentPurpose>> = {
  police: 'sharePolice',
  legal: 'shareLegalAid',
  return: 'repatriation',
}

/** An active office of another organisation, to which this system is a way. */
export async function receivingOffice(
  work: Work,
  { purposes: bridged }: BridgeMapping,
  to: { readonly org: string; readonly unit: string },
): Promise<ReceivingOffice> {
  const found = await findReceiver(work, to)
  if (found === null || found.org === work.actor.org) throw new Problem('receiver-not-available')
  const purpose = purposes[found.work] ?? 'shareService'
  if (!bridged.includes(purpose)) throw new Problem('receiver-not-available')
  return {
    org: found.org,
    unit: found.unit,
    purpose,
    ceiling: isCode(kindsOfWork, found.work) ? shareableParts[found.work] : [],
  }
}
