import { organisationTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../platform/doors.ts'
import { Card } from '../shell/card.tsx'
import lists from '../shell/lists.module.css'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import { placeName } from './place-names.ts'

/** The organisations of this node and their offices. Addresses of shelters are not among them. */
export function Organisations(): ReactNode {
  const say = useWords()
  const { language, code, name } = useLabels()
  const { directory } = useDoors()
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const active = (data?.items ?? []).filter((organisation) => organisation.active)
  return (
    <Card title={say('directory.organisations')}>
      <ul className={lists['rows']}>
        {active.map((organisation) => (
          <li key={organisation.id} className={lists['row']}>
            <div>
              <div className={lists['strong']}>{name(organisation.name)}</div>
              <div className={lists['quiet']}>
                {[
                  code(organisationTypes, organisation.type),
                  organisation.district && placeName(organisation.district, language),
                  organisation.phone,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {organisation.units.length > 1 && (
                <div className={lists['quiet']}>
                  {organisation.units.map((unit) => name(unit.name)).join('; ')}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
