import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
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
import { recipientsIn } from '../consents/asked.ts'
import { PrintLink } from '../prints/print-link.tsx'
import type { TransferOffer } from './door.ts'
import { ReferralCard } from './referral-card.tsx'
import styles from './referrals.module.css'

/** The referrals of one case, and handing the whole case to someone else, which is an act of its own. */
export function CaseReferrals({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const [handing, setHanding] = useState(false)
  if (file.referrals.length === 0 && !file.may.refer && !file.may.transfer) return null
  return (
    <Card title={say('referrals.title')} id="referrals">
      {file.referrals.length === 0 && <p className={lists['empty']}>{say('referrals.none-of-case')}</p>}
      <ul className={styles['list']}>
        {file.referrals.map((referral) => (
          <ReferralCard key={referral.id} referral={{ ...referral, case: null }} />
        ))}
      </ul>
      {(file.relation === 'own' || file.relation === 'supervise') &&
        file.referrals
          .filter(({ sent }) => sent !== null)
          .map((referral) => (
            <p key={referral.id}>
              <PrintLink file={file} kind="referralLetter" of={referral.id} about={name(referral.to.name)} />
            </p>
          ))}
      {file.transfers.map((transfer) => (
        <p key={transfer.id} className={lists['quiet']}>
          {say('transfer.offered-to', { who: name(transfer.to.name) })}
        </p>
      ))}
      {file.may.transfer && file.transfers.length === 0 && (
        <Button mt="sm" variant="subtle" onClick={() => setHanding(true)}>
          {say('transfer.offer')}
        </Button>
      )}
      {handing && <OfferDialog file={file} onClose={() => setHanding(false)} />}
    </Card>
  )
}

interface OfferDialogProps {
  readonly file: CaseView
  readonly onClose: () => void
}

function OfferDialog({ file, onClose }: OfferDialogProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { directory, referrals } = useDoors()
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const takers = useMemo(
    () =>
      recipientsIn(
        (data?.items ?? []).filter(({ ownsCases }) => ownsCases),
        file.org,
      ),
    [data, file.org],
  )
  const offer = useCommand(
    (given: TransferOffer) => referrals.offerTransfer(file, given),
    () => {
      toast(say('transfer.sent'))
      onClose()
    },
  )
  const taker = takers.find(({ unit }) => unit === chosen)
  return (
    <Dialog title={say('transfer.offer')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('transfer.offer-what')}</p>
        <OneOf
          name="taker"
          label={say('transfer.to-whom')}
          required
          fault={null}
          options={takers.map((option) => ({ value: option.unit, label: name(option.name) }))}
          answer={chosen}
          onAnswer={setChosen}
        />
        <RefusalNote error={offer.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={taker === undefined}
            loading={offer.pending}
            onClick={() => taker && offer.run({ id, to: { org: taker.org, unit: taker.unit } })}
          >
            {say('transfer.offer-send')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
