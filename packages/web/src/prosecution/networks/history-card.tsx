import { Button } from '@mantine/core'
import type { NetworkView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useLookedFor } from './looked-for.ts'
import { calledOf } from './shapes.ts'

/** What was changed in a network, by which office, and what stood there before. */
export function HistoryCard({ network }: { readonly network: NetworkView }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { networks } = useDoors()
  const wanted = useLookedFor()
  const [open, setOpen] = useState(false)
  const [after, setAfter] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: ['network-history', network.id, wanted.case, after],
    queryFn: () => networks.history(network, { ...wanted, ...(after === null ? {} : { after }) }),
    enabled: open,
  })
  const did = {
    added: say('network.did-added'),
    changed: say('network.did-changed'),
    removed: say('network.did-removed'),
  }
  const about = { node: say('network.a-thing'), tie: say('network.a-tie') }
  const now = new Map(network.nodes.map((node) => [node.id, calledOf(node)]))
  return (
    <Card
      title={say('network.history')}
      act={
        !open && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {say('network.show-history')}
          </Button>
        )
      }
    >
      <RefusalNote error={error} />
      <ul className={lists['rows']}>
        {data?.items.map((step) => {
          const before = [step.names?.join(', '), step.number, step.role, step.grade].filter((one) => one)
          return (
            <li key={`${step.item}|${step.version}`} className={lists['row']}>
              <div>
                {about[step.about]} {now.get(step.item) ?? ''} · {did[step.did]}
                <p className={lists['quiet']}>
                  <MomentText moment={step.at} /> · {name(step.by)}
                  {before.length > 0 && ` · ${say('network.before')}: ${before.join(' · ')}`}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      {data !== undefined && data.next !== null && (
        <Button variant="default" onClick={() => setAfter(data.next)}>
          {say('court.older')}
        </Button>
      )}
    </Card>
  )
}
