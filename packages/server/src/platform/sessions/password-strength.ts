import { shortestPassword } from '@setu/vocabulary'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

let loading: Promise<ZxcvbnFactory> | undefined

/** The list of what everybody tries, in memory from the first password that somebody chooses on. */
function guesser(): Promise<ZxcvbnFactory> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Guesser }, { dictionary, adjacencyGraphs }]) =>
      new Guesser({ dictionary, graphs: adjacencyGraphs }),
  )
  return loading
}

/** From 0, guessed at once, to 4; at 3 somebody who has stolen the verifiers guesses for months. */
const leastScore = 3
/** What comes behind makes nothing weaker, and takes long to look at. */
const lookedAt = 100
const ofHere = ['setu', 'সেতু', 'bangladesh', 'বাংলাদেশ', 'dhaka', 'ঢাকা']

const plainOf = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en')

/**
 * Whether a password can be guessed: too short, repeated, made of the person's own names, of the tens of thousands of
 * passwords and words that are tried first, of rows of keys, years and the like.
 */
export async function weakPassword(password: string, names: readonly string[]): Promise<boolean> {
  const plain = plainOf(password)
  if ([...plain].length < shortestPassword || new Set(plain).size < 6) return true
  const own = names.flatMap((name) => [plainOf(name), ...plainOf(name).split(/[\s._-]+/)])
  const telling = own.filter((word) => [...word].length > 2)
  const left = telling.reduce((text, word) => text.replaceAll(word, ''), plain)
  if ([...left.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')].length < 6) return true
  const beginning = [...password.normalize('NFKC')].slice(0, lookedAt).join('')
  return (await guesser()).check(beginning, [...telling, ...ofHere]).score < leastScore
}
