import type { NetworkNodeView, NetworkTieView } from '@setu/records/api'

interface Whole {
  readonly nodes: readonly NetworkNodeView[]
  readonly ties: readonly NetworkTieView[]
}

interface Leave {
  /** `others` are strangers to the network; `own` is what its own offices take along for themselves. */
  readonly reach: 'others' | 'own'
  /** Who may not leave, whatever the reason is. */
  readonly kept: ReadonlySet<string>
  /** Those accused of whom it is known that they are grown up. */
  readonly grown: ReadonlySet<string>
}

/**
 * What of a network may leave in a file. For others: people whom a court has charged or convicted and who are known to be
 * grown up, with the things that hang on them. Whoever is kept back is left out without a trace: their things go with
 * them, and nothing counts what is not there.
 */
export function leaving({ nodes, ties }: Whole, { reach, kept, grown }: Leave): Whole {
  const proven = ({ id, standing }: NetworkNodeView) =>
    (standing === 'charged' || standing === 'convicted') && grown.has(id)
  const somebody = nodes.filter(({ standing }) => standing !== null)
  const people = somebody.filter((one) => !kept.has(one.id) && (reach === 'own' || proven(one)))
  const beside = Map.groupBy(
    ties.flatMap(({ from, to }) => [
      { one: from, other: to },
      { one: to, other: from },
    ]),
    ({ one }) => one,
  )
  const things = nodes.filter(({ standing }) => standing === null)
  const thing = new Set(things.map(({ id }) => id))
  /** The things that hang on some people, on their own or through other things. */
  const hangingOn = (of: readonly NetworkNodeView[]): ReadonlySet<string> => {
    const reached = new Set<string>()
    const next = of.map(({ id }) => id)
    for (let id = next.pop(); id !== undefined; id = next.pop())
      for (const { other } of beside.get(id) ?? [])
        if (thing.has(other) && !reached.has(other)) {
          reached.add(other)
          next.push(other)
        }
    return reached
  }
  const [onThem, onAnybody] = [hangingOn(people), hangingOn(somebody)]
  const leaves = ({ id }: NetworkNodeView) => onThem.has(id) || (reach === 'own' && !onAnybody.has(id))
  const here = new Set([...people, ...things.filter(leaves)].map(({ id }) => id))
  return {
    nodes: nodes.filter(({ id }) => here.has(id)),
    ties: ties.filter(({ from, to }) => here.has(from) && here.has(to)),
  }
}
