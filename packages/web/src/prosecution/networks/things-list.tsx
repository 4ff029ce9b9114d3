import { Button } from '@mantine/core'
import type { NetworkNodeView } from '@setu/records/api'
import { networkKinds, standings } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { TextField } from '../../forms/text-fields.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { free, textOr } from '../criminal-cases/options.ts'
import type { Shown } from './graph.ts'
import styles from './networks.module.css'
import { calledOf } from './shapes.ts'

interface ThingsListProps {
  readonly shown: Shown
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

const aPage = 60

const holds = ({ names, number }: NetworkNodeView, wanted: string): boolean =>
  [...names, number ?? ''].some((word) => word.toLocaleLowerCase().includes(wanted))

/** All that the picture shows, as a list: for screen readers, for small phones, and for finding somebody by name. */
export function ThingsList({ shown, chosen, onChoose }: ThingsListProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { number } = useDates()
  const [typed, setTyped] = useState<unknown>(null)
  const [most, setMost] = useState(aPage)
  const wanted = textOr(typed)?.toLocaleLowerCase() ?? ''
  const found = shown.nodes
    .filter((node) => wanted === '' || holds(node, wanted))
    .toSorted((a, b) => calledOf(a).localeCompare(calledOf(b), language))
  return (
    <Card title={say('network.list')}>
      <TextField {...free} name="find" label={say('network.find')} answer={typed} onAnswer={setTyped} />
      <p role="status" className={lists['quiet']}>
        {say('network.found', { things: found.length, count: number(found.length) })}
      </p>
      <ul className={`${lists['rows']} ${styles['list']}`}>
        {found.slice(0, most).map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className={styles['name']}
              aria-pressed={node.id === chosen}
              onClick={() => onChoose(node.id)}
            >
              {calledOf(node)}
            </button>
            <span className={lists['quiet']}>
              {' '}
              {code(networkKinds, node.kind)}
              {node.standing !== null && ` · ${code(standings, node.standing)}`}
            </span>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button variant="default" onClick={() => setMost(most + aPage)}>
          {say('network.more')}
        </Button>
      )}
    </Card>
  )
}
