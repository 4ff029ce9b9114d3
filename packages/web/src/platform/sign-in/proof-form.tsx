import { Button } from '@mantine/core'
import type { FactorKind, SignedIn } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CodeForm } from './code-form.tsx'
import { keepsPasskeys } from './passkeys.ts'

interface ProofFormProps {
  readonly kinds: readonly FactorKind[]
  /** What the proof is made for, where it must be made for one thing alone. */
  readonly about?: string | undefined
  readonly onProved: (answer: SignedIn) => Promise<void> | void
}

/** Asks for a proof that it is the person: a passkey where there is one, else a code. */
export function ProofForm({ kinds, about, onProved }: ProofFormProps): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const sign = useMutation({ mutationFn: () => session.proveByPasskey(about), onSuccess: onProved })
  const codes = kinds.filter((kind) => kind !== 'passkey')
  const passkey = kinds.includes('passkey') && keepsPasskeys()
  return (
    <div className={lists['stack']}>
      {passkey && (
        <>
          <p>{say('passkey.what')}</p>
          <RefusalNote error={sign.error} />
          <Button loading={sign.isPending} onClick={() => sign.mutate()} fullWidth>
            {say('passkey.use')}
          </Button>
        </>
      )}
      {passkey && codes.length > 0 && <p className={lists['strong']}>{say('passkey.or-code')}</p>}
      {(codes.length > 0 || !passkey) && (
        <CodeForm
          kinds={codes}
          second={passkey}
          prove={(code) => session.proveFactor(code, about)}
          onProved={onProved}
        />
      )}
    </div>
  )
}
