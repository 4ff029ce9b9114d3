import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { NodeKey } from '../keys/node-key.ts'

/** A challenge that was given out, and the number that its solver found for it. */
export interface Work {
  readonly challenge: string
  readonly answer: string
}

interface Challenge {
  readonly until: number
  readonly bits: number
  readonly nonce: string
  readonly mac: string
}

const lifetimeMs = 5 * 60_000
const shape = /^(\d{13})\.(\d{1,2})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/

/** From half a second of an old phone to half a minute of it, as the line grows to its end. */
const fewestBits = 16
const mostBits = 21

/** How much work is asked for: so many zero bits, by how much of the line is taken. */
export function bitsFor(taken: number): number {
  return fewestBits + Math.round(Math.min(1, Math.max(0, taken)) * (mostBits - fewestBits))
}

function macOf(key: NodeKey, name: Buffer, { until, bits, nonce }: Omit<Challenge, 'mac'>): string {
  return key.mark(`${name.toString('hex')}|${until}|${bits}|${nonce}`, 'proof of work').toString('base64url')
}

/** A challenge for one name and five minutes; nothing of it is kept. */
export function challengeFor(key: NodeKey, name: Buffer, now: Date, bits: number): string {
  const open = { until: now.getTime() + lifetimeMs, bits, nonce: randomBytes(16).toString('base64url') }
  return `${open.until}.${bits}.${open.nonce}.${macOf(key, name, open)}`
}

function parsed(challenge: string): Challenge | null {
  const [, until, bits, nonce, mac] = shape.exec(challenge) ?? []
  if (until === undefined || bits === undefined || nonce === undefined || mac === undefined) return null
  return { until: Number(until), bits: Number(bits), nonce, mac }
}

function zeroBits(digest: Buffer): number {
  const first = digest.findIndex((byte) => byte !== 0)
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24
}

/** Whether somebody did the work that was asked of them, for this name and in time. */
export function workDone(key: NodeKey, name: Buffer, now: Date, { challenge, answer }: Work): boolean {
  const asked = parsed(challenge)
  if (asked === null || asked.until < now.getTime()) return false
  if (!timingSafeEqual(Buffer.from(macOf(key, name, asked)), Buffer.from(asked.mac))) return false
  return zeroBits(createHash('sha256').update(`${challenge}:${answer}`).digest()) >= asked.bits
}

/** Challenges used within their five minutes; whatever is in here cost somebody its work. */
const used = new Map<string, number>()

/** Uses a challenge up; `false` when somebody did so before. */
export function spendWork({ challenge }: Work, now: Date): boolean {
  for (const [spent, until] of used) {
    if (until >= now.getTime()) break
    used.delete(spent)
  }
  if (used.has(challenge)) return false
  used.set(challenge, now.getTime() + lifetimeMs)
  return true
}
