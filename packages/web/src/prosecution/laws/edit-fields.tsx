import { type CodeList, lawMarks } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, NumberField, TextField } from '../../forms/text-fields.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface FieldProps<Value> {
  readonly name: string
  readonly word: WordId
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A text that is there; an empty one is refused when the draft is kept. */
export function Text({ name, word, value, onChange }: FieldProps<string>): ReactNode {
  const say = useWords()
  return (
    <TextField
      name={name}
      label={say(word)}
      required
      fault={null}
      answer={value}
      onAnswer={(answer) => onChange(typeof answer === 'string' ? answer : '')}
    />
  )
}

/** A text that may be missing. */
export function TextOrNone({ name, word, value, onChange }: FieldProps<string | null>): ReactNode {
  const say = useWords()
  return (
    <TextField
      name={name}
      label={say(word)}
      required={false}
      fault={null}
      answer={value}
      onAnswer={(answer) => onChange(typeof answer === 'string' && answer !== '' ? answer : null)}
    />
  )
}

/** A day; an empty one is not known, or has not come. */
export function Day({ name, word, value, onChange }: FieldProps<string | null>): ReactNode {
  const say = useWords()
  return (
    <DayField
      name={name}
      label={say(word)}
      required={false}
      fault={null}
      answer={value}
      onAnswer={(answer) => onChange(typeof answer === 'string' && answer !== '' ? answer : null)}
    />
  )
}

/** A number; an empty one is not known, and nothing is put in its place. */
export function Count({ name, word, value, onChange }: FieldProps<number | null>): ReactNode {
  const say = useWords()
  return (
    <NumberField
      name={name}
      label={say(word)}
      decimals={false}
      required={false}
      fault={null}
      answer={value}
      onAnswer={(answer) => onChange(typeof answer === 'number' ? answer : null)}
    />
  )
}

interface CodeFieldProps<C extends string> extends FieldProps<C> {
  readonly list: CodeList<C>
}

/** One code of a list. */
export function Code<C extends string>({ list, ...field }: CodeFieldProps<C>): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <OneOf
      name={field.name}
      label={say(field.word)}
      required
      fault={null}
      options={optionsOf(list, language)}
      answer={field.value}
      onAnswer={(answer) => {
        const code = list.entries.find((entry) => entry.code === answer)?.code
        if (code !== undefined) field.onChange(code)
      }}
    />
  )
}

interface CodeOrNoneProps<C extends string> extends FieldProps<C | null> {
  readonly list: CodeList<C>
}

/** One code of a list, or that it is not known. */
export function CodeOrNone<C extends string>({ list, ...field }: CodeOrNoneProps<C>): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const unknown = { value: 'unknown', label: say('law.not-known') }
  return (
    <OneOf
      name={field.name}
      label={say(field.word)}
      required
      fault={null}
      options={[...optionsOf(list, language), unknown]}
      answer={field.value ?? 'unknown'}
      onAnswer={(answer) => field.onChange(list.entries.find((entry) => entry.code === answer)?.code ?? null)}
    />
  )
}

interface CodesProps<C extends string> extends FieldProps<C[]> {
  readonly list: CodeList<C>
}

/** Any codes of a list. */
export function Codes<C extends string>({ list, ...field }: CodesProps<C>): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <SomeOf
      name={field.name}
      label={say(field.word)}
      required={false}
      fault={null}
      options={optionsOf(list, language)}
      answer={field.value}
      onAnswer={(answer) =>
        field.onChange(list.entries.map(({ code }) => code).filter((code) => answer.includes(code)))
      }
    />
  )
}

/** Yes, no, or that it is not known. */
export function Known({ name, word, value, onChange }: FieldProps<boolean | null>): ReactNode {
  const say = useWords()
  const answers = { yes: true, no: false, unknown: null } as const
  const given = value === null ? 'unknown' : value ? 'yes' : 'no'
  return (
    <OneOf
      name={name}
      label={say(word)}
      required
      fault={null}
      options={[
        { value: 'yes', label: say('law.yes') },
        { value: 'no', label: say('law.no') },
        { value: 'unknown', label: say('law.not-known') },
      ]}
      answer={given}
      onAnswer={(answer) => onChange(answer === 'yes' || answer === 'no' ? answers[answer] : answers.unknown)}
    />
  )
}

interface Resting {
  readonly mark: 'verified' | 'unverified'
  readonly source: string
}

interface RestsFieldsProps<Of extends Resting> {
  readonly name: string
  readonly of: Of
  readonly onChange: (changed: Of) => void
}

/** How sure something is, and what it rests on: asked of everything that a law says. */
export function RestsFields<Of extends Resting>({ name, of, onChange }: RestsFieldsProps<Of>): ReactNode {
  return (
    <>
      <Code
        name={`${name}.mark`}
        word="law.mark"
        list={lawMarks}
        value={of.mark}
        onChange={(mark) => onChange({ ...of, mark })}
      />
      <Text
        name={`${name}.source`}
        word="law.source"
        value={of.source}
        onChange={(source) => onChange({ ...of, source })}
      />
    </>
  )
}
