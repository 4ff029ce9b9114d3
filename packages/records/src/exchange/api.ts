import { z } from 'zod'
import { id } from '../kit/check.ts'
import { command } from '../platform/api.ts'

const problem = z.strictObject({
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  message: z.strictObject({ en: z.string(), bn: z.string() }),
})

/** What an HTCDS file holds, before anything is stored: every disagreement with the standard and every row's errors. */
export const htcdsPreview = z.strictObject({
  id: id.nullable(),
  format: z.string(),
  version: z.string().nullable(),
  rows: z.number().int(),
  ready: z.boolean(),
  columns: z.array(
    z.strictObject({
      position: z.string(),
      header: z.string(),
      field: z.string().nullable(),
      verdict: z.string(),
      message: z.strictObject({ en: z.string(), bn: z.string() }).nullable(),
    }),
  ),
  problems: z.array(problem),
  problemCount: z.number().int(),
})

export const htcdsImport = command.extend({ preview: id, unit: id })
export const htcdsImported = z.strictObject({ cases: z.number().int(), org: id, unit: id })

export type HtcdsPreview = z.infer<typeof htcdsPreview>
export type HtcdsImported = z.infer<typeof htcdsImported>
