import { Button } from '@mantine/core'
import type { TipDeskKeep, TipList } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOfMany } from '../../forms/choice-fields.tsx'
import { useDistricts } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

const none = 'none'

/** Which unit takes tips, and whether those of the public page too. */
export function TipDeskCard({ desk }: { readonly desk: NonNullable<TipList['desk']> }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { tips } = useDoors()
  const districts = useDistricts()
  const [unit, setUnit] = useState<string | null>(desk.unit ?? none)
  const [open, setOpen] = useState<string | null>(desk.open ? 'yes' : 'no')
  const [reaches, setReaches] = useState<readonly string[]>(desk.districts)
  const keep = useCommand(
    (laid: TipDeskKeep) => tips.layDown(laid),
    () => toast(say('tip.desk-kept')),
  )
  const asked = { required: false, fault: null } as const
  const takes = unit !== null && unit !== none
  return (
    <Card title={say('tip.desk')}>
      <div className={dialogs['parts']}>
        <p>{say('tip.desk-what')}</p>
        <OneOf
          {...asked}
          name="desk-unit"
          label={say('tip.desk-unit')}
          options={[
            { value: none, label: say('tip.desk-none') },
            ...desk.units.map((one) => ({ value: one.id, label: name(one.name) })),
          ]}
          answer={unit}
          onAnswer={setUnit}
        />
        {takes && desk.mayOpen && (
          <OneOf
            {...asked}
            name="desk-open"
            label={say('tip.desk-open')}
            options={[
              { value: 'yes', label: say('tip.yes') },
              { value: 'no', label: say('tip.no') },
            ]}
            answer={open}
            onAnswer={setOpen}
          />
        )}
        {takes && (
          <SomeOfMany
            {...asked}
            name="desk-districts"
            label={say('tip.desk-districts')}
            options={districts}
            answer={reaches}
            onAnswer={setReaches}
          />
        )}
        <RefusalNote error={keep.refused} />
        <Button
          loading={keep.pending}
          onClick={() =>
            keep.run({
              unit: takes ? unit : null,
              open: takes && desk.mayOpen && open === 'yes',
              districts: takes ? [...reaches] : [],
            })
          }
        >
          {say('tip.desk-keep')}
        </Button>
      </div>
    </Card>
  )
}
