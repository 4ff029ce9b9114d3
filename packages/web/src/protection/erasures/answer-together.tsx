import { Button } from '@mantine/core'
import type { ErasureView, RetentionAnswer } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'

const most = 200

/** Cases whose time is over, erased together after one question; each was asked for by somebody else. */
export function AnswerTogether({ waiting }: { readonly waiting: readonly ErasureView[] }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { retention } = useDoors()
  const [sure, setSure] = useState(false)
  const answer = useCommand(
    (given: RetentionAnswer) => retention.answer(given),
    ({ done, left }) => {
      toast(say('erasure.together-done', { done: number(done), left: number(left) }))
      setSure(false)
    },
  )
  const over = waiting
    .filter(({ mayAnswer, reason }) => mayAnswer && reason === 'retentionOver')
    .slice(0, most)
  if (over.length < 2) return null
  const erasures = over.map(({ org, id, version }) => ({ org, id, base: version }))
  return (
    <>
      <Button variant="default" onClick={() => setSure(true)}>
        {say('erasure.together', { count: number(over.length) })}
      </Button>
      {sure && (
        <Dialog
          title={say('erasure.together-sure', { count: number(over.length) })}
          onClose={() => setSure(false)}
        >
          <div className={dialogs['parts']}>
            <p>{over.map(({ code }) => code).join(' · ')}</p>
            <p>{say('erasure.sure-what')}</p>
            <RefusalNote error={answer.refused} />
            <DialogActs onCancel={() => setSure(false)}>
              <Button loading={answer.pending} onClick={() => answer.run({ erasures, answer: 'approve' })}>
                {say('erasure.approve')}
              </Button>
            </DialogActs>
          </div>
        </Dialog>
      )}
    </>
  )
}
