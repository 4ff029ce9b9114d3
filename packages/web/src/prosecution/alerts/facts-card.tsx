import { Button } from '@mantine/core'
import type { CriminalView, FactBack, FactView } from '@setu/records/api'
import { criminalFactKinds } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddFact } from './add-fact.tsx'

/** The days of a case that are no stage of anybody, and from which clocks count. */
export function FactsCard({ file }: { readonly file: CriminalView }): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({
    queryKey: ['criminal-facts', file.org, file.id],
    queryFn: () => prosecution.facts(file),
  })
  if (data === undefined) return null
  return (
    <Card
      title={say('alerts.facts')}
      act={
        data.writes.length > 0 && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('alerts.add-fact')}
          </Button>
        )
      }
    >
      <p className={lists['quiet']}>{say('alerts.facts-what')}</p>
      {data.items.length === 0 && <p className={lists['empty']}>{say('alerts.facts-none')}</p>}
      <ul className={lists['rows']}>
        {data.items.map((fact) => (
          <FactRow key={fact.id} file={file} fact={fact} />
        ))}
      </ul>
      {adding && <AddFact file={file} kinds={data.writes} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function FactRow({ file, fact }: { readonly file: CriminalView; readonly fact: FactView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { number } = useDates()
  const { prosecution } = useDoors()
  const back = useCommand(
    (given: FactBack) => prosecution.takeFactBack(file, fact.id, given),
    () => toast(say('alerts.is-kept')),
  )
  const whose = file.accused.find(({ id }) => id === fact.accused)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{code(criminalFactKinds, fact.kind)}</span>
          <DayText day={fact.on} written />
          {whose !== undefined && <span>{say('alerts.person', { place: number(whose.place) })}</span>}
          {fact.paper !== null && <span className={lists['quiet']}>{fact.paper}</span>}
        </div>
        <p className={lists['quiet']}>{name(fact.by)}</p>
        {fact.takenBack !== null && <p>{say('alerts.taken-back', { office: name(fact.takenBack.by) })}</p>}
        <RefusalNote error={back.refused} />
      </div>
      {fact.mayTakeBack && (
        <Button variant="default" loading={back.pending} onClick={() => back.run({ base: fact.version })}>
          {say('alerts.take-back')}
        </Button>
      )}
    </li>
  )
}
