import { Button } from '@mantine/core'
import type { ComplaintList, ComplaintRecord } from '@setu/records/api'
import { complaintKinds, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface WriteComplaintProps {
  readonly colleagues: ComplaintList['colleagues']
  readonly onDone: () => void
}

interface Draft {
  readonly about: string | null
  readonly kind: string | null
  readonly words: unknown
  readonly code: unknown
}

const nobody = 'nobody'
const leastWords = 10
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function complaintOf(
  id: string,
  { about, kind, words, code }: Draft,
): Omit<ComplaintRecord, 'command'> | null {
  const said = text(words)
  if (about === null || kind === null || !isCode(complaintKinds, kind) || said.length < leastWords)
    return null
  return { id, about: about === nobody ? null : about, kind, words: said, code: text(code) || null }
}

/** Writes down what somebody complains of; whom it is about cannot be oneself. */
export function WriteComplaint({ colleagues, onDone }: WriteComplaintProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { complaints } = useDoors()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({ about: null, kind: null, words: null, code: null })
  const record = useCommand(
    (said: ComplaintRecord) => complaints.record(said),
    () => {
      toast(say('complaint.sent'))
      onDone()
    },
  )
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const said = complaintOf(id, draft)
  const asked = { required: true, fault: null } as const
  return (
    <form
      className={dialogs['parts']}
      onSubmit={(event) => {
        event.preventDefault()
        if (said) record.run(said)
      }}
    >
      <OneOf
        {...asked}
        name="about"
        label={say('complaint.about')}
        options={[
          { value: nobody, label: say('complaint.about-nobody') },
          ...colleagues.map((one) => ({ value: one.id, label: one.name })),
        ]}
        answer={draft.about}
        onAnswer={(about) => change({ about })}
      />
      <OneOf
        {...asked}
        name="kind"
        label={say('complaint.kind')}
        options={complaintKinds.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.kind}
        onAnswer={(kind) => change({ kind })}
      />
      <LongTextField
        {...asked}
        name="words"
        label={say('complaint.words')}
        answer={draft.words}
        onAnswer={(words) => change({ words })}
      />
      <TextField
        {...asked}
        required={false}
        name="code"
        label={say('complaint.code')}
        answer={draft.code}
        onAnswer={(code) => change({ code })}
      />
      <RefusalNote error={record.refused} />
      <DialogActs onCancel={onDone}>
        <Button type="submit" disabled={said === null} loading={record.pending}>
          {say('complaint.send')}
        </Button>
      </DialogActs>
    </form>
  )
}
