import type { CaseView, TextsView } from '@setu/records/api'
import { textHindrances, textStates } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

type Kept = CaseView['records'][number]

/** Whether a text reminds of an appointment in the place of a person: one that went out, or one that will. */
export type Reminder =
  | { readonly kind: 'goes' }
  | { readonly kind: 'none' }
  | (TextsView['texts'][number] & { readonly kind: 'text' })

/** The day of a moment as people in Bangladesh live it, wherever this device is. */
const dayThere = (at: string): string =>
  new Date(new Date(at).getTime() + 6 * 3_600_000).toISOString().slice(0, 10)

/** How a text stands that reminds of this, or whether one goes out by itself on a day that comes. */
export function reminderOf(
  texts: TextsView | null,
  { id, state, values: { at, channel, remindedOn } }: Kept,
  today: string,
): Reminder {
  const text = texts?.texts.find(({ about }) => about === id)
  if (text !== undefined) return { kind: 'text', ...text }
  const chosen = texts?.choice?.stopped === null && texts.hindrance === null
  const ahead = typeof at === 'string' && dayThere(at) > today && typeof remindedOn !== 'string'
  return { kind: chosen && ahead && state === 'agreed' && channel === 'ownMessage' ? 'goes' : 'none' }
}

/** Whether a person need not remind as things stand. */
export function remindsItself(reminder: Reminder): boolean {
  return reminder.kind === 'text' ? !['unsent', 'unknown'].includes(reminder.state) : reminder.kind === 'goes'
}

interface ByTextProps {
  readonly reminder: Reminder
  /** Whether what it reminds of lies ahead. */
  readonly open: boolean
}

/** That a text goes out, or how it went; where it did not, a person is asked to remind. */
export function ByText({ reminder, open }: ByTextProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  if (reminder.kind === 'none') return null
  if (reminder.kind === 'goes') return <p>{say('texts.goes')}</p>
  const { state, because, at } = reminder
  const asked = open && !remindsItself(reminder)
  return (
    <p className={asked ? lists['strong'] : undefined}>
      {say('texts.of-this', { state: code(textStates, state) })}
      {because !== null && <> · {code(textHindrances, because)}</>}
      {at !== null && (
        <>
          {' · '}
          <MomentText moment={at} />
        </>
      )}
      {asked && <> · {say('texts.person')}</>}
    </p>
  )
}
