import { codesOf, reminderTexts, textHindrances, textNumber, textStates } from '@setu/vocabulary'
import { z } from 'zod'
import { id } from '../kit/check.ts'
import { command } from '../platform/api.ts'
import { moment } from './shapes.ts'

const wording = z.enum(codesOf(reminderTexts))
const language = z.enum(['en', 'bn'])
const hindrance = z.enum(codesOf(textHindrances)).nullable()

/** A telephone number that a text can go to, written in any of the usual ways. */
const number = z
  .string()
  .max(40)
  .refine((given) => textNumber(given) !== null, { message: 'not-a-number' })

const choice = { number, wording, language }

/**
 * A survivor wants to be reminded by texts that go out by themselves: to a number that is safe for it, in words of the
 * list. It was asked of her, and she said yes.
 */
export const textChoose = command.extend({
  ...choice,
  chose: z.literal(true),
  safe: z.literal(true),
  /** When what the screen showed was chosen, or ended; nothing where nothing was chosen before. */
  seen: z.iso.datetime().nullable(),
})

export const textStop = command.extend({})

/** The same, said by herself in her own window. */
export const ownTextChoose = z.strictObject({ ...choice, safe: z.literal(true) })

const rules = {
  /** The texts that are offered here, and the hours between which they go out. */
  offers: z.array(wording),
  from: z.number().int(),
  until: z.number().int(),
}

/** How one automatic reminder went. */
export const textView = z.strictObject({
  /** The appointment that it reminds of. */
  about: id,
  state: z.enum(codesOf(textStates)),
  because: hindrance,
  at: moment.nullable(),
})

/** Whether a survivor is reminded by texts, and how they went; her number is nowhere in it. */
export const textsView = z.strictObject({
  ...rules,
  /** Whether one may write down her choice; ending it is open to whoever sees this. */
  mayChoose: z.boolean(),
  hindrance,
  choice: z
    .strictObject({
      wording,
      language,
      chosen: moment,
      /** Nobody where she chose it herself. */
      by: z.string().nullable(),
      herself: z.boolean(),
      stopped: moment.nullable(),
      stoppedBy: z.enum(['survivor', 'caseworker', 'closing', 'restored']).nullable(),
    })
    .nullable(),
  texts: z.array(textView),
})

/** What she reads of it herself. */
export const ownTexts = z.strictObject({
  ...rules,
  hindrance,
  choice: z.strictObject({ wording, language, chosen: moment }).nullable(),
})

export type TextChoose = z.infer<typeof textChoose>
export type TextStop = z.infer<typeof textStop>
export type TextView = z.infer<typeof textView>
export type TextsView = z.infer<typeof textsView>
export type OwnTextChoose = z.infer<typeof ownTextChoose>
export type OwnTexts = z.infer<typeof ownTexts>
