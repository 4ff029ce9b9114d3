import type { Question } from '@setu/records'
import { offered, spokenLanguages } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useSettings } from '../platform/settings.ts'
import { useWords } from '../words/use-words.ts'
import { OneOf, type Option, SomeOf, SomeOfMany } from './choice-fields.tsx'
import type { FaultKind } from './faults.ts'
import { PartialDateField } from './partial-date-field.tsx'
import {
  DayField,
  EmailField,
  LongTextField,
  MomentField,
  MoneyField,
  NumberField,
  PhoneField,
  TextField,
} from './text-fields.tsx'

/** Lists that the record only names: countries, places, the records that a link may point to. */
export interface Lists {
  readonly countries: readonly Option[]
  readonly places: readonly Option[]
  readonly links: Readonly<Record<string, readonly Option[]>>
}

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: unknown
  readonly fault: FaultKind | null
  readonly lists: Lists
  readonly onAnswer: (answer: unknown) => void
}

/** One question. It knows kinds of field, never particular records. */
export function QuestionField({ question, answer, fault, lists, onAnswer }: QuestionFieldProps): ReactNode {
  const say = useWords()
  const { language } = useSettings()
  const { key, field } = question
  const asked = {
    name: key,
    label: field.label[language],
    why: field.why?.[language],
    required: field.required === true,
    fault,
    answer,
    onAnswer,
  }
  switch (field.kind) {
    case 'text':
      return field.lines === true ? <LongTextField {...asked} /> : <TextField {...asked} />
    case 'phone':
      return <PhoneField {...asked} />
    case 'email':
      return <EmailField {...asked} />
    case 'day':
      return <DayField {...asked} />
    case 'partialDate':
      return <PartialDateField {...asked} />
    case 'moment':
      return <MomentField {...asked} />
    case 'number':
      return <NumberField {...asked} decimals={field.decimals === true} />
    case 'money':
      return <MoneyField {...asked} />
    case 'yesNo':
      return (
        <OneOf
          {...asked}
          options={[
            { value: 'yes', label: say('form.yes') },
            { value: 'no', label: say('form.no') },
          ]}
          answer={typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null}
          onAnswer={(chosen) => onAnswer(chosen === null ? null : chosen === 'yes')}
        />
      )
    case 'code':
      return <OneOf {...asked} options={optionsOf(field.from)} />
    case 'codes':
      return <SomeOf {...asked} options={optionsOf(field.from)} />
    case 'language':
      return <OneOf {...asked} options={optionsOf(spokenLanguages)} />
    case 'country':
      return <OneOf {...asked} options={lists.countries} />
    case 'countries':
      return <SomeOfMany {...asked} options={lists.countries} />
    case 'place':
      return <OneOf {...asked} options={lists.places} />
    case 'link':
      return <OneOf {...asked} options={lists.links[field.to] ?? []} />
  }

  function optionsOf(list: Parameters<typeof offered>[0]): Option[] {
    return offered(list).map((entry) => ({ value: entry.code, label: entry[language] }))
  }
}
