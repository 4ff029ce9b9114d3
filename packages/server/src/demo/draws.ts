import { createHash } from 'node:crypto'

/**
 * Draws that come out alike for the same seed. Each stream has a name and is drawn from apart, so that one case
 * more in one district changes nothing in another.
 */
export interface Draws {
  /** A whole number from nought up to, and not with, this one. */
  below(limit: number): number
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  /** True so often in a hundred. */
  percent(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of several, as often as its weight says. */
  weighed<Item>(items: readonly (readonly [Item, number])[]): Item
  /** So many of these, in the order in which they stand. */
  some<Item>(items: readonly Item[], howMany: number): Item[]
  shuffled<Item>(items: readonly Item[]): Item[]
  id(): string
  stream(name: string): Draws
}

/** Chris Doty-Humphrey's sfc32: small, fast, and nothing that a secret may rest on. */
function generator(seed: string): () => number {
  const start = createHash('sha256').update(seed).digest()
  let a = start.readUInt32LE(0)
  let b = start.readUInt32LE(4)
  let c = start.readUInt32LE(8)
  let count = start.readUInt32LE(12)
  return () => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
}

export function drawsFrom(seed: string): Draws {
  const next = generator(seed)
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit)

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)]
    if (item === undefined) throw new RangeError('nothing to draw from')
    return item
  }

  function weighed<Item>(items: readonly (readonly [Item, number])[]): Item {
    let left = below(items.reduce((sum, [, weight]) => sum + weight, 0))
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    throw new RangeError('nothing to draw from')
  }

  function shuffled<Item>(items: readonly Item[]): Item[] {
    const drawn = items.map((item) => [next(), item] as const)
    return drawn.toSorted(([first], [second]) => first - second).map(([, item]) => item)
  }

  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    percent: (share) => below(100) < share,
    pick,
    weighed,
    shuffled,
    some(items, howMany) {
      const chosen = new Set(shuffled(items.map((_, at) => at)).slice(0, howMany))
      return items.filter((_, at) => chosen.has(at))
    },
    id() {
      const hex = [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, '0')).join('')
      const variant = pick(['8', '9', 'a', 'b'])
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
    },
    stream: (name) => drawsFrom(`${seed}|${name}`),
  }
}
