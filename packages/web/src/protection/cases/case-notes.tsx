import { Button } from '@mantine/core'
import type { CaseView, NoteAdd } from '@setu/records/api'
import { type NoteKind, noteKinds, partOfNote } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDraft } from '../../forms/drafts.ts'
import { isEmpty } from '../../forms/faults.ts'
import { DayField, LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** Which notes there are; their words stand behind the *Show* of the part they belong to. */
export function CaseNotes({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const [writing, setWriting] = useState(false)
  const kinds = noteKinds.entries.filter((entry) => file.may.write.includes(partOfNote[entry.code]))
  if (kinds.length === 0 && file.notes.length === 0) return null
  return (
    <Card
      title={say('case.notes')}
      act={
        kinds.length > 0 && (
          <Button
            variant="default"
            leftSection={<Icon name="add" size={18} />}
            onClick={() => setWriting(true)}
          >
            {say('case.note-add')}
          </Button>
        )
      }
    >
      {file.notes.length === 0 && <p className={lists['empty']}>{say('case.notes-none')}</p>}
      <ul className={lists['rows']}>
        {file.notes.map((note) => (
          <li key={note.id} className={lists['row']}>
            <div className={lists['line']}>
              <span className={lists['strong']}>{code(noteKinds, note.kind)}</span>
              <span className={lists['quiet']}>
                <DayText day={note.happenedOn} /> · {note.by}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {writing && <NoteDialog file={file} kinds={kinds} onClose={() => setWriting(false)} />}
    </Card>
  )
}

interface NoteDialogProps {
  readonly file: CaseView
  readonly kinds: readonly { readonly code: NoteKind; readonly en: string; readonly bn: string }[]
  readonly onClose: () => void
}

function NoteDialog({ file, kinds, onClose }: NoteDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { cases } = useDoors()
  const [id] = useState(newId)
  const { answers, answer, forget } = useDraft(`note.${file.id}`)
  const kind = kinds.find((entry) => entry.code === (answers['kind'] ?? kinds[0]?.code))?.code
  const words = typeof answers['words'] === 'string' ? answers['words'] : ''
  const day = typeof answers['day'] === 'string' ? answers['day'] : today
  const [missing, setMissing] = useState(false)
  const add = useCommand(
    (note: NoteAdd) => cases.note(file, note),
    () => {
      forget()
      toast(say('case.note-kept'))
      onClose()
    },
  )
  const keep = () => {
    setMissing(isEmpty(words.trim()))
    if (kind && !isEmpty(words.trim())) add.run({ id, kind, happenedOn: day, words: words.trim() })
  }
  return (
    <Dialog title={say('case.note-add')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          name="kind"
          label={say('case.note-kind')}
          why={say('case.note-kind-why')}
          required
          fault={null}
          options={kinds.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={kind}
          onAnswer={(chosen) => answer('kind', chosen)}
        />
        <DayField
          name="day"
          label={say('case.note-day')}
          required
          fault={null}
          answer={day}
          onAnswer={(given) => answer('day', given)}
        />
        <LongTextField
          name="words"
          label={say('case.note-words')}
          required
          fault={missing ? 'missing' : null}
          answer={words}
          onAnswer={(given) => answer('words', given)}
        />
        <RefusalNote error={add.refused} />
        <div className={dialogs['acts']}>
          <Button loading={add.pending} onClick={keep}>
            {say('case.note-keep')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('dialog.later')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
