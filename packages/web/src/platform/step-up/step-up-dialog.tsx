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

interface ProofDialogProps {
  readonly title: string
  readonly why: string
  /** What the proof is made for, where it must be made for one thing alone. */
  readonly about?: string
  readonly onProved: () => void
  readonly onClose: () => void
}

/** Asks once more for a proof that it is the person who sits there. */
export function ProofDialog({ title, why, about, onProved, onClose }: ProofDialogProps): ReactNode {
  const { session } = useDoors()
  const node = useNode()
  const factors = useQuery({ queryKey: ['factors'], queryFn: session.factors, throwOnError: false })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={lists['stack']}>
        <p>{why}</p>
        {node?.demo ? (
          <DemoConfirm onProved={onProved} />
        ) : (
          <ProofForm kinds={kindsOf(factors.data)} about={about} onProved={onProved} />
        )}
      </div>
    </Dialog>
  )
}

/** Before a grave step: a proof once more, so that a device left open is not enough. */
export function StepUpDialog(): ReactNode {
  const say = useWords()
  return (
    <ProofDialog
      title={say('step-up.title')}
      why={say('step-up.why')}
      onProved={() => answerProof(true)}
      onClose={() => answerProof(false)}
    />
  )
}

/** In the demonstration nobody has a code, and the screen says so. */
function DemoConfirm({ onProved }: { readonly onProved: () => void }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const confirm = useMutation({ mutationFn: session.confirmInDemo, onSuccess: onProved })
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
