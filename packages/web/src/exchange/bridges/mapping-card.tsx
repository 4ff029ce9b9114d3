import { Button } from '@mantine/core'
import type {
  BridgeMappingAnswer,
  BridgeMappingList,
  BridgeMappingPropose,
  BridgeQuery,
} from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { FileButton } from '../../shell/file-button.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Wide } from '../../shell/wide.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { fieldLabel } from './bridge-words.ts'
import styles from './bridges.module.css'

type Item = BridgeMappingList['items'][number]

const states: Readonly<Record<Item['state'], WordId>> = {
  proposed: 'bridge.mapping.proposed',
  inForce: 'bridge.mapping.in-force',
  declined: 'bridge.mapping.declined',
  replaced: 'bridge.mapping.replaced',
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function mappingIn(file: File): Promise<Record<string, unknown> | null> {
  try {
    const read: unknown = JSON.parse(await file.text())
    return isMapping(read) ? read : null
  } catch {
    return null
  }
}

/** How cases are told to the system: taken out as a file, changed, brought back, and read by another administrator. */
export function MappingCard({ system }: BridgeQuery): ReactNode {
  const say = useWords()
  const { bridges } = useDoors()
  const [unreadable, setUnreadable] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['bridge-mappings', system],
    queryFn: () => bridges.mappings(system),
  })
  const propose = useCommand((asked: BridgeMappingPropose) => bridges.propose(asked))
  const bring = async (file: File) => {
    const mapping = await mappingIn(file)
    setUnreadable(mapping === null)
    if (mapping !== null) propose.run({ id: newId(), system, mapping })
  }
  return (
    <Card title={say('bridge.mapping')}>
      <p>{say('bridge.mapping-what')}</p>
      <RefusalNote error={error ?? propose.refused} />
      {unreadable && <p role="alert">{say('bridge.mapping.unreadable')}</p>}
      <div className={lists['acts']}>
        {data !== undefined && (
          <a
            href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(data.mapping, null, 2))}`}
            download={`${system}.json`}
          >
            {say('bridge.mapping.take')}
          </a>
        )}
        <FileButton accept=".json" onFile={(file) => void bring(file)}>
          {say('bridge.mapping.bring')}
        </FileButton>
      </div>
      <ul className={lists['rows']}>
        {(data?.items ?? []).map((item) => (
          <Brought key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  )
}

function Brought({ item }: { readonly item: Item }): ReactNode {
  const say = useWords()
  const { bridges } = useDoors()
  const answer = useCommand((asked: BridgeMappingAnswer) => bridges.answer(asked))
  const run = (given: 'accept' | 'decline') => answer.run({ id: item.id, base: item.version, answer: given })
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div className={styles['about']}>
        <strong className={lists['code']}>{item.name}</strong> · {say(states[item.state])}
        {item.proposedBy !== null && ` · ${item.proposedBy}`}
        {item.state === 'proposed' && !item.usable && <p role="alert">{say('bridge.mapping.unusable')}</p>}
        {item.state === 'proposed' && item.usable && <Differences item={item} />}
        {item.mayAnswer && (
          <div className={lists['acts']}>
            {item.usable && (
              <Button loading={answer.pending} onClick={() => run('accept')}>
                {say('bridge.mapping.accept')}
              </Button>
            )}
            <Button variant="default" disabled={answer.pending} onClick={() => run('decline')}>
              {say('bridge.mapping.decline')}
            </Button>
          </div>
        )}
        <RefusalNote error={answer.refused} />
      </div>
    </li>
  )
}

/** Everything that would be told otherwise, with how it is told today: it stands above the answer. */
function Differences({ item: { differences } }: { readonly item: Item }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  if (differences.length === 0) return <p>{say('bridge.mapping.same')}</p>
  return (
    <Wide label={say('bridge.mapping.differences')}>
      <table className={`${lists['table']} ${styles['differences']}`}>
        <caption>
          <strong>{say('bridge.mapping.differences')}</strong>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('bridge.mapping.where')}</th>
            <th scope="col">{say('bridge.mapping.before')}</th>
            <th scope="col">{say('bridge.mapping.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={JSON.stringify(one)}>
              <th scope="row">
                {one.to !== null && (
                  <>
                    {fieldLabel(one, language)} → <span className={styles['name']}>{one.to}</span>
                    <br />
                  </>
                )}
                <code>{one.at}</code>
              </th>
              <td>{one.before ?? say('bridge.mapping.nothing')}</td>
              <td>{one.after ?? say('bridge.mapping.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
