import type { Field, Words } from './field.ts'
import type { RecordType, Values } from './record.ts'

/** One question of a form: the key under which its answer is kept, and the field that says what is asked. */
export interface Question {
  readonly key: string
  readonly field: Field
  readonly label: Words
}

/** The questions of one screen of a form, in the order in which they are asked. */
export function questionsIn(record: RecordType, section: string): Question[] {
  return (record.sections[section]?.asks ?? []).flatMap((key) => {
    const field = record.fields[key]
    return field ? [{ key, field, label: field.label }] : []
  })
}

/** Which required answers are still missing. An unfinished form may always be saved; it may not be sent. */
export function unanswered<R extends RecordType>(record: R, draft: Partial<Values<R>>): string[] {
  const answers: Readonly<Record<string, unknown>> = draft
  return Object.entries(record.fields)
    .filter(([key, field]) => field.required && (answers[key] ?? '') === '')
    .map(([key]) => key)
}
