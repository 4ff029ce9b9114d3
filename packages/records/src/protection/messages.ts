import { codesOf, feedbackLevels } from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { bilingual, command } from '../platform/api.ts'
import { moment } from './shapes.ts'

/** What one message may say at most: a few sentences, on a small screen. */
const messageWords = storableText(1000).refine((text) => text.trim() !== '', { message: 'missing' })

const message = z.strictObject({
  id,
  fromHer: z.boolean(),
  /** Nothing where whoever reads holds no key for it. */
  words: z.string().nullable(),
  sent: moment,
  seen: z.boolean(),
})

/** Messages between a survivor and the office, for those who work on the case: newest last. */
export const messageList = z.strictObject({ items: z.array(message.extend({ by: z.string().nullable() })) })

/** An answer to a survivor; she reads the name of the office, not of the person. */
export const messageAnswer = command.extend({ id, words: messageWords })

/** What was read, up to the newest that was shown. */
export const messagesSeen = command.extend({ until: z.iso.datetime() })

/** The same as she reads them. */
export const ownMessages = z.strictObject({
  items: z.array(message.extend({ office: bilingual.nullable() })),
})

export const ownWrite = z.strictObject({ id, words: messageWords })

const level = z.enum(codesOf(feedbackLevels))

/** Whether she is asked what she thinks of us. */
export const ownFeedback = z.strictObject({
  asked: z.strictObject({ id, version: z.number().int() }).nullable(),
})

/** What she says of us, or that she says nothing. */
export const ownFeedbackGiven = z.strictObject({
  id,
  base: z.number().int().min(1),
  said: z
    .strictObject({
      respected: level,
      helped: level,
      informed: level,
      complains: z.boolean(),
      words: storableText(1000).nullable(),
    })
    .nullable(),
})

export type OwnFeedback = z.infer<typeof ownFeedback>
export type OwnFeedbackGiven = z.infer<typeof ownFeedbackGiven>
export type MessageList = z.infer<typeof messageList>
export type MessageAnswer = z.infer<typeof messageAnswer>
export type MessagesSeen = z.infer<typeof messagesSeen>
export type OwnMessages = z.infer<typeof ownMessages>
export type OwnWrite = z.infer<typeof ownWrite>
