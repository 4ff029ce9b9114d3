import { sha256 } from '@noble/hashes/sha2.js'

/** Short enough that a tap is still felt at once. */
const stretchMs = 40

function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0)
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24
}

/** Finds the number that the node asks for, in short stretches, so that the page goes on answering. */
export async function solve(challenge: string, bits: number): Promise<string> {
  const encoder = new TextEncoder()
  let until = performance.now() + stretchMs
  for (let number = 0; ; number += 1) {
    if (zeroBits(sha256(encoder.encode(`${challenge}:${number}`))) >= bits) return String(number)
    if (number % 256 === 0 && performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + stretchMs
    }
  }
}
