import { Button } from '@mantine/core'
import type { WaitingView } from '@setu/records/api'
import { serviceTypes, urgencies } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ConflictDialog } from '../cases/conflict-dialog.tsx'
import { AcceptReferralButton } from '../referrals/accept-button.tsx'
import { DeclineDialog } from '../referrals/decline-dialog.tsx'
import { TransferDialog } from '../referrals/transfer-dialog.tsx'

const words: Readonly<Record<WaitingView['kind'], WordId>> = {
  referral: 'waiting.referral',
  transfer: 'waiting.transfer',
  conflict: 'waiting.conflict',
  message: 'waiting.message',
}

/**
 * Something that waits for my word: answered here, without opening anything. Of a case that I have not
 * declared on, nothing but its code is told.
 */
export function WaitingRow({ waiting }: { readonly waiting: WaitingView }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  const [asking, setAsking] = useState<'decline' | 'transfer' | 'conflict' | null>(null)
  const spoken = waiting.due === null ? null : dates.dueMoment(new Date(waiting.due))
  const close = () => setAsking(null)
  return (
    <li className={`${lists['row']} ${lists['below']} ${lists['marked']}`} data-standing={spoken?.standing}>
      <div>
        <div className={lists['line']}>
          {spoken && <DueMark due={spoken} />}
          <span className={lists['strong']}>{say(words[waiting.kind])}</span>
        </div>
        <div className={lists['line']}>
          <span className={lists['code']}>{waiting.code}</span>
          {waiting.service && <span>{code(serviceTypes, waiting.service)}</span>}
          {waiting.urgency && <span className={lists['quiet']}>{code(urgencies, waiting.urgency)}</span>}
          {waiting.from && (
            <span className={lists['quiet']}>{say('waiting.from', { who: name(waiting.from) })}</span>
          )}
        </div>
      </div>
      <div className={lists['acts']}>
        {waiting.kind === 'referral' && (
          <>
            <AcceptReferralButton referral={waiting} />
            <Button variant="default" onClick={() => setAsking('decline')}>
              {say('referral.decline')}
            </Button>
          </>
        )}
        {waiting.kind === 'transfer' && (
          <Button variant="default" onClick={() => setAsking('transfer')}>
            {say('waiting.answer')}
          </Button>
        )}
        {waiting.kind === 'conflict' && (
          <Button variant="default" onClick={() => setAsking('conflict')}>
            {say('waiting.declare')}
          </Button>
        )}
        {waiting.kind === 'message' && waiting.case && (
          <LinkButton to="/cases/$org/$id" params={waiting.case} quiet about={waiting.code}>
            {say('my-day.answer')}
          </LinkButton>
        )}
      </div>
      {asking === 'decline' && <DeclineDialog referral={waiting} onClose={close} />}
      {asking === 'conflict' && waiting.case && (
        <ConflictDialog file={waiting.case} assignment={waiting.id} onClose={close} />
      )}
      {asking === 'transfer' && <TransferDialog transfer={waiting} onClose={close} />}
    </li>
  )
}
