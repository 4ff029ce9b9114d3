import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../../shell/icons.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'

/** What every room is told: how to go back, and what to do when her session is over. */
export interface RoomProps {
  readonly onBack: () => void
  readonly onEnded: () => void
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
  const heading = useRef<HTMLHeadingElement>(null)
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
      {what !== undefined && <p>{what}</p>}
      {children}
      <div>{back}</div>
    </>
  )
}
