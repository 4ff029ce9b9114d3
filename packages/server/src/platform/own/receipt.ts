import { createHash, randomInt } from 'node:crypto'
import type { Node } from '../node.ts'
import { costly, derivedAs, type Line } from '../sessions/password.ts'

/** Sixteen random digits, each as likely as the others. */
export function freshReceipt(): string {
  return Array.from({ length: 16 }, () => randomInt(10)).join('')
}

/** What a receipt and a PIN give together: by which its slot is found, and with which it is opened. */
export interface ReceiptKeys {
  readonly lookUp: Buffer
  readonly slotKey: Buffer
}

/**
 * One costly run over both together, so that a PIN cannot be tried without all digits of the receipt. The salt is the
 * same for all slots of a node: whoever comes in says nothing else by which another could be found.
 */
export async function receiptKeys(
  { name, passwordCost }: Pick<Node, 'name' | 'passwordCost'>,
  { receipt, pin }: { readonly receipt: string; readonly pin: string },
  line: Line,
): Promise<ReceiptKeys> {
  const salt = createHash('sha256').update(`setu1|own salt|${name}`).digest().subarray(0, 16)
  const tag = await costly(`${receipt}|${pin}`, salt, passwordCost, line)
  return { lookUp: derivedAs(tag, 'own look-up'), slotKey: derivedAs(tag, 'own slot') }
}

/** By which a receipt without a PIN is found: it opens nothing, so the digits alone are enough. */
export async function receiptLookUp(
  { name, passwordCost }: Pick<Node, 'name' | 'passwordCost'>,
  receipt: string,
  line: Line,
): Promise<Buffer> {
  const salt = createHash('sha256').update(`setu1|tip salt|${name}`).digest().subarray(0, 16)
  return derivedAs(await costly(receipt, salt, passwordCost, line), 'tip look-up')
}

/** Where the private half of a slot belongs. */
export const slotPlace = (org: string, slot: string): string => `setu1|own slot|${org}|${slot}`

/** The same while it travels with a session. */
export const slotSessionPlace = (org: string, slot: string): string => `setu1|own session|${org}|${slot}`
