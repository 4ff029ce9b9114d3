import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { isCode, type RightsNoticeMeans, rightsNotice, rightsNoticeMeans } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { RightsNoticeGiven } from '../cases/door.ts'

interface RightsDialogProps {
  readonly file: CaseView
  readonly onClose: () => void
}

/** What a person is told of their rights, to be read out, and how they were told; it can be done on any day. */
export function RightsDialog({ file, onClose }: RightsDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { cases } = useDoors()
  const { today } = useSignedIn()
  const [id] = useState(newId)
  const [means, setMeans] = useState<RightsNoticeMeans | null>(null)
  const [understood, setUnderstood] = useState<string | null>(null)
  const keep = useCommand(
    (notice: RightsNoticeGiven) => cases.giveRightsNotice(file, notice),
    () => {
      toast(say('rights.kept'))
      onClose()
    },
  )
  return (
    <Dialog title={rightsNotice.title[language]} onClose={onClose}>
      <div className={dialogs['parts']}>
        <ul>
          {rightsNotice.points.map((point) => (
            <li key={point.key}>{point[language]}</li>
          ))}
        </ul>
        <OneOf
          name="means"
          label={say('new-case.rights-means')}
          required
          fault={null}
          options={rightsNoticeMeans.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={means}
          onAnswer={(chosen) => setMeans(isCode(rightsNoticeMeans, chosen) ? chosen : null)}
        />
        <OneOf
          name="understood"
          label={say('new-case.rights-understood')}
          required
          fault={null}
          options={[
            { value: 'yes', label: say('form.yes') },
            { value: 'no', label: say('form.no') },
          ]}
          answer={understood}
          onAnswer={setUnderstood}
        />
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={means === null || understood === null}
            loading={keep.pending}
            onClick={() =>
              means !== null &&
              keep.run({
                id,
                givenOn: today,
                means,
                language,
                textVersion: rightsNotice.version,
                understood: understood === 'yes',
              })
            }
          >
            {say('dialog.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
