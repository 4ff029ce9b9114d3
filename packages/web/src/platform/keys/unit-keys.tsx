import { Button } from '@mantine/core'
import type { UnitKeyView } from '@setu/records/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { newId } from '../ids.ts'
import { useCommand } from '../use-command.ts'
import { useSignedIn } from '../use-session.ts'

const whyDue: Readonly<Record<NonNullable<UnitKeyView['due']>, WordId>> = {
  left: 'unit-key.due-left',
  closed: 'unit-key.due-closed',
  passwordSet: 'unit-key.due-password',
  recovered: 'unit-key.due-recovered',
}

/** Goes on with renewals that are under way, slice by slice, while a holder works; it stops where nothing moves. */
function useGoingOn(items: readonly UnitKeyView[]): void {
  const { keys } = useDoors()
  const queries = useQueryClient()
  const unit = items.find(({ renewal }) => renewal !== null)?.unit
  useEffect(() => {
    if (unit === undefined) return
    let here = true
    const isHere = () => here
    const goOn = async () => {
      let left = Number.POSITIVE_INFINITY
      for (;;) {
        const stands = await keys.goOn({ command: newId(), unit }).catch(() => null)
        if (stands === null || stands.done || stands.left >= left || !isHere()) break
        left = stands.left
      }
      if (isHere()) await queries.invalidateQueries({ queryKey: ['unit-keys'] })
    }
    void goOn()
    return () => {
      here = false
    }
  }, [unit, keys, queries])
}

/** The keys of the teams that one holds, and renewing one. */
export function UnitKeys(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { keys } = useDoors()
  const holds = useSignedIn().units.some(({ key }) => key === 'held')
  const [asked, setAsked] = useState<UnitKeyView | null>(null)
  const { data } = useQuery({
    queryKey: ['unit-keys'],
    queryFn: keys.units,
    enabled: holds,
    throwOnError: false,
  })
  const items = data?.items ?? []
  useGoingOn(items)
  if (items.length === 0) return null
  return (
    <Card title={say('unit-key.title')}>
      <p className={lists['quiet']}>{say('unit-key.what')}</p>
      <ul className={lists['rows']}>
        {items.map((item) => (
          <li
            key={item.unit}
            className={`${lists['row']} ${lists['marked']}`}
            data-standing={item.due === null ? undefined : 'due'}
          >
            <div>
              <span className={lists['strong']}>{name(item.unitName)}</span>
              <div className={lists['quiet']}>
                {say('unit-key.since')} <MomentText moment={item.since} />
                {' · '}
                {say('unit-key.holders', { count: item.holders })}
              </div>
              {item.due !== null && <p>{say(whyDue[item.due])}</p>}
            </div>
            {item.renewal === null ? (
              <Button variant="default" onClick={() => setAsked(item)}>
                {say('unit-key.renew')}
                <span className="heard"> {name(item.unitName)}</span>
              </Button>
            ) : (
              <p role="status">{say('unit-key.under-way', { left: item.renewal.left })}</p>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <RenewUnit item={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

interface RenewUnitProps {
  readonly item: UnitKeyView
  readonly onClose: () => void
}

function RenewUnit({ item, onClose }: RenewUnitProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { keys } = useDoors()
  const unit = name(item.unitName)
  const renew = useCommand(keys.renew, ({ done }) => {
    toast(say(done ? 'unit-key.renewed' : 'unit-key.begun', { unit }))
    onClose()
  })
  return (
    <Dialog title={say('unit-key.renew-title', { unit })} onClose={onClose}>
      <p>{say('unit-key.renew-why')}</p>
      <RefusalNote error={renew.refused} />
      <DialogActs onCancel={onClose}>
        <Button loading={renew.pending} onClick={() => renew.run({ unit: item.unit })}>
          {say('unit-key.renew')}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** Where a holder spends the day, renewals go on without a word. */
export function KeysGoOn(): ReactNode {
  const { keys } = useDoors()
  const holds = useSignedIn().units.some(({ key }) => key === 'held')
  const { data } = useQuery({
    queryKey: ['unit-keys'],
    queryFn: keys.units,
    enabled: holds,
    throwOnError: false,
  })
  useGoingOn(data?.items ?? [])
  return null
}
