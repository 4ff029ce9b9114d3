import { Button } from '@mantine/core'
import type { Part } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers } from './use-own.ts'

interface OwnContestProps {
  readonly part: Part
  readonly onEnded: () => void
}

/** The button that says: this is wrong. Her caseworker is asked to talk with her. */
export function OwnContest({ part, onEnded }: OwnContestProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const [said, setSaid] = useState(false)
  const saying = useDeedOfHers(onEnded)
  const contest = async () => setSaid(await saying.run(() => own.contest(part)))
  return (
    <>
      <OwnTrouble trouble={saying.trouble} />
      {!said && (
        <Button variant="default" loading={saying.busy} onClick={() => void contest()}>
          {say('own.is-wrong')}
        </Button>
      )}
      <div role="status">{said && <p className={styles['told']}>{say('own.wrong-said')}</p>}</div>
    </>
  )
}
