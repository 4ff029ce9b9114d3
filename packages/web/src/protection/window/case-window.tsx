import { Button } from '@mantine/core'
import type { CaseView, SlotFreeze, SlotView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { MessagesDialog } from '../messages/messages-dialog.tsx'
import { GiveWindow } from './give-window.tsx'
import { ThawWindow } from './thaw-window.tsx'

/** Whether the survivor has a window of her own, how it stands, and what can be done about it. */
export function CaseWindow({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { window: door } = useDoors()
  const [doing, setDoing] = useState<'give' | 'freeze' | 'thaw' | 'messages' | null>(null)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'window'],
    queryFn: () => door.view(file),
  })
  if (data === undefined) return null
  const { slot, mayIssue, guardianSuspected, messages, unread } = data
  const done = () => setDoing(null)
  const open = slot !== null && slot.frozen === null && !slot.shut && !guardianSuspected
  return (
    <Card title={say('window.title')} id="window">
      <div className={lists['stack']}>
        {slot === null ? <p className={lists['quiet']}>{say('window.none')}</p> : <Standing slot={slot} />}
        {guardianSuspected && <p>{say('window.shut-guardian')}</p>}
        {unread > 0 && <p className={lists['strong']}>{say('write.unread', { count: unread })}</p>}
        <div className={dialogs['acts']}>
          {(messages > 0 || open) && (
            <Button variant={unread > 0 ? 'filled' : 'default'} onClick={() => setDoing('messages')}>
              {say('write.title')}
            </Button>
          )}
          {slot !== null && slot.frozen === null && (
            <Button color="brick" variant="light" onClick={() => setDoing('freeze')}>
              {say('window.freeze')}
            </Button>
          )}
          {slot?.frozen && mayIssue && (
            <Button variant="default" onClick={() => setDoing('thaw')}>
              {say('window.thaw')}
            </Button>
          )}
          {mayIssue && (
            <Button variant="default" onClick={() => setDoing('give')}>
              {say(slot === null ? 'window.give' : 'window.give-again')}
            </Button>
          )}
        </div>
      </div>
      {doing === 'messages' && <MessagesDialog file={file} open={open} onClose={done} />}
      {doing === 'give' && <GiveWindow file={file} again={slot !== null} onClose={done} />}
      {doing === 'freeze' && <FreezeWindow file={file} onClose={done} />}
      {doing === 'thaw' && <ThawWindow file={file} onClose={done} />}
    </Card>
  )
}

function Standing({ slot }: { readonly slot: NonNullable<SlotView['slot']> }): ReactNode {
  const say = useWords()
  const { issued, frozen, frozenBy, because, shut } = slot
  const how =
    frozen === null ? 'window.open' : frozenBy === 'survivor' ? 'window.frozen-her' : 'window.frozen-worker'
  return (
    <>
      <p className={lists['strong']}>{say(how)}</p>
      {frozen !== null && because === 'found' && <p>{say('window.because-found')}</p>}
      {frozen !== null && because === 'nearSuspect' && <p>{say('window.because-near')}</p>}
      {frozen !== null && <p>{say('window.thaw-how')}</p>}
      {shut && <p>{say('window.shut-child')}</p>}
      <p className={lists['quiet']}>
        {say('window.since')}: <MomentText moment={issued} />
        {frozen !== null && (
          <>
            {' · '}
            {say(how)}: <MomentText moment={frozen} />
          </>
        )}
      </p>
    </>
  )
}

const reasons = ['asked', 'found', 'nearSuspect'] as const
const words = {
  asked: 'window.freeze-asked',
  found: 'window.freeze-found',
  nearSuspect: 'window.freeze-near',
} as const

interface FreezeProps {
  readonly file: CaseView
  readonly onClose: () => void
}

function FreezeWindow({ file, onClose }: FreezeProps): ReactNode {
  const say = useWords()
  const { window: door } = useDoors()
  const [because, setBecause] = useState<string | null>(null)
  const freeze = useCommand(
    (asked: SlotFreeze) => door.freeze(file, asked),
    () => {
      toast(say('window.frozen-now'))
      onClose()
    },
  )
  const chosen = reasons.find((one) => one === because)
  return (
    <Dialog title={say('window.freeze')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          name="because"
          label={say('window.freeze-why')}
          required
          fault={null}
          options={reasons.map((value) => ({ value, label: say(words[value]) }))}
          answer={because}
          onAnswer={setBecause}
        />
        <RefusalNote error={freeze.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            color="brick"
            disabled={chosen === undefined}
            loading={freeze.pending}
            onClick={() => chosen && freeze.run({ because: chosen })}
          >
            {say('window.freeze')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
