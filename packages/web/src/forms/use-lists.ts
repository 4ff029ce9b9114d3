import { countries, districts } from '@setu/vocabulary/places'
import { useMemo } from 'react'
import { useLabels } from '../words/use-labels.ts'
import type { Option } from './choice-fields.tsx'
import type { Lists } from './question-field.tsx'
import { countryName } from './value-text.ts'

/** Countries met most often in this work stand before the others. */
const nearby = ['BD', 'IN', 'MM', 'NP', 'PK', 'AE', 'SA', 'OM', 'QA', 'KW', 'MY']

function sorted(options: readonly Option[], language: string): Option[] {
  const order = new Intl.Collator(language)
  return [...options].sort((a, b) => order.compare(a.label, b.label))
}

/** The districts, as a list to choose from. */
export function useDistricts(): readonly Option[] {
  const { language } = useLabels()
  return useMemo(
    () =>
      sorted(
        districts.map((district) => ({ value: district.pcode, label: district[language] })),
        language,
      ),
    [language],
  )
}

/** The lists that forms need beyond the codes of their record. */
export function useLists(links: Lists['links'] = {}): Lists {
  const { language } = useLabels()
  const places = useDistricts()
  return useMemo(() => {
    const all = countries.map(({ alpha2 }) => ({ value: alpha2, label: countryName(alpha2, language) }))
    const first = nearby.flatMap((code) => all.filter(({ value }) => value === code))
    const others = all.filter(({ value }) => !nearby.includes(value))
    return { countries: [...first, ...sorted(others, language)], places, links }
  }, [language, places, links])
}
