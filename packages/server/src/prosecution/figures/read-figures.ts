import type { Figures, FiguresQuery, KeptFigures } from '@setu/records/api'
import {
  codesOf,
  daysUntil,
  figureSpans,
  figuresFormula,
  reportingYear,
  reportingYearOf,
  type SurvivalStep,
  survivalOf,
} from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import {
  answersFor,
  countFigures,
  type FiguresOf,
  figuresChoices,
  keptYear,
  yearBegins,
} from './figures-store.ts'

/** How far back years are offered. */
const yearsBack = 12

/** A curve is drawn of so many points at most; the eye tells no more apart. */
const mostPoints = 40

function thinned(steps: readonly SurvivalStep[]): Figures['spans'][number]['curve'] {
  const every = Math.max(1, Math.ceil(steps.length / mostPoints))
  return steps
    .filter((_, place) => place % every === 0 || place === steps.length - 1)
    .map(({ days, longer }) => ({ days, longer }))
}

/** Each span with the days after which a quarter, half and three quarters had come to its end. */
function spansOf({ waits }: KeptFigures): Figures['spans'] {
  return codesOf(figureSpans).map((span) => {
    const theirs = waits.filter((one) => one.span === span)
    const steps = survivalOf(theirs)
    return {
      span,
      persons: theirs.reduce((sum, { ended, left }) => sum + ended + left, 0),
      ended: theirs.reduce((sum, { ended }) => sum + ended, 0),
      quarter: daysUntil(steps, 0.25),
      half: daysUntil(steps, 0.5),
      threeQuarters: daysUntil(steps, 0.75),
      curve: thinned(steps),
    }
  })
}

/** Of whom and which year somebody asks, as far as they are told of it. */
export async function askedFor(
  work: Work,
  { of, year }: FiguresQuery,
): Promise<{
  readonly of: FiguresOf | null
  readonly year: number
  readonly begins: number
  readonly choices: Figures['choices']
}> {
  const choices = await figuresChoices(work)
  const chosen = of === undefined ? choices[0] : choices.find((one) => one.of === of)
  if (chosen === undefined && of !== undefined) throw new Problem('not-for-you')
  const begins = await yearBegins(work)
  return {
    of: chosen?.of ?? null,
    year: year === undefined ? reportingYearOf(begins, work.today) : Number(year),
    begins,
    choices: choices.map((one) => ({ ...one })),
  }
}

/** The figures of a year as they are counted now, beside what was kept of it and the year before. */
export async function readFigures(work: Work, query: FiguresQuery): Promise<Figures> {
  const { of, year, begins, choices } = await askedFor(work, query)
  const [theirs, before] = [reportingYear(begins, year), reportingYear(begins, year - 1)]
  const counted = await countFigures(work, of, theirs)
  const [kept, keptBefore] = [await keptYear(work, of, theirs), await keptYear(work, of, before)]
  const earlier = keptBefore?.figures ?? (await countFigures(work, of, before))
  const latest = reportingYearOf(begins, work.today)
  const over = theirs.to < work.today
  return {
    of,
    choices,
    year,
    years: Array.from({ length: yearsBack }, (_, back) => latest - back),
    from: theirs.from,
    to: theirs.to,
    until: counted.until,
    over,
    mayFreeze: over && kept === null && (await answersFor(work, of)),
    formula: figuresFormula,
    cells: counted.cells,
    spans: spansOf(counted),
    frozen:
      kept === null
        ? null
        : {
            cells: kept.figures.cells,
            spans: spansOf(kept.figures),
            formula: kept.formula,
            at: kept.at,
            by: kept.by,
          },
    before: { from: before.from, to: before.to, cells: earlier.cells, frozen: keptBefore !== null },
  }
}
