import { Button } from '@mantine/core'
import type { ComplaintDesk, ComplaintList } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOfMany } from '../../forms/choice-fields.tsx'
import { NumberField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface DeskCardProps {
  readonly list: ComplaintList
  readonly desk: NonNullable<ComplaintList['desk']>
}

const nowhere = 'nowhere'
const steps = ['lookInto', 'answer', 'tell'] as const
const words: Readonly<Record<(typeof steps)[number], WordId>> = {
  lookInto: 'complaint.days-look',
  answer: 'complaint.days-answer',
  tell: 'complaint.days-tell',
}

/** Who hears complaints here and elsewhere, and how long each step may take. */
export function DeskCard({ list, desk }: DeskCardProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { complaints, directory } = useDoors()
  const { account, org } = useSignedIn()
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const [listeners, setListeners] = useState<readonly string[]>(desk.listeners)
  const [elsewhere, setElsewhere] = useState<string | null>(desk.elsewhere ?? nowhere)
  const [days, setDays] = useState<Readonly<Record<(typeof steps)[number], unknown>>>(list.days)
  const keep = useCommand(
    (laid: ComplaintDesk) => complaints.layDown(laid),
    () => toast(say('complaint.desk-kept')),
  )
  const people = [account, ...list.colleagues].map((one) => ({ value: one.id, label: one.name }))
  const others = (data?.items ?? []).filter((one) => one.active && one.id !== org.id)
  const whole = (step: (typeof steps)[number]) =>
    typeof days[step] === 'number' ? days[step] : list.days[step]
  const asked = { required: false, fault: null } as const
  return (
    <Card title={say('complaint.desk')}>
      <div className={dialogs['parts']}>
        <p>{say('complaint.desk-what')}</p>
        <SomeOfMany
          {...asked}
          name="listeners"
          label={say('complaint.desk-who')}
          options={people}
          answer={listeners}
          onAnswer={setListeners}
        />
        <OneOf
          {...asked}
          name="elsewhere"
          label={say('complaint.desk-elsewhere')}
          options={[
            { value: nowhere, label: say('complaint.desk-nowhere') },
            ...others.map((one) => ({ value: one.id, label: name(one.name) })),
          ]}
          answer={elsewhere}
          onAnswer={setElsewhere}
        />
        {steps.map((step) => (
          <NumberField
            {...asked}
            key={step}
            name={step}
            label={say(words[step])}
            decimals={false}
            answer={days[step]}
            onAnswer={(answer) => setDays({ ...days, [step]: answer })}
          />
        ))}
        <RefusalNote error={keep.refused} />
        <Button
          loading={keep.pending}
          onClick={() =>
            keep.run({
              listeners: [...listeners],
              elsewhere: elsewhere === nowhere ? null : elsewhere,
              days: { lookInto: whole('lookInto'), answer: whole('answer'), tell: whole('tell') },
            })
          }
        >
          {say('complaint.desk-keep')}
        </Button>
      </div>
    </Card>
  )
}
