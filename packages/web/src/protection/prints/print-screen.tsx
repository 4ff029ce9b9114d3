import { Button } from '@mantine/core'
import type { Printed } from '@setu/records/api'
import type { ReadingReason } from '@setu/vocabulary'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { NothingHere } from '../../shell/nothing-here.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { ReasonQuestion } from '../cases/reason-question.tsx'
import type { PrintAsked } from './door.ts'
import { Paper } from './paper.tsx'
import { printWords } from './print-words.ts'
import styles from './prints.module.css'

/** A paper of a case: asked for with a reason, looked at, printed. Nothing of it stays on the device. */
export function PrintScreen(): ReactNode {
  const { kind, of } = useSearch({ from: '/inside/cases/$org/$id/print' })
  if (kind === undefined || (kind !== 'closureSummary' && of === undefined)) return <NothingHere />
  return <Asked kind={kind} of={of ?? null} />
}

function Asked({ kind, of }: Pick<PrintAsked, 'kind' | 'of'>): ReactNode {
  const say = useWords()
  const at = useParams({ from: '/inside/cases/$org/$id/print' })
  const { prints } = useDoors()
  const [reason, setReason] = useState<ReadingReason | null>('documents')
  const [paper, setPaper] = useState<Printed | null>(null)
  const make = useCommand(
    (asked: PrintAsked & { readonly command: string }) => prints.make(at, asked),
    setPaper,
  )
  return (
    <Page title={say(printWords[kind])} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <div className={styles['before']}>
        <p>
          <Link to="/cases/$org/$id" params={at}>
            {say('trail.back')}
          </Link>
        </p>
        {paper === null ? (
          <>
            <p>{say('print.why')}</p>
            <ReasonQuestion answer={reason} onAnswer={setReason} />
            <RefusalNote error={make.refused} />
            <Button
              disabled={reason === null}
              loading={make.pending}
              onClick={() => reason !== null && make.run({ kind, of, reason })}
            >
              {say('print.prepare')}
            </Button>
          </>
        ) : (
          <>
            <p className={lists['quiet']}>{say('print.ready')}</p>
            {paper.unopened && <p className={lists['strong']}>{say('print.unopened')}</p>}
            <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
              {say('print.now')}
            </Button>
          </>
        )}
      </div>
      {paper !== null && <Paper printed={paper} />}
    </Page>
  )
}
