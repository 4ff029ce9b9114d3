import { type CaseInFile, type HtcdsRow, type RowProblem, writeCase } from '@setu/exchange'
import type { Work } from '../../platform/index.ts'
import { casesNamed, type KeptCase, type ReadableCase, readContents } from './content-store.ts'
import { allowLonger } from './import-store.ts'

/** Which cases of a file are here already, and whether they are the same. */
export interface Comparison {
  readonly fresh: readonly CaseInFile[]
  readonly same: number
  readonly differs: number
  readonly problems: readonly RowProblem[]
}

const atOnce = 200

/** The name under which a file knows a case, its own number or that of the node that made the file. */
export function sourceName({ content }: CaseInFile): string | null {
  const name = content.records.caseOrigin?.[0]?.['sourceCase']
  return typeof name === 'string' ? name : null
}

/** What differs between two rows, by the names of columns: never what stands in them. */
function columnsApart(first: HtcdsRow | undefined, second: HtcdsRow | undefined): string[] {
  const mine: Readonly<Record<string, unknown>> = first?.values ?? {}
  const theirs: Readonly<Record<string, unknown>> = second?.values ?? {}
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const apart = [...fields].filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
  const { org: _org, case: _case, person: _person, ...own } = first?.ids ?? {}
  const changed = Object.keys(own).filter((name) => own[name] !== second?.ids?.[name])
  return [...apart, ...changed.map((name) => `setu_${name}`)]
}

function differences(one: CaseInFile, rows: ReadonlyMap<number, HtcdsRow>, kept: KeptCase): string[] {
  const here = writeCase(kept.ids, kept.content)
  const there = one.rows.map((row) => rows.get(row))
  const length = Math.max(here.length, there.length)
  const apart = Array.from({ length }, (_, at) => columnsApart(here[at], there[at])).flat()
  return [...new Set(apart)]
}

function told(one: CaseInFile, apart: readonly string[]): RowProblem {
  const code = apart.length === 0 ? 'case.here-same' : 'case.here-differs'
  const field = apart.length === 0 ? null : apart.slice(0, 8).join(', ')
  return { code, weight: 'warning', row: one.rows[0] ?? null, column: null, field, about: {} }
}

/**
 * Looks for the cases of a file of ours among those that this person may read: by the id they had, and by the
 * id under which they were brought in before. What is here is left out, whether it is the same or not.
 */
export async function compareWithHere(
  work: Work,
  cases: readonly CaseInFile[],
  rows: readonly HtcdsRow[],
): Promise<Comparison> {
  const here = await hereAlready(work, cases)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const problems: RowProblem[] = []
  if (here.size > 0) {
    work.because('documents')
    await allowLonger(work)
  }
  const known = cases.filter((one) => here.has(sourceName(one) ?? ''))
  for (let at = 0; at < known.length; at += atOnce) {
    const page = known.slice(at, at + atOnce)
    const files = page.flatMap((one) => here.get(sourceName(one) ?? '') ?? [])
    const kept = await readContents(work, files)
    for (const [index, one] of page.entries()) {
      const found = kept[index]
      if (found) problems.push(told(one, differences(one, byRow, found)))
    }
  }
  const differs = problems.filter(({ code }) => code === 'case.here-differs').length
  return {
    fresh: cases.filter((one) => !here.has(sourceName(one) ?? '')),
    same: problems.length - differs,
    differs,
    problems,
  }
}

/** The cases of a file that are here already, by the names under which the file knows them. */
export async function hereAlready(
  work: Work,
  cases: readonly CaseInFile[],
): Promise<ReadonlyMap<string, ReadableCase>> {
  return casesNamed(
    work,
    cases.flatMap((one) => sourceName(one) ?? []),
  )
}
