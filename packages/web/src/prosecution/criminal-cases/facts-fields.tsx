import type { CriminalChange } from '@setu/records/api'
import {
  complainantKinds,
  criminalCategories,
  criminalMatters,
  isCode,
  protectiveMeasures,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { OneOf, SomeOf, SomeOfMany } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, NumberField, TextField } from '../../forms/text-fields.tsx'
import { useDistricts, useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, free, numberOr, textOr } from './options.ts'

export type Facts = Omit<CriminalChange, 'command' | 'base'>
export type FactsDraft = { readonly [Key in keyof Facts]: unknown }

export const emptyFacts: FactsDraft = {
  matter: null,
  category: null,
  complainant: null,
  district: null,
  stationNumber: null,
  stationYear: null,
  grNumber: null,
  tribunalNumber: null,
  monitoringNumber: null,
  court: null,
  offenceOn: null,
  transnational: null,
  destinations: [],
  measures: [],
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** The facts as they are sent; null while something that has to be said is missing. */
export function factsOf(draft: FactsDraft): Facts | null {
  const { matter, category, complainant, transnational } = draft
  if (!isCode(criminalMatters, matter) || !isCode(criminalCategories, category)) return null
  if (!isCode(complainantKinds, complainant) || typeof transnational !== 'boolean') return null
  return {
    matter,
    category,
    complainant,
    transnational,
    district: textOr(draft.district),
    stationNumber: numberOr(draft.stationNumber),
    stationYear: numberOr(draft.stationYear),
    grNumber: textOr(draft.grNumber),
    tribunalNumber: textOr(draft.tribunalNumber),
    monitoringNumber: textOr(draft.monitoringNumber),
    court: textOr(draft.court),
    offenceOn: textOr(draft.offenceOn),
    destinations: transnational ? texts(draft.destinations) : [],
    measures: texts(draft.measures).filter((one) => isCode(protectiveMeasures, one)),
  }
}

interface FactsProps {
  readonly draft: FactsDraft
  readonly onChange: (part: Partial<FactsDraft>) => void
  /** Numbers that a case gets later, with a court. */
  readonly later: boolean
}

/** What a criminal case is known by and what it is about. */
export function FactsFields({ draft, onChange, later }: FactsProps): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { prosecution } = useDoors()
  const districts = useDistricts()
  const { countries } = useLists()
  const { data } = useQuery({ queryKey: ['courts'], queryFn: prosecution.courts, enabled: later })
  const one = (key: keyof Facts) => ({
    name: key,
    answer: draft[key],
    onAnswer: (answer: unknown) => onChange({ [key]: answer }),
  })
  return (
    <>
      <OneOf
        {...asked}
        {...one('matter')}
        label={say('court.matter')}
        options={optionsOf(criminalMatters, language)}
      />
      <OneOf
        {...asked}
        {...one('category')}
        label={say('court.category')}
        options={optionsOf(criminalCategories, language)}
      />
      <OneOf
        {...asked}
        {...one('complainant')}
        label={say('court.complainant')}
        options={optionsOf(complainantKinds, language)}
      />
      <DayField
        {...free}
        {...one('offenceOn')}
        label={say('court.offence-on')}
        why={say('court.offence-why')}
      />
      <OneOf {...free} {...one('district')} label={say('court.district')} options={districts} />
      <NumberField {...free} {...one('stationNumber')} decimals={false} label={say('court.station-number')} />
      <NumberField {...free} {...one('stationYear')} decimals={false} label={say('court.station-year')} />
      <OneOf
        {...asked}
        name="transnational"
        label={say('court.transnational')}
        options={[
          { value: 'yes', label: say('court.abroad') },
          { value: 'no', label: say('court.at-home') },
        ]}
        answer={draft.transnational === null ? null : draft.transnational === true ? 'yes' : 'no'}
        onAnswer={(answer) => onChange({ transnational: answer === 'yes' })}
      />
      {draft.transnational === true && (
        <SomeOfMany
          {...free}
          {...one('destinations')}
          label={say('court.destinations')}
          options={countries}
        />
      )}
      {later && (
        <>
          <OneOf
            {...free}
            {...one('court')}
            label={say('court.court')}
            options={(data?.items ?? []).map((court) => ({ value: court.id, label: name(court.name) }))}
          />
          <TextField {...free} {...one('grNumber')} label={say('court.gr-number')} />
          <TextField {...free} {...one('tribunalNumber')} label={say('court.tribunal-number')} />
          <TextField {...free} {...one('monitoringNumber')} label={say('court.monitoring-number')} />
          <SomeOf
            {...free}
            {...one('measures')}
            label={say('court.measures')}
            options={optionsOf(protectiveMeasures, language)}
          />
        </>
      )}
    </>
  )
}
