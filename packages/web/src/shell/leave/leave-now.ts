/** An everyday page of our own: it asks no other house for anything, and its address says nothing either. */
const neutralPage = '/weather.html'

/** Neutral names, since whoever borrows the device can read them. */
const mark = 'notes-closed'
const channelName = 'notes'

const last = new Set<() => void>()
let leaving = false

/** Registers what must be dropped before the neutral page: cached answers, drafts, keys. */
export function beforeLeaving(drop: () => void): () => void {
  last.add(drop)
  return () => last.delete(drop)
}

/** Remembers that the session may still be open on the node, so that the next visit ends it first. */
export function markLeft(): void {
  try {
    window.localStorage.setItem(mark, '1')
  } catch {
    // A browser that keeps nothing has nothing to remember either.
  }
}

/** Whether the device was left in a hurry and the session may still be open; asking forgets it. */
export function leftInAHurry(): boolean {
  try {
    const left = window.localStorage.getItem(mark) !== null
    window.localStorage.removeItem(mark)
    return left
  } catch {
    return false
  }
}

/** Ends a session without waiting; should that be lost on the way, the mark ends it at the next visit. */
function endSession(path: '/api/session' | '/api/own'): void {
  const request = { method: 'DELETE', headers: { 'x-setu': '1' }, keepalive: true } as const
  fetch(path, request).catch(() => undefined)
}

/** Where a survivor looks into her own window: nothing of that is marked on the device. */
export const ownPage = '/own'

/** Shuts a survivor's own window as its page goes away. */
export const endOwn = (): void => endSession('/api/own')

function go(): void {
  leaving = true
  document.documentElement.hidden = true
  for (const drop of last) drop()
  document.body.replaceChildren()
  window.location.replace(neutralPage)
}

/** Leaves at once: an everyday page takes this one's place, in this tab and in every other. */
export function leaveNow(): void {
  if (leaving) return
  if (window.location.pathname === ownPage) {
    endOwn()
    return go()
  }
  markLeft()
  endSession('/api/session')
  new BroadcastChannel(channelName).postMessage('leave')
  go()
}

/** Fetches the neutral page beforehand, so that on a slow network it is there at once. */
export function keepNeutralPageReady(): void {
  for (const file of [neutralPage, '/weather.css', '/weather.svg']) {
    fetch(file, { cache: 'force-cache', priority: 'low' }).catch(() => undefined)
  }
}

/** Follows another tab that leaves, and refuses to come back out of the browser's page cache. */
export function followLeaving(): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = () => go()
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted && leaving) window.location.replace(neutralPage)
  }
  window.addEventListener('pageshow', onPageShow)
  return () => {
    channel.close()
    window.removeEventListener('pageshow', onPageShow)
  }
}
