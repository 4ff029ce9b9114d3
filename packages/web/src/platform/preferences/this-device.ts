const worker = '/notes-worker.js'

interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    /** Where browsers ask which addresses of programs are ours; not all of them do. */
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }
  }
}

let policy: ScriptPolicy | null = null

/** The one program that runs beside the page, under the one name that the node's policy allows. */
function workerAddress(): string {
  policy ??= window.trustedTypes?.createPolicy('notes-worker', { createScriptURL: () => worker }) ?? {
    createScriptURL: () => worker,
  }
  return policy.createScriptURL(worker)
}

/** Whether this browser can show a notice while the page is closed; some can only over HTTPS. */
export function canShowNotices(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

/** Whether the person told the browser never to show anything of ours. */
export function noticesForbidden(): boolean {
  return canShowNotices() && Notification.permission === 'denied'
}

async function markOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

let known: ServiceWorkerRegistration | undefined

/** By which mark the node knows this device; `null` when it is told nothing. */
export async function markOfThisDevice(): Promise<string | null> {
  if (!canShowNotices()) return null
  known = await navigator.serviceWorker.getRegistration()
  const subscription = await known?.pushManager.getSubscription()
  return subscription ? markOf(subscription.endpoint) : null
}

/** Where this device is told, as the node must know it. */
export interface PushAddress {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Why a device is not told: somebody said no, or said nothing, or its browser's service did not answer. */
export type NotTold = 'forbidden' | 'undecided' | 'unreachable'

async function subscribed(pushKey: string): Promise<PushAddress | null> {
  known = await navigator.serviceWorker.register(workerAddress())
  const { pushManager } = await navigator.serviceWorker.ready
  // What is there may be somebody else's who uses this device, or of another key; either must end.
  await (await pushManager.getSubscription())?.unsubscribe()
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
  const { endpoint, keys } = made.toJSON()
  const { p256dh, auth } = keys ?? {}
  return endpoint !== undefined && p256dh !== undefined && auth !== undefined
    ? { endpoint, p256dh, auth }
    : null
}

/** Asks the person, then the browser, to be told on this device. */
export async function askToBeTold(pushKey: string): Promise<PushAddress | NotTold> {
  const answer = await Notification.requestPermission()
  if (answer !== 'granted') return answer === 'denied' ? 'forbidden' : 'undecided'
  try {
    return (await subscribed(pushKey)) ?? 'unreachable'
  } catch {
    return 'unreachable'
  }
}

/** No longer shows anything on this device, whatever the node still sends. */
export function stopShowing(): void {
  known?.unregister().catch(() => undefined)
  known = undefined
}

/** Finds out at once what runs beside the page, so that leaving need not wait for it; after leaving, it ends. */
export async function keepStopReady(left: boolean): Promise<void> {
  await markOfThisDevice().catch(() => null)
  if (left) stopShowing()
}
