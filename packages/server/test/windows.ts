import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { issueSlot } from '../src/protection/window/issue-slot.ts'
import type { Client } from './client.ts'
import type { Person } from './world.ts'

/** The PIN that every survivor of the tests chooses. */
export const pin = '802946'

/** Gives the survivor of a case a window of her own; answers her receipt. */
export async function giveWindow(worker: Person, file: CaseRef): Promise<string> {
  const { receipt } = await worker.as((work) => issueSlot(work, file, { pin, nearSuspect: 'no' }))
  return receipt
}

/** Opens her window; answers its cookie. */
export async function enterWindow(client: Client, receipt: string, digits: string = pin): Promise<string> {
  const { own, status, text } = await client.ask('POST', '/own', { body: { receipt, pin: digits } })
  if (status !== 201 || own === undefined) throw new Error(`her window did not open: ${status} ${text}`)
  return own
}

/** A window of her own for the survivor of a case, and the cookie by which it is open. */
export async function ownCookieOf(
  { people }: { readonly people: { readonly asha: Person } },
  client: Client,
  file: CaseRef,
): Promise<string> {
  return enterWindow(client, await giveWindow(people.asha, file))
}
