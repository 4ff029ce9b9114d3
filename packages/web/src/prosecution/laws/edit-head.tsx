import type { LawList } from '@setu/records/api'
import { lawCovers, lawStatuses, palermoActs, palermoMeans, palermoPurposes } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useWords } from '../../words/use-words.ts'
import { Code, CodeOrNone, Codes, Count, Day, Known, RestsFields, Text, TextOrNone } from './edit-fields.tsx'
import styles from './laws.module.css'

export type Law = LawList['items'][number]['law']

export interface PartProps {
  readonly law: Law
  readonly onChange: (changes: Partial<Law>) => void
}

/** What the law is called, for which offences it holds, and what somebody who applies it must know. */
export function HeadFields({ law, onChange }: PartProps): ReactNode {
  const say = useWords()
  const { countries } = useLists()
  const note = law.note ?? { en: '', bn: '' }
  const noted = (changed: typeof note) =>
    onChange({ note: changed.en === '' && changed.bn === '' ? null : changed })
  return (
    <div className={styles['fields']}>
      <OneOf
        name="jurisdiction"
        label={say('law.country')}
        required
        fault={null}
        options={countries}
        answer={law.jurisdiction}
        onAnswer={(answer) => onChange({ jurisdiction: answer ?? law.jurisdiction })}
      />
      <Text name="code" word="law.code" value={law.code} onChange={(code) => onChange({ code })} />
      <Text
        name="edition"
        word="law.edition"
        value={law.edition}
        onChange={(edition) => onChange({ edition })}
      />
      <Code
        name="status"
        word="law.status"
        list={lawStatuses}
        value={law.status}
        onChange={(status) => onChange({ status })}
      />
      <Text
        name="title.en"
        word="law.name-en"
        value={law.title.en}
        onChange={(en) => onChange({ title: { ...law.title, en } })}
      />
      <Text
        name="title.bn"
        word="law.name-bn"
        value={law.title.bn}
        onChange={(bn) => onChange({ title: { ...law.title, bn } })}
      />
      <Day
        name="validFrom"
        word="law.first-day"
        value={law.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <Day
        name="validTo"
        word="law.last-day"
        value={law.validTo}
        onChange={(validTo) => onChange({ validTo })}
      />
      <TextOrNone
        name="note.en"
        word="law.note-en"
        value={note.en}
        onChange={(en) => noted({ ...note, en: en ?? '' })}
      />
      <TextOrNone
        name="note.bn"
        word="law.note-bn"
        value={note.bn}
        onChange={(bn) => noted({ ...note, bn: bn ?? '' })}
      />
      <RestsFields name="law" of={law} onChange={onChange} />
    </div>
  )
}

const nothingKnown: NonNullable<Law['definition']> = {
  section: null,
  acts: [],
  means: [],
  purposes: [],
  covers: null,
  childUnder: null,
  childNeedsMeans: null,
  consentIrrelevant: null,
  mark: 'unverified',
  source: '',
}

/** What the law takes trafficking to be. */
export function DefinitionFields({ law, onChange }: PartProps): ReactNode {
  const say = useWords()
  const { definition } = law
  const known = (
    <Known
      name="definition"
      word="law.definition-known"
      value={definition !== null}
      onChange={(value) => onChange({ definition: value === true ? (definition ?? nothingKnown) : null })}
    />
  )
  if (definition === null) return <div className={styles['fields']}>{known}</div>
  const set = (changes: Partial<typeof definition>) => onChange({ definition: { ...definition, ...changes } })
  return (
    <div className={styles['fields']}>
      {known}
      <TextOrNone
        name="definition.section"
        word="law.section"
        value={definition.section}
        onChange={(section) => set({ section })}
      />
      <Codes
        name="definition.acts"
        word="law.acts"
        list={palermoActs}
        value={definition.acts}
        onChange={(acts) => set({ acts })}
      />
      <Codes
        name="definition.means"
        word="law.means"
        list={palermoMeans}
        value={definition.means}
        onChange={(means) => set({ means })}
      />
      <Codes
        name="definition.purposes"
        word="law.purposes"
        list={palermoPurposes}
        value={definition.purposes}
        onChange={(purposes) => set({ purposes })}
      />
      <CodeOrNone
        name="definition.covers"
        word="law.covers"
        list={lawCovers}
        value={definition.covers}
        onChange={(covers) => set({ covers })}
      />
      <Count
        name="definition.childUnder"
        word="law.child-under"
        value={definition.childUnder}
        onChange={(childUnder) => set({ childUnder })}
      />
      <Known
        name="definition.childNeedsMeans"
        word="law.child-means"
        value={definition.childNeedsMeans}
        onChange={(childNeedsMeans) => set({ childNeedsMeans })}
      />
      <Known
        name="definition.consentIrrelevant"
        word="law.consent"
        value={definition.consentIrrelevant}
        onChange={(consentIrrelevant) => set({ consentIrrelevant })}
      />
      <RestsFields name="definition" of={definition} onChange={set} />
      <p className={styles['note']}>{say('law.read-first')}</p>
    </div>
  )
}
