import { Button } from '@mantine/core'
import type { LawAnswer, LawEditions, LawPropose } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Wide } from '../../shell/wide.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { faultText, placeText, valueText } from './law-words.ts'
import styles from './laws.module.css'

type Edition = LawEditions['items'][number]

const states: Readonly<Record<Edition['state'], WordId>> = {
  draft: 'law.state.draft',
  proposed: 'law.state.proposed',
  inForce: 'law.state.in-force',
  declined: 'law.state.declined',
  replaced: 'law.state.replaced',
}

/** What is being drafted, what waits for a second pair of eyes, and what has been in force or was declined. */
export function EditionsScreen(): ReactNode {
  const say = useWords()
  const { laws } = useDoors()
  const { data, error } = useQuery({ queryKey: ['law-editions'], queryFn: laws.editions })
  if (data === undefined && error === null) return <Pending />
  const items = data?.items ?? []
  const waiting = items.filter(({ state }) => state === 'draft' || state === 'proposed')
  const past = items.filter((item) => !waiting.includes(item))
  return (
    <Page title={say('law.editions')} above={[{ label: say('law.title'), to: '/laws' }]}>
      <div className={lists['stack']}>
        <p>{say('law.editions-what')}</p>
        <RefusalNote error={error} />
        {waiting.length === 0 && error === null && (
          <p className={lists['empty']}>{say('law.none-waiting')}</p>
        )}
        {waiting.map((item) => (
          <Waiting key={item.id} item={item} />
        ))}
        {past.length > 0 && (
          <Card title={say('law.past')}>
            <ul className={lists['rows']}>
              {past.map((item) => (
                <li key={item.id} className={lists['row']}>
                  <About item={item} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  )
}

function About({ item }: { readonly item: Edition }): ReactNode {
  const say = useWords()
  const labels = useLabels()
  const by = (name: string | null, office: Edition['draftedIn']) =>
    [name, office && labels.name(office)].filter(Boolean).join(', ')
  return (
    <p>
      <strong>{say(states[item.state])}</strong> · <span className={lists['code']}>{item.name}</span>
      {' · '}
      {say('law.drafted')} {by(item.draftedBy, item.draftedIn)}, <MomentText moment={item.draftedAt} />
      {item.answeredAt !== null && (
        <>
          {' · '}
          {say('law.answered')} {by(item.answeredBy, item.answeredIn)},{' '}
          <MomentText moment={item.answeredAt} />
        </>
      )}
    </p>
  )
}

function Waiting({ item }: { readonly item: Edition }): ReactNode {
  const say = useWords()
  const labels = useLabels()
  const { laws } = useDoors()
  const propose = useCommand((asked: LawPropose) => laws.propose(asked))
  const answer = useCommand((asked: LawAnswer) => laws.answer(asked))
  const run = (given: LawAnswer['answer']) => answer.run({ id: item.id, base: item.version, answer: given })
  return (
    <Card title={labels.name(item.law.title)}>
      <About item={item} />
      <Faults item={item} />
      <Differences item={item} />
      <RefusalNote error={propose.refused ?? answer.refused} />
      <div className={lists['acts']}>
        {item.mayChange && (
          <>
            <LinkButton to="/laws/editions/$edition" params={{ edition: item.id }} quiet>
              {say('law.go-on')}
            </LinkButton>
            {item.faults.length === 0 && (
              <Button
                loading={propose.pending}
                onClick={() => propose.run({ id: item.id, base: item.version })}
              >
                {say('law.propose')}
              </Button>
            )}
          </>
        )}
        {item.mayAnswer && (
          <>
            {item.faults.length === 0 && (
              <Button loading={answer.pending} onClick={() => run('accept')}>
                {say('law.accept')}
              </Button>
            )}
            <Button variant="default" disabled={answer.pending} onClick={() => run('decline')}>
              {say('law.decline')}
            </Button>
          </>
        )}
      </div>
      {item.state === 'proposed' && !item.mayAnswer && <p className={lists['quiet']}>{say('law.waits')}</p>}
    </Card>
  )
}

function Faults({ item: { faults } }: { readonly item: Edition }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  if (faults.length === 0) return null
  return (
    <div role="alert">
      <strong>{say('law.faults')}</strong>
      <ul>
        {faults.map(({ at, fault }) => (
          <li key={`${at} ${fault}`}>
            {placeText(at, say, language)}: {faultText(fault, say)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Everything that would hold otherwise, with how it holds today: it stands above the answer. */
function Differences({ item: { differences } }: { readonly item: Edition }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  if (differences.length === 0) return <p>{say('law.same')}</p>
  return (
    <Wide label={say('law.differences')}>
      <table className={`${lists['table']} ${styles['differences']}`}>
        <caption>
          <strong>{say('law.differences')}</strong>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('law.where')}</th>
            <th scope="col">{say('law.before')}</th>
            <th scope="col">{say('law.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ at, before, after }) => (
            <tr key={at}>
              <th scope="row">{placeText(at, say, language)}</th>
              <td>{valueText(before, say, language)}</td>
              <td>{valueText(after, say, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
