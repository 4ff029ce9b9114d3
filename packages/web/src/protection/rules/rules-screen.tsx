import { Button } from '@mantine/core'
import type { AccessRules } from '@setu/records/api'
import { codesOf, isCode, kindsOfWork, parts } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { Icon } from '../../shell/icons.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { WhoApproves } from '../approvals/who-approves.tsx'
import styles from './rules-screen.module.css'
import { type Standing, standingsIn } from './standings.ts'

const always: readonly WordId[] = [
  'rules.always.reason',
  'rules.always.police',
  'rules.always.owner',
  'rules.always.relative',
  'rules.always.rank',
]

/** Who sees what of a case, in plain words, from the table by which the database decides. Made to be printed. */
export function RulesScreen(): ReactNode {
  const say = useWords()
  const { access } = useDoors()
  const { data } = useQuery({ queryKey: ['access'], queryFn: access.rules })
  if (data === undefined) return <Pending />
  return (
    <Page
      title={say('bar.rules')}
      acts={
        <>
          <Button
            variant="default"
            className={styles['print']}
            leftSection={<Icon name="print" size={18} />}
            onClick={() => window.print()}
          >
            {say('rules.print')}
          </Button>
          <LinkButton to="/rules/laid-down" quiet>
            {say('bar.laid')}
          </LinkButton>
        </>
      }
    >
      <p className={styles['what']}>{say('rules.what')}</p>
      <div className={styles['cards']}>
        {standingsIn(data).map((standing) => (
          <StandingCard key={`${standing.relation} ${standing.work}`} standing={standing} days={data.days} />
        ))}
        <WhoApproves />
        <Card title={say('rules.always')}>
          <ul className={styles['always']}>
            {always.map((word) => (
              <li key={word}>{say(word)}</li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  )
}

interface Told {
  readonly title: WordId
  readonly how: WordId
  /** What is told beside the table, or instead of it. */
  readonly also?: WordId
}

const ofRelation: Readonly<Record<string, Told>> = {
  own: { title: 'rules.own', how: 'rules.own.how' },
  supervise: { title: 'rules.supervise', how: 'rules.supervise.how', also: 'rules.supervise.also' },
  office: { title: 'rules.office', how: 'rules.office.how' },
  offered: { title: 'rules.offered', how: 'rules.offered.how' },
  named: { title: 'rules.named', how: 'rules.named.how' },
  emergency: { title: 'rules.emergency', how: 'rules.emergency.how', also: 'rules.emergency.also' },
  dataProtection: {
    title: 'rules.data-protection',
    how: 'rules.data-protection.how',
  },
  technicalAdministrator: { title: 'rules.administrator', how: 'rules.administrator.how' },
  stranger: { title: 'rules.stranger', how: 'rules.stranger.how' },
}

const ofWork: Readonly<Record<string, WordId>> = {
  care: 'rules.named.care.also',
  police: 'rules.named.police.also',
  livelihood: 'rules.named.livelihood.also',
}

interface StandingProps {
  readonly standing: Standing
  readonly days: AccessRules['days']
}

function StandingCard({ standing, days }: StandingProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { relation, work, rows } = standing
  const told = ofRelation[relation]
  if (told === undefined) return null
  const kind = isCode(kindsOfWork, work) && work !== 'none' ? code(kindsOfWork, work) : null
  const also = relation === 'emergency' ? told.also : (ofWork[work] ?? told.also)
  const title = titleOf()
  function titleOf(): string {
    if (kind === null) return say(work === 'none' ? 'rules.named.other' : (told?.title ?? 'rules.named'))
    return say(relation === 'emergency' ? 'rules.emergency.of' : 'rules.named.of', { kind })
  }
  return (
    <Card title={title}>
      <p>
        {say(told.how, {
          closure: days['ownAfterClosure'] ?? 0,
          completion: days['namedAfterCompletion'] ?? 0,
        })}
      </p>
      {rows.length > 0 && <Rows rows={rows} title={title} />}
      {also && <p className={lists['quiet']}>{say(also)}</p>}
    </Card>
  )
}

function wordOf({ write, consent }: Standing['rows'][number]): WordId {
  if (consent) return write ? 'rules.write-consent' : 'rules.read-consent'
  return write ? 'rules.write' : 'rules.read'
}

function Rows({ rows, title }: { readonly rows: Standing['rows']; readonly title: string }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const told = codesOf(parts).flatMap((part) => rows.find((row) => row.part === part && row.read) ?? [])
  return (
    <table className={lists['table']}>
      <caption className="heard">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('rules.part')}</th>
          <th scope="col">{say('rules.may')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((row) => (
          <tr key={row.part}>
            <th scope="row">{code(parts, row.part)}</th>
            <td>{say(wordOf(row))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
