import { Button } from '@mantine/core'
import type { NetworkView } from '@setu/records/api'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import styles from './networks.module.css'
import { calledOf } from './shapes.ts'

interface Way {
  readonly from: string | null
  readonly to: string | null
}

interface WayCardProps {
  readonly network: NetworkView
  readonly way: Way
  readonly path: readonly string[] | null
  readonly onWay: (way: Way) => void
  readonly onChoose: (id: string) => void
}

/** The shortest way between two things that were chosen: a chain of ties, and no proof of anything. */
export function WayCard({ network, way, path, onWay, onChoose }: WayCardProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const called = (id: string | null): string => {
    const node = network.nodes.find((one) => one.id === id)
    return node === undefined ? '–' : calledOf(node)
  }
  if (way.from === null && way.to === null) return null
  return (
    <Card
      title={say('network.way')}
      act={
        <Button variant="default" onClick={() => onWay({ from: null, to: null })}>
          {say('network.forget-way')}
        </Button>
      }
    >
      <p>{say('network.way-between', { from: called(way.from), to: called(way.to) })}</p>
      {path === null && way.from !== null && way.to !== null && <p role="status">{say('network.no-way')}</p>}
      {path !== null && (
        <>
          <p role="status">
            {say('network.way-steps', { steps: path.length - 1, count: number(path.length - 1) })}
          </p>
          <ol className={lists['rows']}>
            {path.map((id) => (
              <li key={id}>
                <button type="button" className={styles['name']} onClick={() => onChoose(id)}>
                  {called(id)}
                </button>
              </li>
            ))}
          </ol>
          <p className={lists['quiet']}>{say('network.way-care')}</p>
        </>
      )}
    </Card>
  )
}
