import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import type { CaseSearch } from '../searches.ts'
import { savedOf, searchOfSaved } from './case-filter.ts'
import styles from './case-list-screen.module.css'
import type { SavedFilterAdd } from './door.ts'

/** Filters worth keeping, each a link that can be given to a colleague: it names nobody. */
export function SavedFilters({ search }: { readonly search: CaseSearch }): ReactNode {
  const say = useWords()
  const { cases } = useDoors()
  const queries = useQueryClient()
  const [naming, setNaming] = useState(false)
  const { data } = useQuery({ queryKey: ['filters'], queryFn: cases.filters })
  const saved = data?.items ?? []
  const kept = JSON.stringify(savedOf(search))
  const unsaved =
    kept !== '{}' && !saved.some(({ filter }) => JSON.stringify(savedOf(searchOfSaved(filter))) === kept)

  const drop = async (id: string) => {
    await cases.dropFilter(id)
    await queries.invalidateQueries({ queryKey: ['filters'] })
  }

  if (saved.length === 0 && !unsaved) return null
  return (
    <>
      <ul className={styles['saved']} aria-label={say('filter.saved')}>
        {saved.map(({ id, name, filter }) => (
          <li key={id} className={styles['savedOne']}>
            <Link to="/cases" search={searchOfSaved(filter)}>
              {name}
            </Link>
            <button
              type="button"
              className={styles['drop']}
              aria-label={say('filter.drop', { name })}
              onClick={() => void drop(id)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
        {unsaved && (
          <li>
            <Button variant="subtle" onClick={() => setNaming(true)}>
              {say('filter.save')}
            </Button>
          </li>
        )}
      </ul>
      {naming && <NameDialog search={search} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({
  search,
  onClose,
}: {
  readonly search: CaseSearch
  readonly onClose: () => void
}): ReactNode {
  const say = useWords()
  const { cases } = useDoors()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const save = useCommand((filter: SavedFilterAdd) => cases.saveFilter(filter), onClose)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') save.run({ id, name: name.trim(), filter: savedOf(search) })
  }
  return (
    <Dialog title={say('filter.save')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit}>
        <TextInput
          label={say('filter.name')}
          description={say('filter.name-why')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <RefusalNote error={save.refused} />
        <div className={dialogs['acts']}>
          <Button type="submit" loading={save.pending}>
            {say('dialog.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
