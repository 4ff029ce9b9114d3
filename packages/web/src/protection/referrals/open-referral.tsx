import { Button } from '@mantine/core'
import type { ReferralOpened, ReferralView } from '@setu/records/api'
import type { ReadingReason } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import type { Named } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './referrals.module.css'

/** The sealed lines of a referral, behind a deliberate *Show* that is written down. */
export function OpenReferral({ referral }: { readonly referral: ReferralView }): ReactNode {
  const say = useWords()
  const { referrals } = useDoors()
  const [opened, setOpened] = useState<ReferralOpened | null>(null)
  const open = useCommand(
    (asked: Named & { readonly reason: ReadingReason }) => referrals.open(referral, asked),
    setOpened,
  )
  if (opened === null) {
    return (
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="eye" size={18} />}
          loading={open.pending}
          onClick={() => open.run({ reason: 'makingReferral' })}
        >
          {say('referral.show-note')}
        </Button>
        <p className={lists['quiet']}>{say('show.logged')}</p>
        <RefusalNote error={open.refused} />
      </div>
    )
  }
  const lines = [opened.name, opened.note, opened.feedback].filter((line) => line !== null)
  return (
    <div className={styles['note']}>
      {lines.length === 0 && !opened.unopened && say('show.nothing')}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {opened.unopened && <p>{say('show.cannot')}</p>}
      <Button mt="sm" variant="default" onClick={() => setOpened(null)}>
        {say('show.hide')}
      </Button>
    </div>
  )
}
