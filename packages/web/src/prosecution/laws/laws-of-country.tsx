import type { LawList } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { countryName } from '../../forms/value-text.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { LawCard } from './law-card.tsx'

interface LawsOfCountryProps {
  readonly laws: LawList
  readonly draws: boolean
}

/** Each law of one country, with its offences, penalties and time limits, and how sure each of them is. */
export function LawsOfCountry({ laws, draws }: LawsOfCountryProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const [chosen, setChosen] = useState<string | null>('BD')
  const countries = [...new Set(laws.items.map(({ law }) => law.jurisdiction))]
  return (
    <div className={lists['stack']}>
      <Card title={say('law.by-country')}>
        <OneOf
          name="country"
          label={say('law.country')}
          required
          fault={null}
          options={countries.map((code) => ({ value: code, label: countryName(code, language) }))}
          answer={chosen}
          onAnswer={setChosen}
        />
      </Card>
      {laws.items
        .filter(({ law }) => law.jurisdiction === chosen)
        .map((item) => (
          <LawCard key={item.name} item={item} draws={draws} />
        ))}
    </div>
  )
}
