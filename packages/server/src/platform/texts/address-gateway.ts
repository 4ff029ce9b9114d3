import { readFileSync, statSync } from 'node:fs'
import type { Handed, TextGateway } from './gateway.ts'

/** The header by which an operator knows a node. */
export interface SecretHeader {
  readonly name: string
  readonly value: string
}

export type SecretFault = 'missing' | 'open-to-others' | 'not-a-header'

const ours = ['host', 'content-type', 'content-length', 'idempotency-key', 'connection', 'transfer-encoding']

/** Reads the one line `Name: value` of a file that nobody else may read. */
export function secretHeaderOf(file: string): SecretHeader | SecretFault {
  let line: string
  try {
    if ((statSync(file).mode & 0o077) !== 0) return 'open-to-others'
    line = readFileSync(file, 'utf8').trimEnd()
  } catch {
    return 'missing'
  }
  const [, name, value] =
    /^([A-Za-z0-9-]{1,60}): ?([\x21-\x7e](?:[\x20-\x7e]{0,2000}[\x21-\x7e])?)$/.exec(line) ?? []
  if (name === undefined || value === undefined || ours.includes(name.toLowerCase())) return 'not-a-header'
  return { name, value }
}

/** What goes wrong before a request can have left: the address is not found or not reached, or is not who it says. */
const beforeLeaving =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof AggregateError)
    return cause.errors.every((one) => neverLeft(new Error('', { cause: one })))
  return (
    typeof cause === 'object' && cause !== null && 'code' in cause && beforeLeaving.test(String(cause.code))
  )
}

/**
 * Those answers say that nothing was taken. Of other failures nobody knows: something between may say 408 or 503 for an
 * operator who took the text and was slow to say so.
 */
function meantBy(status: number): Handed {
  if (status >= 200 && status < 300) return 'handed'
  if ([401, 403, 404, 405, 425, 429].includes(status) || (status >= 300 && status < 400)) return 'later'
  if (status === 408) return 'unknown'
  return status >= 400 && status < 500 ? 'refused' : 'unknown'
}

/**
 * Hands each text to an address of the operator's, as JSON. The address stands in the settings of the node alone, and no
 * answer leads to another. The same text bears the same key, so that an operator who saw it before can tell.
 */
export function addressGateway(url: string, secret: SecretHeader, patienceMs = 20_000): TextGateway {
  return {
    async hand({ id, number, text }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': 'application/json', 'idempotency-key': id, [secret.name]: secret.value },
          body: JSON.stringify({ id, to: number, text }),
          signal: AbortSignal.timeout(patienceMs),
        })
        await answer.body?.cancel()
        return meantBy(answer.status)
      } catch (error) {
        return neverLeft(error) ? 'later' : 'unknown'
      }
    },
    async works() {
      try {
        const answer = await fetch(url, {
          method: 'HEAD',
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
        })
        await answer.body?.cancel()
        return true
      } catch {
        return false
      }
    },
  }
}
