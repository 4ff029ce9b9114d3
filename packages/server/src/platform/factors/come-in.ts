import type { SignedIn } from '@setu/records/api'
import type { Reply, Visit } from '../http/endpoint.ts'
import { rememberDevice } from '../sessions/known-device.ts'
import { whatNext } from './half-way.ts'

/**
 * The answer to somebody who came a step further in a sign-in, under the cookie that it has from now on. Whoever is in
 * by it is known again on this browser.
 */
export async function cameFurther<Body extends SignedIn = SignedIn>(
  visit: Visit,
  fresh: string | null,
  more: (next: SignedIn) => Body,
): Promise<Reply<Body>> {
  const next = await whatNext(visit, fresh ?? visit.cookie ?? '')
  const { session } = next
  const reply = { status: 200, body: more(next) }
  if (fresh === null) return reply
  if (session === null) return { ...reply, cookie: fresh }
  const whose = { org: session.org.id, account: session.account.id }
  return { ...reply, cookie: fresh, deviceCookie: await rememberDevice(visit, fresh, whose) }
}
