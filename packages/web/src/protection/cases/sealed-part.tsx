import { Button } from '@mantine/core'
import { caseRecords } from '@setu/records'
import type { CaseView, PartOpened, Reading } from '@setu/records/api'
import { consentPurposes, noteKinds, type Part, parts, type ReadingReason } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-screen.module.css'
import { ReasonQuestion } from './reason-question.tsx'
import { RecordValues } from './record-values.tsx'

/** What one's own work usually needs a part for; said at once, so that a reason is one press and not a form. */
const usual: Partial<Record<Part, ReadingReason>> = {
  identity: 'planningCare',
  contact: 'contacting',
  narrative: 'planningCare',
  health: 'planningCare',
  legal: 'legalWork',
  family: 'familyTracing',
}

const shows: Partial<Record<Part, WordId>> = {
  identity: 'show.identity',
  contact: 'show.contact',
  narrative: 'show.narrative',
  health: 'show.health',
  legal: 'show.legal',
  family: 'show.family',
}

interface SealedPartProps {
  readonly file: CaseView
  readonly part: Part
  /** What is shown of the opened part; all of it when left out. */
  readonly children?: (opened: PartOpened) => ReactNode
}

/**
 * A part behind a deliberate *Show*. Opening asks why, is written down, and the survivor can see it; closing
 * forgets what was shown.
 */
export function SealedPart({ file, part, children }: SealedPartProps): ReactNode {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  const [opened, setOpened] = useState<PartOpened | null>(null)
  const word = shows[part] ?? 'show.part'
  if (opened !== null) {
    return (
      <div className={styles['opened']}>
        {children ? children(opened) : <Opened opened={opened} />}
        <Button mt="sm" variant="default" onClick={() => setOpened(null)}>
          {say('show.hide')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <Button variant="default" leftSection={<Icon name="eye" size={18} />} onClick={() => setAsking(true)}>
        {say(word)}
      </Button>
      {asking && (
        <ReasonDialog
          file={file}
          part={part}
          onClose={() => setAsking(false)}
          onOpened={(answer) => {
            setAsking(false)
            setOpened(answer)
          }}
        />
      )}
    </>
  )
}

interface ReasonDialogProps {
  readonly file: CaseView
  readonly part: Part
  readonly onClose: () => void
  readonly onOpened: (opened: PartOpened) => void
}

function ReasonDialog({ file, part, onClose, onOpened }: ReasonDialogProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { cases } = useDoors()
  const own = file.relation === 'own'
  const [reason, setReason] = useState<ReadingReason | null>(own ? (usual[part] ?? null) : null)
  const open = useCommand((reading: Reading) => cases.openPart(file, reading), onOpened)
  return (
    <Dialog title={say('show.title', { part: code(parts, part) })} onClose={onClose}>
      <div className={dialogs['parts']}>
        <ReasonQuestion answer={reason} onAnswer={setReason} />
        <p className={dialogs['quiet']}>{say('show.logged')}</p>
        <RefusalNote error={open.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={reason === null}
            loading={open.pending}
            onClick={() => reason && open.run({ part, reason })}
          >
            {say('show.open')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

/** Everything of an opened part: its records, and the notes that belong to it. */
function Opened({ opened }: { readonly opened: PartOpened }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const empty = opened.records.every(
    ({ values, unopened }) => unopened.length === 0 && Object.values(values).every((value) => value === null),
  )
  if (empty && opened.notes.length === 0 && opened.named.length === 0) return <p>{say('show.nothing')}</p>
  return (
    <>
      {opened.records.map(({ id, record, values, unopened }) => (
        <RecordValues key={id} record={caseRecords[record]} values={values} unopened={unopened} />
      ))}
      {opened.notes.map((note) => (
        <article key={note.id} className={styles['group']}>
          <h3 className={styles['groupTitle']}>{code(noteKinds, note.kind)}</h3>
          <p className={dialogs['quiet']}>
            <DayText day={note.happenedOn} written /> · {note.by}
          </p>
          {note.words === null ? (
            <p>{say('show.cannot')}</p>
          ) : (
            <p className={styles['quote']}>{note.words}</p>
          )}
        </article>
      ))}
      {opened.named.map(({ id, purpose, words }) => (
        <dl key={id} className={styles['facts']}>
          <div className={styles['fact']}>
            <dt>{code(consentPurposes, purpose)}</dt>
            <dd>{words ?? say('show.cannot')}</dd>
          </div>
        </dl>
      ))}
    </>
  )
}
