import { Button } from '@mantine/core'
import type { CaseView, DocumentOpened, DocumentView } from '@setu/records/api'
import { documentTypes, type ReadingReason } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ReasonQuestion } from '../cases/reason-question.tsx'
import type { PaperAddress, PaperOpening } from './door.ts'
import styles from './paper-dialog.module.css'
import { savePaper } from './picture.ts'

interface PaperDialogProps {
  readonly file: CaseView
  readonly paper: DocumentView
  readonly onClose: () => void
}

/** One paper: why it is opened, then what it shows; closing forgets it. */
export function PaperDialog({ file, paper, onClose }: PaperDialogProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { documents } = useDoors()
  const at: PaperAddress = { org: file.org, id: file.id, item: paper.id }
  const [reason, setReason] = useState<ReadingReason | null>(file.relation === 'own' ? 'planningCare' : null)
  const [shown, setShown] = useState<DocumentOpened | null>(null)
  const open = useCommand((asked: PaperOpening) => documents.open(at, asked), setShown)
  const take = useCommand(
    (asked: PaperOpening) => documents.take(at, asked),
    ({ file: bytes, type }) => savePaper(bytes, type),
  )
  const mayTake = file.relation === 'own' || file.relation === 'supervise'
  return (
    <Dialog title={code(documentTypes, paper.kind)} onClose={onClose}>
      <div className={dialogs['parts']}>
        {shown === null ? (
          <>
            <ReasonQuestion answer={reason} onAnswer={setReason} />
            <p className={dialogs['quiet']}>{say('show.logged')}</p>
          </>
        ) : (
          <Shown shown={shown} name={code(documentTypes, paper.kind)} />
        )}
        <RefusalNote error={open.refused ?? take.refused} />
        <div className={dialogs['acts']}>
          {shown === null && (
            <Button
              disabled={reason === null}
              loading={open.pending}
              onClick={() => reason && open.run({ reason })}
            >
              {say('papers.open')}
            </Button>
          )}
          {mayTake && (
            <Button
              variant="default"
              disabled={reason === null}
              loading={take.pending}
              onClick={() => reason && take.run({ reason })}
            >
              {say('papers.take')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {say('show.hide')}
          </Button>
        </div>
        {mayTake && <p className={dialogs['quiet']}>{say('papers.take-what')}</p>}
        {paper.mayChange && <Keeping at={at} paper={paper} onGone={onClose} />}
      </div>
    </Dialog>
  )
}

function Shown({ shown, name }: { readonly shown: DocumentOpened; readonly name: string }): ReactNode {
  const say = useWords()
  return (
    <figure className={styles['shown']}>
      {shown.type === 'image/jpeg' ? (
        <img className={styles['picture']} src={`data:image/jpeg;base64,${shown.file}`} alt={name} />
      ) : (
        <Button variant="default" onClick={() => savePaper(shown.file, shown.type)}>
          {say('papers.open-pdf')}
        </Button>
      )}
      {shown.words !== null && <figcaption>{shown.words}</figcaption>}
    </figure>
  )
}

interface KeepingProps {
  readonly at: PaperAddress
  readonly paper: DocumentView
  readonly onGone: () => void
}

/** Who else may read it, and taking it away: asked twice, since it is for good. */
function Keeping({ at, paper, onGone }: KeepingProps): ReactNode {
  const say = useWords()
  const { documents } = useDoors()
  const [sure, setSure] = useState(false)
  const along = useCommand((asked: Parameters<typeof documents.goAlong>[1]) => documents.goAlong(at, asked))
  const remove = useCommand(
    (asked: Parameters<typeof documents.remove>[1]) => documents.remove(at, asked),
    () => {
      toast(say('papers.removed'))
      onGone()
    },
  )
  return (
    <>
      <p>{say(paper.goesAlong ? 'papers.along-is' : 'papers.along-not')}</p>
      <RefusalNote error={along.refused ?? remove.refused} />
      <div className={dialogs['acts']}>
        <Button
          variant="default"
          loading={along.pending}
          onClick={() => along.run({ base: paper.version, goesAlong: !paper.goesAlong })}
        >
          {say(paper.goesAlong ? 'papers.along-stop' : 'papers.along-let')}
        </Button>
        {sure ? (
          <Button color="red" loading={remove.pending} onClick={() => remove.run({ base: paper.version })}>
            {say('papers.remove-sure')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setSure(true)}>
            {say('papers.remove')}
          </Button>
        )}
      </div>
    </>
  )
}
