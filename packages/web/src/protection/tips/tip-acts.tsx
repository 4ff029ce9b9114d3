import { Button } from '@mantine/core'
import type { TipHandOn, TipStep, TipView } from '@setu/records/api'
import { isCode, offered, tipClosings, tipTransitions, urgencies } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asks } from '../screenings/screenings-card.tsx'

interface TipProps {
  readonly tip: TipView
}

/** What can be done with a tip as it stands. */
export function TipActs({ tip }: TipProps): ReactNode {
  const say = useWords()
  const { roles } = useSignedIn()
  const [open, setOpen] = useState<'triage' | 'handOn' | 'close' | null>(null)
  const next = tip.gone ? [] : tipTransitions[tip.state]
  if (next.length === 0) return null
  const shut = () => setOpen(null)
  return (
    <Card title={say('tip.next')}>
      <div className={lists['acts']}>
        {next.includes('triaged') && <Button onClick={() => setOpen('triage')}>{say('tip.triage')}</Button>}
        {next.includes('screening') && asks(roles) && (
          <LinkButton to="/screenings/new" search={{ org: tip.org, tip: tip.id }}>
            {say('screening.begin')}
          </LinkButton>
        )}
        {next.includes('handedOn') && (
          <Button variant="default" onClick={() => setOpen('handOn')}>
            {say('tip.hand-on')}
          </Button>
        )}
        {next.includes('closed') && (
          <Button variant="default" onClick={() => setOpen('close')}>
            {say('tip.close')}
          </Button>
        )}
      </div>
      {open === 'triage' && <Triage tip={tip} onClose={shut} />}
      {open === 'handOn' && <HandOn tip={tip} onClose={shut} />}
      {open === 'close' && <Close tip={tip} onClose={shut} />}
    </Card>
  )
}

interface DialogProps extends TipProps {
  readonly onClose: () => void
}

const asked = { required: true, fault: null } as const

function useStep({ tip, onClose }: DialogProps) {
  const say = useWords()
  const { tips } = useDoors()
  return useCommand(
    (step: TipStep) => tips.step(tip, step),
    () => {
      toast(say('tip.is-kept'))
      onClose()
    },
  )
}

function Triage(props: DialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const [urgency, setUrgency] = useState<string | null>(props.tip.urgency)
  const step = useStep(props)
  return (
    <Dialog title={say('tip.triage')} onClose={props.onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="urgency"
          label={say('tip.urgency')}
          options={urgencies.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={urgency}
          onAnswer={setUrgency}
        />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={props.onClose}>
          <Button
            disabled={!isCode(urgencies, urgency)}
            loading={step.pending}
            onClick={() =>
              isCode(urgencies, urgency) && step.run({ base: props.tip.version, to: 'triaged', urgency })
            }
          >
            {say('tip.triage-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

function Close(props: DialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const [closing, setClosing] = useState<string | null>(null)
  const step = useStep(props)
  return (
    <Dialog title={say('tip.close')} onClose={props.onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="closing"
          label={say('tip.closing')}
          options={offered(tipClosings).map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={closing}
          onAnswer={setClosing}
        />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={props.onClose}>
          <Button
            disabled={!isCode(tipClosings, closing)}
            loading={step.pending}
            onClick={() =>
              isCode(tipClosings, closing) && step.run({ base: props.tip.version, to: 'closed', closing })
            }
          >
            {say('tip.close-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

function HandOn({ tip, onClose }: DialogProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { tips } = useDoors()
  const { data } = useQuery({ queryKey: ['tips'], queryFn: tips.list })
  const [unit, setUnit] = useState<string | null>(null)
  const hand = useCommand(
    (to: TipHandOn) => tips.handOn(tip, to),
    () => {
      toast(say('tip.is-handed-on'))
      onClose()
    },
  )
  const others = (data?.desks ?? []).filter((desk) => desk.unit !== tip.unit.id)
  return (
    <Dialog title={say('tip.hand-on')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('tip.hand-on-what')}</p>
        <OneOf
          {...asked}
          name="unit"
          label={say('tip.unit')}
          options={others.map((desk) => ({ value: desk.unit, label: name(desk.name) }))}
          answer={unit}
          onAnswer={setUnit}
        />
        <RefusalNote error={hand.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={unit === null}
            loading={hand.pending}
            onClick={() => unit !== null && hand.run({ base: tip.version, unit })}
          >
            {say('tip.hand-on-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
