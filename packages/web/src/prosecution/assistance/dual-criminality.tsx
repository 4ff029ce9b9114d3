import type { AssistanceView } from '@setu/records/api'
import {
  criminalityThere,
  isCode,
  labelOf,
  palermoActs,
  palermoMeans,
  palermoPurposes,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface DualProps {
  readonly found: AssistanceView['criminality']
}

/** Whether what is charged is an offence over there, as far as the laws known here say. */
export function DualCriminality({ found }: DualProps): ReactNode {
  const say = useWords()
  const { code, language, name } = useLabels()
  if (found.length === 0) return null
  const elementOf = (element: string): string => {
    for (const list of [palermoActs, palermoMeans, palermoPurposes])
      if (isCode(list, element)) return labelOf<string>(list, element, language)
    return element
  }
  return (
    <details>
      <summary>{say('abroad.dual')}</summary>
      <p className={lists['quiet']}>{say('abroad.dual-what')}</p>
      <ul className={lists['rows']}>
        {found.map(({ law, section, found: how, there, lacking }) => (
          <li key={`${law} ${section}`} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{say('abroad.dual-line', { law, section })}</span>:{' '}
              {code(criminalityThere, how)}
              {there.map((one) => (
                <p key={`${one.title.en} ${one.offence.en}`}>
                  {one.section === null
                    ? say('abroad.there', { title: name(one.title), offence: name(one.offence) })
                    : say('abroad.there-section', { title: name(one.title), section: one.section })}
                </p>
              ))}
              {lacking.length > 0 && (
                <p>{say('abroad.lacking', { what: lacking.map(elementOf).join(', ') })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
