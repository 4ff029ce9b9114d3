import { z } from 'zod'
import { id } from '../kit/check.ts'
import { command } from '../platform/api.ts'

const words = z.strictObject({ en: z.string(), bn: z.string() })

const problem = z.strictObject({
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  /** An error stands in the way, a warning asks somebody to look. */
  weight: z.enum(['refusal', 'error', 'warning']),
  message: words,
})

/** How a file is to be read where it does not say: which column holds what, and which way round days are. */
export const htcdsReadAs = z.strictObject({
  /** By the letters of columns: `C:spl_Type,D:` takes column C for a field and leaves column D out. */
  columns: z
    .string()
    .regex(/^[A-Z]{1,3}:\w{0,60}(?:,[A-Z]{1,3}:\w{0,60}){0,199}$/)
    .optional(),
  days: z.enum(['day-first', 'month-first']).optional(),
})

/** What an HTCDS file holds, before anything is stored: every disagreement with the standard and every row's errors. */
export const htcdsPreview = z.strictObject({
  id: id.nullable(),
  format: z.string(),
  version: z.string().nullable(),
  rows: z.number().int(),
  /** How many cases would be brought in. */
  cases: z.number().int(),
  /** Cases of the file that are here already; they are left out and never overwritten. */
  here: z.strictObject({ same: z.number().int(), differs: z.number().int() }),
  ready: z.boolean(),
  columns: z.array(
    z.strictObject({
      position: z.string(),
      header: z.string(),
      field: z.string().nullable(),
      verdict: z.string(),
      message: words.nullable(),
      /** Between these a person has to choose. */
      candidates: z.array(z.string()),
    }),
  ),
  problems: z.array(problem),
  problemCount: z.number().int(),
  /** What everybody should know before they go on. */
  notices: z.array(words),
})

export const htcdsImport = command.extend({ preview: id, unit: id })
export const htcdsImported = z.strictObject({ cases: z.number().int(), org: id, unit: id })

export type HtcdsReadAs = z.infer<typeof htcdsReadAs>
export type HtcdsPreview = z.infer<typeof htcdsPreview>
export type HtcdsImport = z.infer<typeof htcdsImport>
export type HtcdsImported = z.infer<typeof htcdsImported>
