import { Button } from '@mantine/core'
import type { OwnMessages as Messages } from '@setu/records/api'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnFeedback } from './own-feedback.tsx'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers, useOwn } from './use-own.ts'

/** She writes to those who work on her case, and reads what the office answered. What she typed stays nowhere. */
export function OwnMessages({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.messages, onEnded)
  const [text, setText] = useState('')
  const [id, setId] = useState(newId)
  const [sent, setSent] = useState(false)
  const deed = useDeedOfHers(onEnded)
  const field = useId()
  const words = text.trim()
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (words === '' || !(await deed.run(() => own.write({ id, words })))) return
    setText('')
    setId(newId())
    setSent(true)
    again()
  }
  return (
    <OwnRoom title={say('own.to-say')} what={say('own.say-what')} onBack={onBack}>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value === null && trouble === null && <p role="status">{say('own.loading')}</p>}
      <OwnFeedback onEnded={onEnded} />
      <ol className={styles['list']}>
        {value?.items.map((one) => (
          <MessageRow key={one.id} message={one} />
        ))}
      </ol>
      <form className={styles['form']} onSubmit={(event) => void onSubmit(event)} autoComplete="off">
        <label htmlFor={field} className={styles['strong']}>
          {say('own.say-words')}
        </label>
        <textarea
          id={field}
          rows={4}
          maxLength={1000}
          autoComplete="off"
          className={styles['typing']}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setSent(false)
          }}
        />
        <OwnTrouble trouble={deed.trouble} />
        <Button type="submit" size="lg" loading={deed.busy} disabled={words === ''}>
          {say('own.say-send')}
        </Button>
        <div role="status">{sent && <p className={styles['told']}>{say('own.say-sent')}</p>}</div>
      </form>
    </OwnRoom>
  )
}

function MessageRow({ message }: { readonly message: Messages['items'][number] }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { fromHer, words, sent, seen, office } = message
  return (
    <li className={styles['item']} data-hers={fromHer}>
      <p className={styles['strong']}>{fromHer || office === null ? say('own.you') : name(office)}</p>
      <p className={styles['words']}>{words ?? say('own.written-shut')}</p>
      <p className={styles['quiet']}>
        <MomentText moment={sent} />
        {fromHer && <> · {say(seen ? 'own.say-read' : 'own.say-unread')}</>}
      </p>
    </li>
  )
}
