import type { HtcdsPreview } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Card } from '../shell/card.tsx'
import { FileButton } from '../shell/file-button.tsx'
import lists from '../shell/lists.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import type { WordId } from '../words/rooms.ts'
import { useWords } from '../words/use-words.ts'
import { DecideColumns } from './decide-columns.tsx'
import styles from './exchange-screen.module.css'
import { PreviewTables } from './preview-tables.tsx'
import { type Decisions, undecided } from './read-as.ts'
import { TakeForm } from './take-form.tsx'

interface Looked {
  readonly file: File
  readonly decisions: Decisions
}

interface ImportCardProps {
  /** What sort of file it is. */
  readonly what: string
  readonly accept: string
  readonly look: (file: File, decisions: Decisions) => Promise<HtcdsPreview>
}

/** A file is looked through before anything of it is kept; then all of it is kept, or nothing. */
export function ImportCard({ what, accept, look: lookThrough }: ImportCardProps): ReactNode {
  const say = useWords()
  const [taken, setTaken] = useState<number | null>(null)
  const look = useMutation({
    mutationFn: ({ file, decisions }: Looked) => lookThrough(file, decisions),
  })
  const preview = look.data

  const onFile = (file: File) => {
    setTaken(null)
    look.mutate({ file, decisions: undecided })
  }

  return (
    <Card title={say('exchange.import')}>
      <p>{what}</p>
      <div className={styles['acts']}>
        <FileButton accept={accept} onFile={onFile}>
          {say('exchange.choose-file')}
        </FileButton>
      </div>
      {look.isPending && <p role="status">{say('exchange.looking')}</p>}
      <RefusalNote error={look.error} />
      {taken !== null && (
        <p role="status" className={styles['verdict']} data-ready="true">
          {say('exchange.taken', { count: taken })} <Link to="/cases">{say('bar.cases')}</Link>
        </p>
      )}
      {preview && (
        <div className={lists['stack']}>
          <p className={styles['verdict']} data-ready={preview.ready}>
            {say(verdictOn(preview), {
              rows: preview.rows,
              cases: preview.cases,
              problems: preview.problemCount,
            })}
            {preview.here.same + preview.here.differs > 0 &&
              ` ${say('exchange.here', { same: preview.here.same, differs: preview.here.differs })}`}
          </p>
          <DecideColumns
            key={look.variables.file.name + look.submittedAt}
            preview={preview}
            decisions={look.variables.decisions}
            onDecide={(decisions) => look.mutate({ file: look.variables.file, decisions })}
          />
          {preview.ready && (
            <TakeForm
              preview={preview}
              onTaken={(cases) => {
                setTaken(cases)
                look.reset()
              }}
            />
          )}
          <PreviewTables preview={preview} />
        </div>
      )}
    </Card>
  )
}

/** A file all of whose cases are here already is in order; there is only nothing to do with it. */
function verdictOn({ ready, here }: HtcdsPreview): WordId {
  if (ready) return 'exchange.ready'
  return here.same + here.differs > 0 ? 'exchange.nothing-new' : 'exchange.not-ready'
}
