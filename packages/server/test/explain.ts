import type { Engine } from '../src/platform/index.ts'

/** One step of a plan, as EXPLAIN (ANALYZE, FORMAT JSON) gives it. */
export interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Filter?: string
  readonly 'Join Filter'?: string
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly 'Hash Cond'?: string
  readonly 'Merge Cond'?: string
  readonly Plans?: readonly Step[]
}

/** A statement as it was sent, and how the database went about it. */
export interface Explained {
  readonly text: string
  readonly plan: Step
}

const onlyReads = /^\s*(select|with)\b(?!.*\b(insert into|update|delete from)\b)/is

/** An engine that has every reading statement explained, with its own values, where and when it is sent. */
export function explaining(engine: Engine): { readonly engine: Engine; readonly seen: Explained[] } {
  const seen: Explained[] = []
  return {
    seen,
    engine: {
      ...engine,
      connect: async () => {
        const connection = await engine.connect()
        return {
          ...connection,
          query: async (text, values) => {
            if (onlyReads.test(text)) {
              const { rows } = await connection.query(`explain (analyze, format json) ${text}`, values)
              const told = rows[0]?.['QUERY PLAN'] as readonly { readonly Plan: Step }[]
              if (told[0]) seen.push({ text, plan: told[0].Plan })
            }
            return connection.query(text, values)
          },
        }
      },
    },
  }
}

/** All steps of a plan, with those of its subplans. */
export function stepsOf(step: Step): readonly Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)]
}

/** The conditions that a step asks of its rows. */
export function conditionsOf(step: Step): readonly string[] {
  const asked = [
    step.Filter,
    step['Join Filter'],
    step['Index Cond'],
    step['Recheck Cond'],
    step['Hash Cond'],
    step['Merge Cond'],
  ]
  return asked.filter((one) => one !== undefined)
}

/** How many rows a step met only to turn them away. */
export function turnedAway(step: Step): number {
  const each =
    (step['Rows Removed by Filter'] ?? 0) +
    (step['Rows Removed by Join Filter'] ?? 0) +
    (step['Rows Removed by Index Recheck'] ?? 0)
  return each * step['Actual Loops']
}
