import { Button } from '@mantine/core'
import type { BreachToldNow, BreachView } from '@setu/records/api'
import { isCode, notToldReasons } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { MomentField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface ToldDialogProps {
  readonly breach: BreachView
  readonly telling: BreachView['tellings'][number]
  readonly onClose: () => void
}

/** That somebody was told, and when; or that they are not, and why. */
export function ToldDialog({ breach, telling, onClose }: ToldDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { breaches } = useDoors()
  const byCaseworker = telling.whom === 'survivor'
  const [how, setHow] = useState<string | null>(byCaseworker ? 'not' : 'told')
  const [at, setAt] = useState<unknown>(() => new Date().toISOString())
  const [reason, setReason] = useState<string | null>(null)
  const [words, setWords] = useState<unknown>(null)
  const told = useCommand((now: BreachToldNow) => breaches.told(breach, telling.id, now), onClose)
  const said = how === 'told'
  const why = reason !== null && isCode(notToldReasons, reason) ? reason : null
  const when = typeof at === 'string' ? at : null
  const asked = { required: true, fault: null } as const
  return (
    <Dialog title={say('breach.write-told')} onClose={onClose}>
      <div className={dialogs['parts']}>
        {!byCaseworker && (
          <OneOf
            {...asked}
            name="how"
            label={say('breach.how')}
            options={[
              { value: 'told', label: say('breach.told-them') },
              { value: 'not', label: say('breach.told-not') },
            ]}
            answer={how}
            onAnswer={setHow}
          />
        )}
        {said ? (
          <MomentField {...asked} name="at" label={say('breach.told-when')} answer={at} onAnswer={setAt} />
        ) : (
          <OneOf
            {...asked}
            name="reason"
            label={say('breach.told-why-not')}
            options={notToldReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
            answer={reason}
            onAnswer={setReason}
          />
        )}
        <TextField
          {...asked}
          required={false}
          name="words"
          label={say('breach.told-words')}
          answer={words}
          onAnswer={setWords}
        />
        <RefusalNote error={told.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={said ? when === null : why === null}
            loading={told.pending}
            onClick={() =>
              told.run({
                base: telling.version,
                at: said ? when : null,
                notNeeded: said ? null : why,
                words: typeof words === 'string' ? words : null,
              })
            }
          >
            {say('breach.told-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
