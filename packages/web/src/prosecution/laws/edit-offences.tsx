import { Button } from '@mantine/core'
import {
  gravestPenalties,
  iccsCodes,
  offenceCategories,
  palermoActs,
  palermoMeans,
  palermoPurposes,
  penaltyText,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { newId } from '../../platform/ids.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Code, CodeOrNone, Codes, Count, Known, RestsFields, Text, TextOrNone } from './edit-fields.tsx'
import type { Law, PartProps } from './edit-head.tsx'
import styles from './laws.module.css'

type Offence = Law['offences'][number]
type Penalty = NonNullable<Offence['penalty']>

const noPenalty: Penalty = {
  gravest: null,
  minMonths: null,
  maxMonths: null,
  minFine: null,
  maxFine: null,
  fineInstead: null,
}

type Procedure = NonNullable<Offence['procedure']>

const noProcedure: Procedure = {
  cognizable: null,
  bailable: null,
  compoundable: null,
  mark: 'unverified',
  source: '',
}

function isUnknown({ cognizable, bailable, compoundable }: Procedure): boolean {
  return cognizable === null && bailable === null && compoundable === null
}

const another: Offence = {
  section: null,
  title: { en: '', bn: '' },
  category: 'trafficking',
  acts: [],
  means: [],
  purposes: [],
  meansNeededFor: null,
  penalty: null,
  procedure: null,
  iccs: null,
  mark: 'unverified',
  source: '',
}

/** The offences of the law, one below the other. */
export function OffenceFields({ law, onChange }: PartProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { offences } = law
  // An offence has no name but what is written here, and what is written changes.
  const [keys, setKeys] = useState<readonly string[]>(() => offences.map(newId))
  const takeOut = (place: number) => {
    setKeys(keys.toSpliced(place, 1))
    onChange({ offences: offences.toSpliced(place, 1) })
  }
  const add = () => {
    setKeys([...keys, newId()])
    onChange({ offences: [...offences, another] })
  }
  return (
    <>
      {offences.map((offence, place) => (
        <details key={keys[place]} className={styles['part']}>
          <summary>
            {offence.section ?? say('law.not-known')}: {offence.title[language]}
          </summary>
          <OneOffence
            at={`offences.${place}`}
            offence={offence}
            currency={law.currency}
            onChange={(changed) => onChange({ offences: offences.with(place, changed) })}
          />
          <Button variant="subtle" onClick={() => takeOut(place)}>
            {say('law.take-out')}
          </Button>
        </details>
      ))}
      <Button variant="default" onClick={add}>
        {say('law.add-offence')}
      </Button>
    </>
  )
}

interface OneOffenceProps {
  readonly at: string
  readonly offence: Offence
  readonly currency: string
  readonly onChange: (changed: Offence) => void
}

function OneOffence({ at, offence, currency, onChange }: OneOffenceProps): ReactNode {
  const say = useWords()
  const set = (changes: Partial<Offence>) => onChange({ ...offence, ...changes })
  return (
    <div className={styles['fields']}>
      <TextOrNone
        name={`${at}.section`}
        word="law.section"
        value={offence.section}
        onChange={(section) => set({ section })}
      />
      <Code
        name={`${at}.category`}
        word="law.category"
        list={offenceCategories}
        value={offence.category}
        onChange={(category) => set({ category })}
      />
      <Text
        name={`${at}.title.en`}
        word="law.name-en"
        value={offence.title.en}
        onChange={(en) => set({ title: { ...offence.title, en } })}
      />
      <Text
        name={`${at}.title.bn`}
        word="law.name-bn"
        value={offence.title.bn}
        onChange={(bn) => set({ title: { ...offence.title, bn } })}
      />
      <Codes
        name={`${at}.acts`}
        word="law.acts"
        list={palermoActs}
        value={offence.acts}
        onChange={(acts) => set({ acts })}
      />
      <Codes
        name={`${at}.means`}
        word="law.means"
        list={palermoMeans}
        value={offence.means}
        onChange={(means) => set({ means })}
      />
      <Codes
        name={`${at}.purposes`}
        word="law.purposes"
        list={palermoPurposes}
        value={offence.purposes}
        onChange={(purposes) => set({ purposes })}
      />
      <CodeOrNone
        name={`${at}.iccs`}
        word="law.iccs"
        list={iccsCodes}
        value={offence.iccs}
        onChange={(iccs) => set({ iccs })}
      />
      <OneOf
        name={`${at}.meansNeededFor`}
        label={say('law.means-for')}
        required
        fault={null}
        options={[
          { value: 'everybody', label: say('law.means-everybody') },
          { value: 'adults', label: say('law.means-adults') },
          { value: 'nobody', label: say('law.means-nobody') },
          { value: 'unknown', label: say('law.not-known') },
        ]}
        answer={offence.meansNeededFor ?? 'unknown'}
        onAnswer={(answer) =>
          set({
            meansNeededFor:
              answer === 'everybody' || answer === 'adults' || answer === 'nobody' ? answer : null,
          })
        }
      />
      <ProcedureFields
        at={at}
        procedure={offence.procedure ?? noProcedure}
        onChange={(procedure) => set({ procedure: isUnknown(procedure) ? null : procedure })}
      />
      <PenaltyFields
        at={at}
        penalty={offence.penalty ?? noPenalty}
        currency={currency}
        onChange={(penalty) => set({ penalty })}
      />
      <RestsFields name={at} of={offence} onChange={onChange} />
    </div>
  )
}

interface ProcedureFieldsProps {
  readonly at: string
  readonly procedure: Procedure
  readonly onChange: (procedure: Procedure) => void
}

function ProcedureFields({ at, procedure, onChange }: ProcedureFieldsProps): ReactNode {
  const fields = [
    ['cognizable', 'law.cognizable'],
    ['bailable', 'law.bailable'],
    ['compoundable', 'law.compoundable'],
  ] as const
  return (
    <>
      {fields.map(([field, word]) => (
        <Known
          key={field}
          name={`${at}.${field}`}
          word={word}
          value={procedure[field]}
          onChange={(value) => onChange({ ...procedure, [field]: value })}
        />
      ))}
      {!isUnknown(procedure) && <RestsFields name={`${at}.procedure`} of={procedure} onChange={onChange} />}
    </>
  )
}

interface PenaltyFieldsProps {
  readonly at: string
  readonly penalty: Penalty
  readonly currency: string
  readonly onChange: (penalty: Penalty) => void
}

function PenaltyFields({ at, penalty, currency, onChange }: PenaltyFieldsProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const set = (changes: Partial<Penalty>) => onChange({ ...penalty, ...changes })
  const counts = [
    ['minMonths', 'law.min-months'],
    ['maxMonths', 'law.max-months'],
    ['minFine', 'law.min-fine'],
    ['maxFine', 'law.max-fine'],
  ] as const
  return (
    <>
      <CodeOrNone
        name={`${at}.gravest`}
        word="law.gravest"
        list={gravestPenalties}
        value={penalty.gravest}
        onChange={(gravest) => set({ gravest })}
      />
      {counts.map(([field, word]) => (
        <Count
          key={field}
          name={`${at}.${field}`}
          word={word}
          value={penalty[field]}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
      <Known
        name={`${at}.fineInstead`}
        word="law.fine-instead"
        value={penalty.fineInstead}
        onChange={(fineInstead) => set({ fineInstead })}
      />
      <p className={styles['note']} aria-live="polite">
        {say('law.penalty')}: {penaltyText(penalty, currency, language)}
      </p>
    </>
  )
}
