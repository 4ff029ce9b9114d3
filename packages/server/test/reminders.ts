import { randomBytes } from 'node:crypto'
import {
  dayOf,
  type Engine,
  type Handed,
  publishReminderKeys,
  type ReminderKey,
  reminderKeysOf,
} from '../src/platform/index.ts'
import type { OutgoingText } from '../src/platform/texts/gateway.ts'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import type { Sending } from '../src/protection/texts/hand-texts.ts'
import { chooseTexts } from '../src/protection/texts/text-store.ts'
import { openCaseOf } from './referred.ts'
import { writeAndStep } from './risks.ts'
import type { Person } from './world.ts'

/** A reminder key that is at hand on a node, so that survivors may choose texts there. */
export async function reminderKeyOn(engine: Engine): Promise<readonly ReminderKey[]> {
  const keys = await reminderKeysOf({ secrets: [randomBytes(32)] })
  await publishReminderKeys(engine, keys)
  return keys
}

/** An operator that takes what it is given, or answers as it is told to; what came is kept. */
export function operator(
  keys: readonly ReminderKey[],
  answers: Handed[] = [],
): Sending & { readonly taken: OutgoingText[] } {
  const taken: OutgoingText[] = []
  const gateway = {
    hand: async (text: OutgoingText): Promise<Handed> => {
      taken.push(text)
      return answers.shift() ?? 'handed'
    },
    works: async () => true,
  }
  return { gateway, keys, taken }
}

/** A safety plan in force that names a neutral message as a way to reach the survivor. */
export function agreeToMessages(by: Person, file: CaseRef): Promise<string> {
  const plan = { channels: ['ownMessage'], agreedOn: dayOf(new Date()), keptBy: 'memory' }
  return writeAndStep(by, file, 'safetyPlan', plan, 'inForce')
}

/** An appointment that the survivor agreed to, and of which a neutral message is to remind. */
export function agreedMeeting(by: Person, file: CaseRef, at: string): Promise<string> {
  return writeAndStep(by, file, 'appointment', { at, place: 'agreedPlace', channel: 'ownMessage' }, 'agreed')
}

/** A case whose survivor agreed to a neutral message and to a day, and chose texts. */
export async function chosenTexts(
  by: Person,
  at: string,
): Promise<{ readonly file: CaseRef; readonly item: string }> {
  const file = await openCaseOf(by, 'cnry')
  await agreeToMessages(by, file)
  const item = await agreedMeeting(by, file, at)
  const choice = { number: '01712345678', wording: 'asAgreed', language: 'bn', seen: null } as const
  await by.as((work) => chooseTexts(work, file, choice))
  return { file, item }
}
