import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSettings } from '../../platform/settings.ts'
import { Icon } from '../../shell/icons.tsx'
import { useWords } from '../../words/use-words.ts'
import { useReadAloud } from '../consents/read-aloud.ts'
import { ReadAloudButton } from '../consents/read-aloud-button.tsx'
import styles from './own.module.css'

/** What every room is told: how to go back, and what to do when her session is over. */
export interface RoomProps {
  readonly onBack: () => void
  readonly onEnded: () => void
}

const readWords = { read: 'own.read-aloud', stop: 'own.read-stop', none: 'own.read-none' } as const

/** What stands in a room, one thing after the other, without the buttons. */
function textsIn(room: HTMLElement | null): string[] {
  const texts = room?.querySelectorAll<HTMLElement>('h3, p, dt, dd, li > time') ?? []
  return [...texts].map((text) => text.innerText.trim()).filter((text) => text !== '')
}

interface OwnRoomProps {
  readonly title: string
  readonly what?: string
  readonly onBack: () => void
  readonly children: ReactNode
}

/** A room behind the first page, with the way back above and below. */
export function OwnRoom({ title, what, onBack, children }: OwnRoomProps): ReactNode {
  const say = useWords()
  const { language } = useSettings()
  const aloud = useReadAloud(language)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const back = (
    <Button variant="default" leftSection={<Icon name="back" />} onClick={onBack}>
      {say('own.back')}
    </Button>
  )
  return (
    <>
      <div>{back}</div>
      <h2 ref={heading} tabIndex={-1} className={styles['question']}>
        {title}
      </h2>
      <ReadAloudButton
        aloud={aloud}
        text={() => [title, ...textsIn(shown.current)].join('. ')}
        words={readWords}
      />
      <div ref={shown} className={styles['rooms']}>
        {what !== undefined && <p>{what}</p>}
        {children}
      </div>
      <div>{back}</div>
    </>
  )
}
