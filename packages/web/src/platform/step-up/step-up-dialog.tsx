import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Dialog } from '../../shell/dialog.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { kindsOf } from '../sign-in/passkeys.ts'
import { ProofForm } from '../sign-in/proof-form.tsx'
import { useNode } from '../use-session.ts'
import { answerProof } from './asking-for-proof.ts'

/** Before a grave step: a code once more, so that a device left open is not enough. */
export function StepUpDialog(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const node = useNode()
  const factors = useQuery({ queryKey: ['factors'], queryFn: session.factors, throwOnError: false })
  return (
    <Dialog title={say('step-up.title')} onClose={() => answerProof(false)}>
      <div className={lists['stack']}>
        <p>{say('step-up.why')}</p>
        {node?.demo ? (
          <DemoConfirm />
        ) : (
          <ProofForm kinds={kindsOf(factors.data)} onProved={() => answerProof(true)} />
        )}
      </div>
    </Dialog>
  )
}

/** In the demonstration nobody has a code, and the screen says so. */
function DemoConfirm(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const confirm = useMutation({ mutationFn: session.confirmInDemo, onSuccess: () => answerProof(true) })
  return (
    <div className={lists['stack']}>
      <p className={lists['quiet']}>{say('step-up.demo')}</p>
      <RefusalNote error={confirm.error} />
      <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {say('step-up.demo-yes')}
      </Button>
    </div>
  )
}
