import { Button } from '@mantine/core'
import type { CaseView, RenewalBegin } from '@setu/records/api'
import { isCode, renewalReasons } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** At the end of a case: renewing its keys, and whether that is over. */
export function CaseKeys({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { renewals } = useDoors()
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'renewals'],
    queryFn: () => renewals.ofCase(file),
  })
  if (data === undefined || !file.may.write.includes('status')) return null
  const goesOn = data.items.some(({ finishedAt }) => finishedAt === null)
  return (
    <Card
      title={say('renewal.card')}
      act={
        !goesOn && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {say('renewal.begin')}
          </Button>
        )
      }
    >
      <p className={lists['quiet']}>{say(goesOn ? 'renewal.goes-on' : 'renewal.card-what')}</p>
      {asking && <RenewKeys file={file} onClose={() => setAsking(false)} />}
    </Card>
  )
}

interface RenewKeysProps {
  readonly file: CaseView
  readonly onClose: () => void
}

function RenewKeys({ file, onClose }: RenewKeysProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { renewals } = useDoors()
  const [id] = useState(newId)
  const [reason, setReason] = useState<string | null>(null)
  const renew = useCommand(
    (begun: RenewalBegin) => renewals.begin(file, begun),
    () => {
      toast(say('renewal.begun'))
      onClose()
    },
  )
  const chosen = reason !== null && isCode(renewalReasons, reason) ? reason : null
  return (
    <Dialog title={say('renewal.begin')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('renewal.what')}</p>
        <OneOf
          name="reason"
          label={say('renewal.reason')}
          required
          fault={null}
          options={renewalReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={reason}
          onAnswer={setReason}
        />
        <RefusalNote error={renew.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={chosen === null}
            loading={renew.pending}
            onClick={() => chosen !== null && renew.run({ id, reason: chosen })}
          >
            {say('renewal.do')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
