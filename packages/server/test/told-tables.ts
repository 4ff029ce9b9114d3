/** What may be told of a table: columns as bits, and which rows. */
export interface Told {
  readonly of_all: number
  readonly of_each: number
  readonly told: readonly boolean[]
}

/** Draws that are the same in every run of the same seed. */
function drawsOf(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * (most + 1))
  }
}

/** A funnel of some places, the first row of which is all of them together. */
export function tableOf(seed: number): number[][] {
  const draw = drawsOf(seed)
  const rows = Array.from({ length: 2 + draw(7) }, () => {
    let left = draw(seed % 3 === 0 ? 12 : 90)
    return Array.from({ length: 4 }, () => {
      const now = left
      left = draw(3) === 0 ? left : left - draw(left)
      return now
    })
  })
  const all = [0, 1, 2, 3].map((place) => rows.reduce((sum, row) => sum + (row[place] ?? 0), 0))
  return [all, ...rows.filter(([cases = 0]) => cases > 0)]
}

/** Some more people: of those who came, fewer have reached each later step. */
function comersOf(come: number, draw: (most: number) => number): number[] {
  let left = come
  return Array.from({ length: 4 }, (_, column) => {
    if (column > 0) left -= draw(left)
    return left
  })
}

/**
 * The same table a while later: some of its rows have grown, by few or by many, or lost a few, and some offices are new,
 * small ones above all.
 */
export function laterOf([, ...rows]: readonly (readonly number[])[], seed: number): number[][] {
  const draw = drawsOf(seed)
  const later = rows.map((row) => {
    if (draw(9) === 0) {
      const left = draw(9)
      return row.map((count) => Math.max(0, count - left))
    }
    const come = comersOf(draw(2) === 0 ? draw(30) : draw(4), draw)
    return row.map((count, column) => count + (come[column] ?? 0))
  })
  const opened = Array.from({ length: Math.max(0, draw(3) - 1) }, () =>
    comersOf(1 + (draw(3) === 0 ? draw(40) : draw(7)), draw),
  )
  const all = [...later, ...opened]
  return [[0, 1, 2, 3].map((column) => sumOf(all, column)), ...all]
}

const subsets = <T>(of: readonly T[]): T[][] =>
  of.reduce<T[][]>((found, one) => [...found, ...found.map((set) => [...set, one])], [[]])

/** A column of some rows together. */
export const sumOf = (rows: readonly (readonly number[])[], column: number): number =>
  rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)

/**
 * Every number that somebody could get by adding and subtracting what is told: of any told rows together, and of
 * whoever is left of all when they are taken away, each column and each difference of two.
 */
export function reckoned(table: readonly (readonly number[])[], { of_all, of_each, told }: Told): number[] {
  const [all = [], ...places] = table
  const columnsOf = (mask: number) => [
    0,
    ...[0, 1, 2].filter((bit) => mask & (1 << bit)).map((bit) => bit + 1),
  ]
  const shown = places.filter((_, at) => told[at + 1] === true)
  const others = places.filter((_, at) => told[at + 1] !== true)
  const groups =
    shown.length === 0 ? [] : subsets([...shown.map((row) => [row]), ...(others.length > 0 ? [others] : [])])
  const found: number[] = []
  const tell = (rows: readonly (readonly number[])[], mask: number) => {
    const columns = columnsOf(mask)
    for (const one of columns) {
      found.push(sumOf(rows, one))
      for (const other of columns)
        if (other > one) found.push(Math.abs(sumOf(rows, one) - sumOf(rows, other)))
    }
  }
  if ((all[0] ?? 0) > 0 && of_all > 0) tell([all], of_all)
  for (const group of groups) if (group.length > 0) tell(group.flat(), of_each)
  return found
}

/** What a table stood for, all together first, and which of its rows were told by themselves. */
export interface Quarter {
  readonly next: readonly (readonly number[])[]
  readonly told: readonly boolean[]
}

/** What is told of a quarter, as sets of rows. In place of all together stands who is in it and in no row yet. */
const blocksOf = ({ told }: Quarter): number[][] => {
  const places = told.map((_, at) => at)
  const others = places.filter((at) => at > 0 && told[at] !== true)
  return [
    ...places.filter((at) => at === 0 || told[at] === true).map((at) => [at]),
    ...(others.length > 0 ? [others] : []),
  ]
}

/** The smallest sets of rows that several tables know alike. */
function sharedBy(blocks: readonly (readonly number[])[], height: number): number[][] {
  let groups = Array.from({ length: height }, (_, at) => [at])
  for (const block of blocks) {
    const met = groups.filter((group) => group.some((at) => block.includes(at)))
    groups = [...groups.filter((group) => !met.includes(group)), met.flat()]
  }
  return groups
}

/**
 * By how many people each set of rows has changed that somebody knows from both of two tables, column by column. A row
 * that is in the later one only had nobody.
 */
export function changesOf(before: Quarter, after: Quarter): number[][] {
  if (!before.told.includes(true) || !after.told.includes(true)) return []
  const standing = ({ next: [all = [], ...rows] }: Quarter) => [
    all.map((count, column) => count - sumOf(rows, column)),
    ...rows,
  ]
  const [then, now] = [standing(before), standing(after)]
  const groups = sharedBy([...blocksOf(before), ...blocksOf(after)], now.length)
  const changes = groups.map((group) =>
    [0, 1, 2, 3].map((column) =>
      group.reduce((sum, at) => sum + (now[at]?.[column] ?? 0) - (then[at]?.[column] ?? 0), 0),
    ),
  )
  return subsets(changes).map((some) => [0, 1, 2, 3].map((column) => sumOf(some, column)))
}
