import { Button } from '@mantine/core'
import type { CaseView, DocumentAdd } from '@setu/records/api'
import { documentTypes, isCode, mostOfDocument, type Part, partOfDocument, parts } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { FileButton } from '../../shell/file-button.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { fileForSending } from './picture.ts'

interface AddDocumentProps {
  readonly file: CaseView
  readonly mayAdd: readonly Part[]
  readonly onClose: () => void
}

/** A paper as it comes: a photo taken now, a picture, or a PDF. */
export function AddDocument({ file, mayAdd, onClose }: AddDocumentProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const { documents } = useDoors()
  const [id] = useState(newId)
  const [kind, setKind] = useState<string | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [words, setWords] = useState<string | null>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  const add = useCommand(
    (paper: DocumentAdd) => documents.add(file, paper),
    () => {
      toast(say('papers.kept'))
      onClose()
    },
  )
  const [reading, setReading] = useState(false)
  const known = kind !== null && isCode(documentTypes, kind) ? kind : null
  const tooLarge = chosen !== null && chosen.size > 4 * mostOfDocument.bytes
  const keep = async () => {
    if (known === null || chosen === null) return
    setReading(true)
    const bytes = await fileForSending(chosen).finally(() => setReading(false))
    add.run({ id, kind: known, issuedOn, words: words?.trim() || null, file: bytes })
  }
  const offered = documentTypes.entries.filter((entry) => mayAdd.includes(partOfDocument[entry.code]))
  return (
    <Dialog title={say('papers.add')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          name="kind"
          label={say('papers.kind')}
          required
          fault={null}
          options={offered.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={kind}
          onAnswer={setKind}
        />
        {known !== null && (
          <p className={dialogs['quiet']}>
            {say('papers.belongs', { part: code(parts, partOfDocument[known]) })}
          </p>
        )}
        <div>
          <FileButton accept="image/jpeg,image/png,image/webp,application/pdf" onFile={setChosen}>
            {say(chosen === null ? 'papers.choose' : 'papers.choose-other')}
          </FileButton>
          <p role="status">{chosen !== null && say(tooLarge ? 'papers.too-large' : 'papers.chosen')}</p>
          <p className={dialogs['quiet']}>{say('papers.what-happens')}</p>
        </div>
        <DayField
          name="issuedOn"
          label={say('papers.issued')}
          required={false}
          fault={null}
          answer={issuedOn}
          onAnswer={(given) => setIssuedOn(typeof given === 'string' ? given : null)}
        />
        <LongTextField
          name="words"
          label={say('papers.words')}
          required={false}
          fault={null}
          answer={words}
          onAnswer={(given) => setWords(typeof given === 'string' ? given : null)}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={known === null || chosen === null || tooLarge}
            loading={reading || add.pending}
            onClick={() => void keep()}
          >
            {say('papers.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
