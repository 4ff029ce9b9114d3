import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import {
  changesOf,
  laterOf,
  type Quarter,
  reckoned,
  sumOf,
  type Told,
  tableOf,
} from '../../../test/told-tables.ts'
import { type Opened, openNode } from '../../../test/world.ts'

interface Line {
  readonly cases: number | null
  readonly reached: readonly (number | null)[]
}

interface Series extends Quarter, Told {
  readonly next: readonly (readonly number[])[]
  readonly lines: readonly Line[]
  readonly rounded: number
  readonly step: number
  readonly alone: readonly boolean[]
}

describe.each(['pglite', 'postgres'] as const)('what is told of quarters, on %s', (kind) => {
  let ground: Opened

  beforeAll(async () => {
    ground = await openNode(kind)
  })
  afterAll(() => ground.close())

  /** The table of a quarter, after the one before: what it stands for, what may be told of it, and how that is told. */
  async function tellNext(
    now: readonly (readonly number[])[],
    before: Series | undefined,
    rounded: number,
  ): Promise<Series> {
    const wide = now[0]?.map(() => 0) ?? []
    const then = before && now.map((_, at) => before.next[at] ?? wide)
    const alone = now.map((_, at) => at > 0 && before !== undefined && (before.alone[at] ?? true))
    const [row] = await rowsOf(
      ground.owner,
      `select p.rounded, p.step, t.of_all, t.of_each, t.told, to_json(n.next)::text as next, (
           select json_agg(oversight_line('row', null, array(select unnest(n.next[r:r][1:4])), case when r = 1 then t.of_all else t.of_each end,
             '[]', 5, p.rounded) order by r)::text from generate_series(1, array_length(n.next, 1)) r) as lines
         from oversight_pace(5, $4, $5, $6, $7) p
         cross join lateral (select case when $2::integer[] is null then $1::integer[]
           else oversight_next($1::integer[], $2::integer[], $3::boolean[], p.step) end as next) n
         cross join lateral oversight_tellable(n.next, 5) t`,
      [now, then ?? null, alone, rounded, before ? 5 : null, before?.rounded ?? null, before?.step ?? null],
    )
    const series = row as unknown as Series
    return {
      ...series,
      next: JSON.parse(String(row?.['next'])),
      lines: JSON.parse(String(row?.['lines'])),
      alone: alone.map((one, at) => one || series.told[at] === true),
    }
  }

  test('no adding and subtracting of what is told gives a small number', async () => {
    let rowsTold = 0
    for (let seed = 1; seed <= 150; seed++) {
      const table = tableOf(seed)
      const [answer] = await rowsOf(ground.owner, `select * from oversight_tellable($1::integer[], 5)`, [
        table,
      ])
      const told = answer as unknown as Told
      const found = reckoned(table, told)
      expect(Math.min(5, ...found), JSON.stringify({ table, told })).toBe(5)
      const hidden = told.told.slice(1).filter((one) => !one).length
      if (told.told.includes(true)) expect(hidden, JSON.stringify({ table, told })).not.toBe(1)
      rowsTold += told.told.filter(Boolean).length
    }
    expect(rowsTold).toBeGreaterThan(150)
  })

  test('no subtracting of tables, however far apart, gives a small number', async () => {
    const least = 5
    const far = (difference: number) => difference === 0 || Math.abs(difference) >= least
    const allFar = (changes: readonly number[]) =>
      [0, ...changes].every((one) => [0, ...changes].every((other) => far(one - other)))
    let [moved, stayed, come, behind] = [0, 0, 0, Number.NEGATIVE_INFINITY]
    for (let seed = 1; seed <= 30; seed++) {
      let now = tableOf(seed)
      const quarters: Series[] = []
      for (let quarter = 0; quarter < 5; quarter++) {
        const said = await tellNext(now, quarters.at(-1), least + ((seed * 7 + quarter * quarter * 3) % 6))
        const story = () => JSON.stringify({ seed, quarter, now, said, quarters })
        const people = said.next.flatMap((row, at) =>
          at === 0 || row.some((count) => count > 0) ? [at] : [],
        )
        const told = people.map((at) => said.told[at] === true)
        const rows = people.map((at) => said.next[at] ?? [])
        rows[0] = [0, 1, 2, 3].map((column) => sumOf(rows.slice(1), column))
        const inNoRow = rows[0].map((count, column) => (said.next[0]?.[column] ?? 0) - count)
        expect(allFar(inNoRow) && Math.min(...inNoRow) >= 0, story()).toBe(true)
        const found = reckoned(rows, { ...said, told, of_all: 0 })
        expect(Math.min(least, ...found), story()).toBe(least)
        for (const before of quarters) {
          expect(changesOf(before, said).every(allFar), story()).toBe(true)
          for (const [at, was] of before.lines.entries()) {
            const is = said.lines[at]
            const both = at === 0 || (before.told[at] === true && said.told[at] === true)
            if (!both || is === undefined) continue
            const pairs = [[was.cases, is.cases], ...was.reached.map((count, of) => [count, is.reached[of]])]
            const changes = pairs.flatMap(([then, later], column) => {
              if (typeof then !== 'number' || typeof later !== 'number') return []
              const change = (said.next[at]?.[column] ?? 0) - (before.next[at]?.[column] ?? 0)
              // Rounding tells no more of what stands still, and of what moves only by how much.
              expect(later - then, story()).toBe(change)
              return [change]
            })
            expect(allFar(changes), story()).toBe(true)
            moved += changes.filter((change) => change !== 0).length
            stayed += changes.filter((change) => change === 0).length
          }
        }
        for (const [at, row] of now.entries())
          if (at > 0 && said.alone[at] && quarters.length > 0)
            for (const [column, count] of row.entries())
              behind = Math.max(behind, Math.abs(count - (said.next[at]?.[column] ?? 0)) - said.step)
        come += Math.max(0, now.length - (quarters.at(-1)?.next.length ?? now.length))
        quarters.push(said)
        now = laterOf(now, seed * 10 + quarter)
      }
    }
    expect(Math.min(moved, stayed, come)).toBeGreaterThan(50)
    expect(behind, 'nothing that is told by itself lags behind by a whole step').toBeLessThan(0)
  })

  test.each([
    ['at first', [10, 5, null, null, null], [5, 10]],
    ['first with a rounding that does not divide ten', [10, 6, null, null, null], [6, 12]],
    ['other rounding later', [10, 7, 10, 5, 10], [5, 10]],
    ['more people later', [15, 5, 10, 5, 10], [5, 20]],
    ['fewer people later', [5, 5, 15, 5, 20], [5, 20]],
    ['after a table from before there were steps', [10, 9, 10, 6, null], [6, 12]],
  ])('rounding stays, and steps become no shorter: %s', async (_, asked, [rounded, step]) => {
    const pace = await rowsOf(ground.owner, 'select * from oversight_pace($1, $2, $3, $4, $5)', [...asked])
    expect(pace).toEqual([{ rounded, step }])
  })
})
