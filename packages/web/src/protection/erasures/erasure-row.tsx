import { Button } from '@mantine/core'
import type { ErasureAnswer, ErasureView } from '@setu/records/api'
import { erasureReasons } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

const states: Readonly<Record<ErasureView['state'], WordId>> = {
  waiting: 'erasure.waiting',
  declined: 'erasure.declined',
  erased: 'erasure.erased',
}

/** One request, or the record of an erasure: which case, why, by whom, when. */
export function ErasureRow({ erasure }: { readonly erasure: ErasureView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { state, askedBy, answeredBy, askedAt, answeredAt, reason, mayAnswer } = erasure
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={state === 'waiting' ? 'due' : undefined}
    >
      <div>
        <div className={lists['line']}>
          <span className={lists['code']}>{erasure.code}</span>
          <span className={lists['strong']}>{say(states[state])}</span>
        </div>
        <p>{code(erasureReasons, reason)}</p>
        <p className={lists['quiet']}>
          {askedBy !== null && <>{say('erasure.asked-by', { person: askedBy })} · </>}
          <MomentText moment={askedAt} />
        </p>
        {answeredAt !== null && (
          <p className={lists['quiet']}>
            {answeredBy !== null && <>{say('erasure.answered-by', { person: answeredBy })} · </>}
            <MomentText moment={answeredAt} />
          </p>
        )}
        {mayAnswer && <ErasureActs erasure={erasure} />}
      </div>
    </li>
  )
}

function ErasureActs({ erasure }: { readonly erasure: ErasureView }): ReactNode {
  const say = useWords()
  const { erasures } = useDoors()
  const [sure, setSure] = useState(false)
  const answer = useCommand(
    (given: ErasureAnswer) => erasures.answer(erasure, given),
    (_, { answer: said }) => toast(say(said === 'approve' ? 'erasure.done' : 'erasure.said-no')),
  )
  const base = erasure.version
  return (
    <>
      <p>
        <Link to="/cases/$org/$id" params={{ org: erasure.org, id: erasure.case }}>
          {say('erasure.to-case')}
        </Link>
      </p>
      {!sure && <RefusalNote error={answer.refused} />}
      <div className={dialogs['acts']}>
        <Button onClick={() => setSure(true)}>{say('erasure.approve')}</Button>
        <Button
          variant="default"
          loading={answer.pending}
          onClick={() => answer.run({ base, answer: 'decline' })}
        >
          {say('erasure.decline')}
        </Button>
      </div>
      {sure && (
        <Dialog title={say('erasure.sure', { code: erasure.code })} onClose={() => setSure(false)}>
          <div className={dialogs['parts']}>
            <p>{say('erasure.sure-what')}</p>
            <RefusalNote error={answer.refused} />
            <DialogActs onCancel={() => setSure(false)}>
              <Button loading={answer.pending} onClick={() => answer.run({ base, answer: 'approve' })}>
                {say('erasure.approve')}
              </Button>
            </DialogActs>
          </div>
        </Dialog>
      )}
    </>
  )
}
