import {
  codesOf,
  documentFiles,
  documentTypes,
  mostOfDocument,
  parts,
  readingReasons,
} from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, storableText } from '../kit/check.ts'
import { change, command } from '../platform/api.ts'

const base64Of = (bytes: number): number => 4 * Math.ceil(bytes / 3)

const part = z.enum(codesOf(parts))

/** A file as it comes from a device. What it says it is does not count; what it is, is looked at. */
export const documentAdd = command.extend({
  id,
  kind: z.enum(codesOf(documentTypes)),
  issuedOn: day.nullable(),
  words: storableText(500).nullable(),
  /** The bytes in base64. */
  file: z
    .string()
    .min(8)
    .max(base64Of(mostOfDocument.bytes), { message: 'too-large' })
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { message: 'not-base64' }),
})

/** A paper in the list of a case: never its words, nor what it shows. */
export const documentView = z.strictObject({
  id,
  version: z.number().int(),
  part,
  kind: z.enum(codesOf(documentTypes)),
  issuedOn: day.nullable(),
  type: z.enum(documentFiles),
  pages: z.number().int(),
  bytes: z.number().int(),
  goesAlong: z.boolean(),
  by: z.string(),
  recorded: z.string(),
  /** Whether it is for this reader to say whether it goes along, and to take it away. */
  mayChange: z.boolean(),
})

export const documentList = z.strictObject({
  items: z.array(documentView),
  /** The parts of this case to which this reader may add papers. */
  mayAdd: z.array(part),
})

export const documentOpen = command.extend({ reason: z.enum(codesOf(readingReasons)) })

/** A paper with all that it shows, in base64. */
export const documentOpened = z.strictObject({
  type: z.enum(documentFiles),
  words: z.string().nullable(),
  file: z.string(),
})

export const documentGoesAlong = change.extend({ goesAlong: z.boolean() })

export type DocumentAdd = z.infer<typeof documentAdd>
export type DocumentView = z.infer<typeof documentView>
export type DocumentList = z.infer<typeof documentList>
export type DocumentOpened = z.infer<typeof documentOpened>
