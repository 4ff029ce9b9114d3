import { Button } from '@mantine/core'
import type { CaseView, MessageAnswer, MessageList, MessagesSeen } from '@setu/records/api'
import { type ReactNode, useEffect, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './messages.module.css'

interface MessagesProps {
  readonly file: CaseView
  /** Whether she could read an answer now. */
  readonly open: boolean
  readonly onClose: () => void
}

/** What the survivor wrote and what she was answered. It is read on purpose, and she sees that it was. */
export function MessagesDialog({ file, open, onClose }: MessagesProps): ReactNode {
  const say = useWords()
  const { messages: door } = useDoors()
  const [found, setFound] = useState<MessageList | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [text, setText] = useState('')
  const [id] = useState(newId)
  useEffect(() => {
    let gone = false
    door.list(file).then(
      (list) => gone || setFound(list),
      (refused: unknown) => gone || setTrouble(refused),
    )
    return () => {
      gone = true
    }
  }, [door, file])
  const answer = useCommand(
    (given: MessageAnswer) => door.answer(file, given),
    () => {
      toast(say('write.sent'))
      onClose()
    },
  )
  const seen = useCommand((given: MessagesSeen) => door.seen(file, given), onClose)
  const last = found?.items.findLast(({ fromHer }) => fromHer)
  const unread = found?.items.some((one) => one.fromHer && !one.seen) ?? false
  const written = text.trim()
  return (
    <Dialog title={say('write.title')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <RefusalNote error={trouble} />
        {found?.items.length === 0 && <p className={lists['empty']}>{say('write.none')}</p>}
        <ol className={styles['messages']}>
          {found?.items.map((one) => (
            <li key={one.id} className={styles['message']} data-hers={one.fromHer}>
              <p className={lists['quiet']}>
                {one.fromHer ? say('write.hers') : (one.by ?? say('write.office'))} ·{' '}
                <MomentText moment={one.sent} />
              </p>
              <p className={styles['words']}>{one.words ?? say('write.shut')}</p>
            </li>
          ))}
        </ol>
        <p className={lists['quiet']}>{say(open ? 'write.answer-why' : 'write.not-open')}</p>
        {open && (
          <LongTextField
            name="words"
            label={say('write.answer')}
            why={undefined}
            required={false}
            fault={null}
            answer={text}
            onAnswer={(typed) => setText(typeof typed === 'string' ? typed.slice(0, 1000) : '')}
          />
        )}
        <RefusalNote error={answer.refused ?? seen.refused} />
        <DialogActs onCancel={onClose}>
          {unread && last && written === '' && (
            <Button variant="default" loading={seen.pending} onClick={() => seen.run({ until: last.sent })}>
              {say('write.seen')}
            </Button>
          )}
          {open && (
            <Button
              disabled={written === '' || found === null}
              loading={answer.pending}
              onClick={() => answer.run({ id, words: written })}
            >
              {say('write.send')}
            </Button>
          )}
        </DialogActs>
      </div>
    </Dialog>
  )
}
