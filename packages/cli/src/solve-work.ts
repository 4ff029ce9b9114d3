import { createHash } from 'node:crypto'
import type { RefusalView } from '@setu/records/api'

function zeroBits(digest: Buffer): number {
  const first = digest.findIndex((byte) => byte !== 0)
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24
}

/** What a node asks of whoever signs in while very many try: a number behind its challenge that hashes to zeros. */
export function solveWork({ about }: RefusalView): { readonly challenge: string; readonly answer: string } {
  const { challenge = '', bits } = about
  const asked = Math.min(Number(bits), 32)
  let number = 0
  while (zeroBits(createHash('sha256').update(`${challenge}:${number}`).digest()) < asked) number += 1
  return { challenge, answer: String(number) }
}
