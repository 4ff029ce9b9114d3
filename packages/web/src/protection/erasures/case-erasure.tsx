import { Button } from '@mantine/core'
import type { CaseView, ErasureAsk } from '@setu/records/api'
import { erasureReasons, isCode } from '@setu/vocabulary'
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
import { CaseHolds } from '../retention/case-holds.tsx'
import { ErasureRow } from './erasure-row.tsx'

/** At the end of a case: asking that it be erased, and how the asking stands. */
export function CaseErasure({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { erasures } = useDoors()
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'erasures'],
    queryFn: () => erasures.ofCase(file),
  })
  const waiting = data?.items.filter(({ state }) => state === 'waiting') ?? []
  const asks = file.may.write.includes('status') && waiting.length === 0
  if (data === undefined || (!asks && waiting.length === 0)) return null
  return (
    <Card
      title={say('erasure.card')}
      act={
        asks && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {say('erasure.ask')}
          </Button>
        )
      }
    >
      <p className={lists['quiet']}>{say(asks ? 'erasure.card-what' : 'erasure.waits')}</p>
      <ul className={lists['rows']}>
        {waiting.map((erasure) => (
          <ErasureRow key={erasure.id} erasure={{ ...erasure, mayAnswer: false }} />
        ))}
      </ul>
      <CaseHolds file={file} />
      {asking && <AskErasure file={file} onClose={() => setAsking(false)} />}
    </Card>
  )
}

interface AskErasureProps {
  readonly file: CaseView
  readonly onClose: () => void
}

function AskErasure({ file, onClose }: AskErasureProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { erasures } = useDoors()
  const [id] = useState(newId)
  const [reason, setReason] = useState<string | null>(null)
  const ask = useCommand(
    (asked: ErasureAsk) => erasures.ask(file, asked),
    () => {
      toast(say('erasure.sent'))
      onClose()
    },
  )
  const chosen = reason !== null && isCode(erasureReasons, reason) ? reason : null
  return (
    <Dialog title={say('erasure.ask')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('erasure.ask-what')}</p>
        <OneOf
          name="reason"
          label={say('erasure.reason')}
          required
          fault={null}
          options={erasureReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={reason}
          onAnswer={setReason}
        />
        <RefusalNote error={ask.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={chosen === null}
            loading={ask.pending}
            onClick={() => chosen !== null && ask.run({ id, reason: chosen })}
          >
            {say('erasure.send')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
