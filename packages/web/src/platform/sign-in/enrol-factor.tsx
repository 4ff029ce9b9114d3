import { Button } from '@mantine/core'
import type { Enrolled, FactorKind } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import { EnrolApp } from './enrol-app.tsx'
import { EnrolPasskey } from './enrol-passkey.tsx'
import { keepsPasskeys } from './passkeys.ts'

interface EnrolFactorProps {
  readonly kinds: readonly FactorKind[]
  readonly onEnrolled: (answer: Enrolled) => void
}

/** The first second factor: the device's own lock where the browser and the node know passkeys, or an app. */
export function EnrolFactor({ kinds, onEnrolled }: EnrolFactorProps): ReactNode {
  const say = useWords()
  const [app, setApp] = useState(!(kinds.includes('passkey') && keepsPasskeys()))
  if (app) return <EnrolApp onEnrolled={onEnrolled} />
  return (
    <div className={lists['stack']}>
      <p>{say('enrol.why-proof')}</p>
      <EnrolPasskey onEnrolled={onEnrolled} />
      <p className={lists['quiet']}>{say('passkey.or-app-why')}</p>
      <Button variant="default" onClick={() => setApp(true)} fullWidth>
        {say('passkey.or-app')}
      </Button>
    </div>
  )
}
