import { Button } from '@mantine/core'
import type { SignedIn } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { Page } from '../../shell/page.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { EnrolFactor } from './enrol-factor.tsx'
import { OwnPassword } from './own-password.tsx'
import { ProofForm } from './proof-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import styles from './sign-in-screen.module.css'

type Next = NonNullable<SignedIn['next']>

interface SecondHalfProps {
  readonly asked: SignedIn & { readonly next: Next }
  readonly onAnswer: (answer: SignedIn) => Promise<void>
  readonly onBack: () => void
}

const titles: Readonly<Record<Next, WordId>> = {
  factor: 'factor.title',
  password: 'own-password.title',
  enrol: 'enrol.title',
}

/** What is asked for after the password: a proof; the first time, a password of one's own and a passkey or an app for codes. */
export function SecondHalf({ asked, onAnswer, onBack }: SecondHalfProps): ReactNode {
  const say = useWords()
  const [kept, setKept] = useState<{ readonly answer: SignedIn; readonly codes: readonly string[] } | null>(
    null,
  )
  if (kept !== null) {
    return (
      <Page key="recovery" title={say('recovery.title')} narrow>
        <div className={styles['form']}>
          <RecoveryCodes codes={kept.codes} onKept={() => void onAnswer(kept.answer)} />
        </div>
      </Page>
    )
  }
  return (
    <Page key={asked.next} title={say(titles[asked.next])} narrow>
      <div className={styles['card']}>
        <div className={styles['form']}>
          {asked.next === 'factor' && <ProofForm kinds={asked.kinds} onProved={onAnswer} />}
          {asked.next === 'password' && <OwnPassword onAnswer={onAnswer} />}
          {asked.next === 'enrol' && (
            <EnrolFactor
              kinds={asked.kinds}
              onEnrolled={({ recovery, ...answer }) => setKept({ answer, codes: recovery })}
            />
          )}
        </div>
        <Button variant="subtle" onClick={onBack}>
          {say('factor.back')}
        </Button>
      </div>
    </Page>
  )
}
