import type { LawList } from '@setu/records/api'
import { definitionRows, lawStatuses } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { countryName } from '../../forms/value-text.ts'
import lists from '../../shell/lists.module.css'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './laws.module.css'

/** The definitions of the region element by element; a law of which something is not known says so. */
export function Comparison({ laws }: { readonly laws: LawList }): ReactNode {
  const say = useWords()
  const labels = useLabels()
  const { language } = labels
  const columns = laws.chosen.flatMap(({ jurisdiction, found, names, sure }) =>
    laws.items
      .filter(({ name }) => names.includes(name))
      .map(({ name, law }) => ({ name, law, jurisdiction, found, sure })),
  )
  const nowhere = laws.chosen.filter(({ found }) => found === 'none')
  const rows = definitionRows(
    columns.map(({ law }) => law),
    language,
  )
  return (
    <>
      <Wide label={say('law.compare')}>
        <table className={`${lists['table']} ${styles['comparison']}`}>
          <caption className="heard">{say('law.compare')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('law.element')}</th>
              {columns.map(({ name, jurisdiction, found, sure }) => (
                <th key={name} scope="col">
                  {countryName(jurisdiction, language)}
                  {found === 'unclear' && <span className={styles['note']}> {say('law.unclear')}</span>}
                  {found === 'one' && !sure && (
                    <span className={styles['note']}> {labels.code(lawStatuses, 'statusUnknown')}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map(({ name }, place) => (
                  <td key={name}>{cells[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {nowhere.length > 0 && (
        <p className={lists['quiet']}>
          {say('law.nowhere', {
            countries: new Intl.ListFormat(language).format(
              nowhere.map(({ jurisdiction }) => countryName(jurisdiction, language)),
            ),
          })}
        </p>
      )}
    </>
  )
}
