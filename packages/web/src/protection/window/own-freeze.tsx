import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import type { RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers } from './use-own.ts'

/** Keeps it shut: said once more, since she cannot open it again alone. */
export function OwnFreeze({
  onBack,
  onEnded,
  onFrozen,
}: RoomProps & { readonly onFrozen: () => void }): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const deed = useDeedOfHers(onEnded)
  const freeze = async () => {
    if (await deed.run(own.freeze)) onFrozen()
  }
  return (
    <>
      <h2 className={styles['question']}>{say('own.freeze-sure')}</h2>
      <p>{say('own.freeze-what')}</p>
      <OwnTrouble trouble={deed.trouble} />
      <Button size="lg" loading={deed.busy} onClick={() => void freeze()}>
        {say('own.freeze-now')}
      </Button>
      <Button size="lg" variant="default" onClick={onBack}>
        {say('own.not-now')}
      </Button>
    </>
  )
}
