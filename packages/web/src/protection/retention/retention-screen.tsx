import { Button } from '@mantine/core'
import type { RetentionAsk, RetentionList, RetentionRow } from '@setu/records/api'
import { plainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { retentionTableAddress } from './door.ts'
import { KeptConsentsCard } from './kept-consents-card.tsx'
import { PapersCard } from './papers-card.tsx'
import { RetentionRules } from './retention-rules.tsx'
import styles from './retention-screen.module.css'

const standings = ['over', 'asked', 'held', 'coming'] as const satisfies readonly RetentionRow['standing'][]

const titles: Readonly<Record<RetentionRow['standing'], WordId>> = {
  over: 'retention.over',
  asked: 'retention.asked',
  held: 'retention.held',
  coming: 'retention.coming',
}

/** What is kept too long, what soon will be, and what is kept for a reason; nothing is erased from here alone. */
export function RetentionScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { number } = useDates()
  const { retention } = useDoors()
  const lays = useSignedIn().roles.includes('technicalAdministrator')
  const { data } = useQuery({ queryKey: ['retention'], queryFn: retention.list })
  if (data === undefined) return <Pending />
  const { years, childUntilAge, logAfterErasure, logYears } = data.rules
  return (
    <Page
      title={say('bar.retention')}
      acts={
        data.items.length > 0 && (
          <FileLink to={retentionTableAddress(language)}>{say('retention.file')}</FileLink>
        )
      }
    >
      <div className={lists['stack']}>
        <p>{say('retention.what', { years: number(years), age: number(childUntilAge) })}</p>
        <p className={lists['quiet']}>
          {say('retention.log', { after: number(logAfterErasure), years: number(logYears) })}
        </p>
        {!lays && data.items.length + data.papers.length === 0 && (
          <p className={lists['quiet']}>{say('retention.none')}</p>
        )}
        {standings.map((standing) => (
          <Standing key={standing} standing={standing} list={data} />
        ))}
        <PapersCard papers={data.papers} />
        <KeptConsentsCard kept={data.consents} years={data.rules.consentYears} />
        {data.more && <p className={lists['quiet']}>{say('retention.more')}</p>}
        {lays && <RetentionRules rules={data.rules} />}
      </div>
    </Page>
  )
}

interface StandingProps {
  readonly standing: RetentionRow['standing']
  readonly list: RetentionList
}

function Standing({ standing, list }: StandingProps): ReactNode {
  const say = useWords()
  const rows = list.items.filter((row) => row.standing === standing)
  if (rows.length === 0) return null
  const mine = rows.filter(({ mayAsk }) => mayAsk)
  return (
    <Card title={say(titles[standing])}>
      {mine.length > 0 ? (
        <AskForAll rows={rows} list={list} />
      ) : (
        <ul className={lists['rows']}>
          {rows.map((row) => (
            <li key={row.case} className={lists['row']}>
              <About row={row} list={list} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Those that stay ticked are asked for together; whoever guards the data answers. */
function AskForAll({ rows, list }: { readonly rows: readonly RetentionRow[]; readonly list: RetentionList }) {
  const say = useWords()
  const { number } = useDates()
  const { retention } = useDoors()
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = rows.filter((row) => row.mayAsk && !left.includes(row.case))
  const ask = useCommand(
    (asked: RetentionAsk) => retention.ask(asked),
    ({ done }) => toast(say('retention.sent', { count: number(done) })),
  )
  const toggle = (id: string) =>
    setLeft((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  return (
    <>
      <p className={lists['quiet']}>{say('retention.ask-what')}</p>
      <ul className={lists['rows']}>
        {rows.map((row) => (
          <li key={row.case} className={`${lists['row']} ${styles['row']}`}>
            {row.mayAsk && (
              <input
                type="checkbox"
                className={styles['tick']}
                aria-label={say('retention.ask-one', { code: row.code })}
                checked={!left.includes(row.case)}
                onChange={() => toggle(row.case)}
              />
            )}
            <About row={row} list={list} />
          </li>
        ))}
      </ul>
      <RefusalNote error={ask.refused} />
      <Button
        disabled={chosen.length === 0}
        loading={ask.pending}
        onClick={() => ask.run({ cases: chosen.map((row) => ({ org: row.org, case: row.case })) })}
      >
        {say('retention.ask', { count: number(chosen.length) })}
      </Button>
    </>
  )
}

function About({ row, list }: { readonly row: RetentionRow; readonly list: RetentionList }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { written, number } = useDates()
  const { rules } = list
  return (
    <div>
      <Link to="/cases/$org/$id" params={{ org: row.org, id: row.case }} className={lists['code']}>
        {row.code}
      </Link>
      <p>{say('retention.until', { day: written(plainDate(row.keptUntil)) })}</p>
      <p className={lists['quiet']}>
        {name(row.unit)} · {say('retention.closed', { day: written(plainDate(row.closedOn)) })} ·{' '}
        {row.rule === 'years'
          ? say('retention.by-years', { years: number(rules.years) })
          : say('retention.by-age', { age: number(rules.childUntilAge) })}
      </p>
    </div>
  )
}
