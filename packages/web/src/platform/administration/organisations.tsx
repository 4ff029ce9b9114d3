import { Button } from '@mantine/core'
import { organisationTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Card } from '../../shell/card.tsx'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'

/** The agencies of this node. A new one gets its first administrator, who from then on runs it. */
export function OrganisationList(): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { directory } = useDoors()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  if (data === undefined) return <Pending />
  return (
    <Card
      title={say('admin.organisations')}
      act={
        <Button leftSection={<Icon name="add" size={18} />} onClick={() => setAdding(true)}>
          {say('admin.organisation-add')}
        </Button>
      }
    >
      <ul className={lists['rows']}>
        {data.items.map((organisation) => (
          <li key={organisation.id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{name(organisation.name)}</span>
              <div className={lists['quiet']}>{code(organisationTypes, organisation.type)}</div>
            </div>
          </li>
        ))}
      </ul>
      {adding && <OrganisationDialog onClose={() => setAdding(false)} />}
    </Card>
  )
}
