import { Button } from '@mantine/core'
import type { CaseView, ConsentView } from '@setu/records/api'
import { consentPurposes, consentStatuses, parts } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
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
import { RightsDialog } from './rights-dialog.tsx'

/** What the survivor agreed to, with whom, until when; taking it back is one press and one question. */
export function ConsentsCard({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const [withdrawing, setWithdrawing] = useState<ConsentView | null>(null)
  const [telling, setTelling] = useState(false)
  const mayWithdraw = file.may.write.includes('status') && file.relation !== 'named'
  return (
    <Card title={say('consents.title')} id="consents">
      {file.consents.length === 0 && <p className={lists['empty']}>{say('consents.none')}</p>}
      <ul className={lists['rows']}>
        {file.consents.map((consent) => (
          <li key={consent.id} className={`${lists['row']} ${lists['below']}`}>
            <Consent consent={consent} />
            {mayWithdraw && consent.state === 'given' && (
              <Button variant="default" onClick={() => setWithdrawing(consent)}>
                {say('consents.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {file.rightsNotices.length > 0 && (
        <p className={lists['quiet']}>
          {say('consents.rights-told')} <DayText day={file.rightsNotices[0]?.givenOn ?? ''} written />
        </p>
      )}
      {mayWithdraw && file.rightsNotices.length === 0 && (
        <Button variant="default" onClick={() => setTelling(true)}>
          {say('rights.tell')}
        </Button>
      )}
      {telling && <RightsDialog file={file} onClose={() => setTelling(false)} />}
      {withdrawing && (
        <WithdrawDialog file={file} consent={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </Card>
  )
}

function Consent({ consent }: { readonly consent: ConsentView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  return (
    <div>
      <div className={lists['strong']}>
        {code(consentPurposes, consent.purpose)}
        {consent.recipient && `: ${name(consent.recipient.name)}`}
      </div>
      {consent.inWords && <div className={lists['quiet']}>{say('consents.named')}</div>}
      {consent.parts.length > 0 && <div>{consent.parts.map((part) => code(parts, part)).join('; ')}</div>}
      <div className={lists['quiet']}>
        {code(consentStatuses, consent.state)}
        {consent.state === 'given' && (
          <>
            {' · '}
            {say('consents.until')} <DayText day={consent.validUntil} written />
          </>
        )}
      </div>
    </div>
  )
}

interface WithdrawDialogProps {
  readonly file: CaseView
  readonly consent: ConsentView
  readonly onClose: () => void
}

function WithdrawDialog({ file, consent, onClose }: WithdrawDialogProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { consents } = useDoors()
  const withdraw = useCommand(
    (change: Change) => consents.withdraw(file, consent.id, change),
    ({ recalled }) => {
      toast(say('consents.withdrawn', { count: recalled.length }))
      onClose()
    },
  )
  return (
    <Dialog title={say('consents.withdraw-title')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p className={lists['strong']}>
          {code(consentPurposes, consent.purpose)}
          {consent.recipient && `: ${name(consent.recipient.name)}`}
        </p>
        <p>{say('consents.withdraw-what')}</p>
        <p className={dialogs['quiet']}>{say('consents.withdraw-limit')}</p>
        <RefusalNote error={withdraw.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            color="brick"
            loading={withdraw.pending}
            onClick={() => withdraw.run({ base: consent.version })}
          >
            {say('consents.withdraw-now')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
