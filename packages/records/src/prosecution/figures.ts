import { codesOf, figureMeasures, figureSpans } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual, command } from '../platform/api.ts'

const count = z.number().int().min(0)

/** An office of one's own, or the country. */
const of = z.union([z.literal('country'), id])

/** In which calendar year the reporting year begins. */
const year = z.string().regex(/^(?:19|20|21)\d{2}$/)

/** A count of cases that are alike, and of the persons in them. */
export const figureCell = z.strictObject({
  measure: z.enum(codesOf(figureMeasures)),
  jurisdiction: z.string(),
  matter: z.string(),
  category: z.string(),
  transnational: z.boolean(),
  cases: count,
  persons: count,
})

/** Persons who are alike in what international statistics ask of them. */
export const figurePeople = z.strictObject({
  measure: z.enum(['formalContact', 'prosecuted', 'convicted']),
  jurisdiction: z.string(),
  matter: z.string(),
  category: z.string(),
  sex: z.string(),
  age: z.string(),
  nationality: z.string().nullable(),
  persons: count,
})

/** The figures of a year as they are counted and kept. */
export const keptFigures = z.strictObject({
  until: day,
  cells: z.array(figureCell),
  people: z.array(figurePeople),
  waits: z.array(
    z.strictObject({ span: z.enum(codesOf(figureSpans)), days: count, ended: count, left: count }),
  ),
})

export const figuresQuery = z.strictObject({ of: of.optional(), year: year.optional() })

export const figuresFileQuery = figuresQuery.extend({
  shape: z.enum(['tip', 'glotip']),
  format: z.enum(['csv', 'xlsx']),
  language: z.enum(['en', 'bn']),
})

/** How long something takes: days after which a share had come to the end, null where fewer have, and the curve of those who have not. */
export const figureSpan = z.strictObject({
  span: z.enum(codesOf(figureSpans)),
  persons: count,
  ended: count,
  quarter: count.nullable(),
  half: count.nullable(),
  threeQuarters: count.nullable(),
  curve: z.array(z.strictObject({ days: count, longer: z.number() })),
})

/** A year as it was kept, once, by those who answer for it. */
export const frozenYear = z.strictObject({
  cells: z.array(figureCell),
  spans: z.array(figureSpan),
  formula: z.string(),
  at: z.string(),
  by: bilingual,
})

/** Figures of criminal cases for a year: of one office or of the country. */
export const figures = z.strictObject({
  /** Nothing where somebody is told no figures at all. */
  of: of.nullable(),
  choices: z.array(z.strictObject({ of, name: bilingual.nullable() })),
  year: z.number().int(),
  /** Years that one may look at, the latest first. */
  years: z.array(z.number().int()),
  from: day,
  to: day,
  until: day,
  over: z.boolean(),
  mayFreeze: z.boolean(),
  formula: z.string(),
  cells: z.array(figureCell),
  spans: z.array(figureSpan),
  frozen: frozenYear.nullable(),
  /** The year before, as it was kept, else as it is counted now. */
  before: z.strictObject({ from: day, to: day, cells: z.array(figureCell), frozen: z.boolean() }),
})

export const figuresFreeze = command.extend({ id, of, year })

/** Which units count for the country, and which could. */
export const figuresCells = z.strictObject({
  items: z.array(z.strictObject({ unit: id, name: bilingual, counts: z.boolean() })),
})
export const figuresCellsLay = command.extend({ units: z.array(id).max(10) })

export type FigureCellRow = z.infer<typeof figureCell>
export type FigurePeople = z.infer<typeof figurePeople>
export type KeptFigures = z.infer<typeof keptFigures>
export type FiguresQuery = z.infer<typeof figuresQuery>
export type FiguresFileQuery = z.infer<typeof figuresFileQuery>
export type FigureSpanView = z.infer<typeof figureSpan>
export type FrozenYear = z.infer<typeof frozenYear>
export type Figures = z.infer<typeof figures>
export type FiguresFreeze = z.infer<typeof figuresFreeze>
export type FiguresCells = z.infer<typeof figuresCells>
export type FiguresCellsLay = z.infer<typeof figuresCellsLay>
