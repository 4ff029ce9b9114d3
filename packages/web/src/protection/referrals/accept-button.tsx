import { Button } from '@mantine/core'
import type { ReferralStep } from '@setu/records/api'
import type { ReactNode } from 'react'
import type { Address } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'

interface AnswerableReferral extends Address {
  readonly version: number
  readonly code: string
}

/** Takes the person on, in one press. Pressing twice on a bad line does no harm. */
export function AcceptReferralButton({ referral }: { readonly referral: AnswerableReferral }): ReactNode {
  const say = useWords()
  const { referrals } = useDoors()
  const accept = useCommand(
    (step: ReferralStep) => referrals.step(referral, step),
    () => toast(say('referral.accepted', { code: referral.code })),
  )
  return (
    <>
      <Button loading={accept.pending} onClick={() => accept.run({ base: referral.version, to: 'accepted' })}>
        {say('referral.accept')}
        <span className="heard"> {referral.code}</span>
      </Button>
      <RefusalNote error={accept.refused} />
    </>
  )
}
