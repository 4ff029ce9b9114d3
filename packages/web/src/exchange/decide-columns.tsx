import { Button } from '@mantine/core'
import type { HtcdsPreview } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../forms/choice-fields.tsx'
import lists from '../shell/lists.module.css'
import { useWords } from '../words/use-words.ts'
import type { Decisions } from './read-as.ts'

interface DecideColumnsProps {
  readonly preview: HtcdsPreview
  readonly decisions: Decisions
  readonly onDecide: (decisions: Decisions) => void
}

const leaveOut = 'leave-out'

/** Where a file leaves open what a column holds or which way round its days are, a person says so. */
export function DecideColumns({ preview, decisions, onDecide }: DecideColumnsProps): ReactNode {
  const say = useWords()
  const [columns, setColumns] = useState(decisions.columns)
  const [days, setDays] = useState(decisions.days)
  const open = preview.columns.filter(
    ({ candidates, position }) => candidates.length > 0 || columns[position] !== undefined,
  )
  const unclearDays = days !== null || preview.problems.some(({ code }) => /day|date/.test(code))
  if (open.length === 0 && !unclearDays) return null
  return (
    <section className={lists['stack']} aria-label={say('exchange.decide')}>
      {open.map(({ position, header, candidates }) => (
        <OneOf
          key={position}
          name={`column-${position}`}
          label={say('exchange.holds', { column: position, header })}
          required
          fault={null}
          options={[
            ...candidates.map((field) => ({ value: field, label: field })),
            { value: leaveOut, label: say('exchange.leave-out') },
          ]}
          answer={columns[position] === '' ? leaveOut : (columns[position] ?? null)}
          onAnswer={(field) =>
            setColumns({ ...columns, [position]: field === null || field === leaveOut ? '' : field })
          }
        />
      ))}
      {unclearDays && (
        <OneOf
          name="days"
          label={say('exchange.days')}
          required
          fault={null}
          options={[
            { value: 'day-first', label: say('exchange.day-first') },
            { value: 'month-first', label: say('exchange.month-first') },
          ]}
          answer={days}
          onAnswer={(answer) => setDays(answer === 'day-first' || answer === 'month-first' ? answer : null)}
        />
      )}
      <div>
        <Button variant="default" onClick={() => onDecide({ columns, days })}>
          {say('exchange.look-again')}
        </Button>
      </div>
    </section>
  )
}
