import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'

/** How long somebody may take to say what they want, and how slowly a file may come. */
export const patience = { headersMs: 10_000, bodyMs: 10_000, leastBytesASecond: 8192 } as const

/** Longer than the largest file takes that comes at the least speed; whatever is slower is cut off long before. */
export const longestRequestMs = 45 * 60_000

const lookEveryMs = 2000
const lastWordMs = 1000

function tooSlow(file: boolean, received: number, sinceMs: number): boolean {
  if (sinceMs < patience.bodyMs) return false
  return !file || received < (sinceMs / 1000) * patience.leastBytesASecond
}

/**
 * Does not wait for a body that comes too slowly: an ordinary one has some seconds in all, a file must keep a least
 * speed. Whoever drips bytes holds a line for no longer than that; they are told, and the line is cut.
 */
export function hurry(request: IncomingMessage, file: boolean, refuse: () => Promise<void>): void {
  const { socket } = request
  // Requests that come over no line have nothing to cut.
  if (!(socket instanceof Socket)) return
  const [began, before] = [performance.now(), socket.bytesRead]
  const cut = () => setTimeout(() => socket.destroy(), lastWordMs).unref()
  const timer = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(timer)
    if (!tooSlow(file, socket.bytesRead - before, performance.now() - began)) return
    clearInterval(timer)
    refuse().then(cut, cut)
  }, lookEveryMs).unref()
}
