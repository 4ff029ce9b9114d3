import { Button } from '@mantine/core'
import type { PaperOver, RetentionPapers } from '@setu/records/api'
import { documentTypes, plainDate } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './retention-screen.module.css'

/** Papers that may go before their case; those that stay ticked go together. */
export function PapersCard({ papers }: { readonly papers: readonly PaperOver[] }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { retention } = useDoors()
  const [left, setLeft] = useState<readonly string[]>([])
  const go = useCommand(
    (asked: RetentionPapers) => retention.papers(asked),
    ({ done }) => toast(say('retention.papers-gone', { count: number(done) })),
  )
  if (papers.length === 0) return null
  const chosen = papers.filter(({ id, held }) => !held && !left.includes(id))
  const toggle = (id: string) =>
    setLeft((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  return (
    <Card title={say('retention.papers')}>
      <p className={lists['quiet']}>{say('retention.papers-what')}</p>
      <ul className={lists['rows']}>
        {papers.map((paper) => (
          <li key={paper.id} className={`${lists['row']} ${styles['row']}`}>
            {!paper.held && (
              <input
                type="checkbox"
                className={styles['tick']}
                aria-label={say('retention.paper-one', { code: paper.code })}
                checked={!left.includes(paper.id)}
                onChange={() => toggle(paper.id)}
              />
            )}
            <Paper paper={paper} />
          </li>
        ))}
      </ul>
      <RefusalNote error={go.refused} />
      <Button
        disabled={chosen.length === 0}
        loading={go.pending}
        onClick={() => go.run({ papers: chosen.map(({ org, id }) => ({ org, id })) })}
      >
        {say('retention.papers-go', { count: number(chosen.length) })}
      </Button>
    </Card>
  )
}

function Paper({ paper }: { readonly paper: PaperOver }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { written, number } = useDates()
  return (
    <div>
      <div className={lists['strong']}>{code(documentTypes, paper.kind)}</div>
      <Link to="/cases/$org/$id" params={{ org: paper.org, id: paper.case }} className={lists['code']}>
        {paper.code}
      </Link>
      <p>{say('retention.paper-over', { day: written(plainDate(paper.keptUntil)) })}</p>
      <p className={lists['quiet']}>
        {say('retention.paper-rule', { days: number(paper.days) })}
        {paper.held && <> · {say('retention.paper-held')}</>}
      </p>
    </div>
  )
}
