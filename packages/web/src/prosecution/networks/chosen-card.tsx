import { Button } from '@mantine/core'
import type { NetworkNodeView, NetworkRemove, NetworkTieView, NetworkView, NodeHold } from '@setu/records/api'
import { criminalOutcomes, networkKinds, networkTies, standings } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { countryName } from '../../forms/value-text.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { FactList } from '../criminal-cases/fact-list.tsx'
import { Presumed } from '../criminal-cases/presumed.tsx'
import styles from './networks.module.css'
import { NodeDialog } from './node-dialog.tsx'
import { calledOf } from './shapes.ts'
import { TieDialog } from './tie-dialog.tsx'

interface ChosenCardProps {
  readonly network: NetworkView
  readonly node: NetworkNodeView
  readonly onChoose: (id: string | null) => void
  readonly onWay: (end: 'from' | 'to', id: string) => void
}

/** Everything that is known of one thing of a network, and what can be done with it. */
export function ChosenCard({ network, node, onChoose, onWay }: ChosenCardProps): ReactNode {
  const say = useWords()
  const { networks } = useDoors()
  const [doing, setDoing] = useState<'correct' | 'tie' | null>(null)
  const [removing, setRemoving] = useState(false)
  const remove = useCommand(
    (given: NetworkRemove) => networks.removeNode(network, given),
    () => {
      toast(say('network.is-removed'))
      onChoose(null)
    },
  )
  const hold = useCommand((given: NodeHold) => networks.holdNode(network, given))
  const ties = network.ties.filter(({ from, to }) => from === node.id || to === node.id)
  return (
    <Card title={calledOf(node)}>
      <div className={lists['stack']}>
        {node.standing !== null && node.standing !== 'convicted' && <Presumed />}
        <Known node={node} />
        <ul className={lists['rows']}>
          {ties.map((tie) => (
            <TieRow key={tie.id} network={network} tie={tie} of={node} onChoose={onChoose} />
          ))}
        </ul>
        {ties.length === 0 && <p className={lists['empty']}>{say('network.no-ties')}</p>}
        <div className={lists['acts']}>
          <Button variant="default" onClick={() => onWay('from', node.id)}>
            {say('network.way-from')}
          </Button>
          <Button variant="default" onClick={() => onWay('to', node.id)}>
            {say('network.way-to')}
          </Button>
          <Button variant="default" onClick={() => setDoing('tie')}>
            {say('network.add-tie')}
          </Button>
          <Button variant="default" onClick={() => setDoing('correct')}>
            {say('network.correct')}
          </Button>
          {node.standing !== null && (
            <Button
              variant="default"
              loading={hold.pending}
              onClick={() => hold.run({ node: node.id, held: !node.held })}
            >
              {say(node.held ? 'network.let-out' : 'network.hold-back')}
            </Button>
          )}
          <Button
            variant="default"
            loading={remove.pending}
            onClick={() => (removing ? remove.run({ id: node.id, base: node.version }) : setRemoving(true))}
          >
            {say(removing ? 'network.remove-surely' : 'network.remove')}
          </Button>
        </div>
        {node.held && <p className={lists['quiet']}>{say('network.is-held')}</p>}
        <RefusalNote error={remove.refused ?? hold.refused} />
      </div>
      {doing === 'correct' && <NodeDialog network={network} before={node} onClose={() => setDoing(null)} />}
      {doing === 'tie' && <TieDialog network={network} from={node} onClose={() => setDoing(null)} />}
    </Card>
  )
}

function Known({ node }: { readonly node: NetworkNodeView }): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { number } = useDates()
  const sex = { female: say('network.female'), male: say('network.male'), other: say('network.other-sex') }
  const known: readonly (readonly [label: string, value: ReactNode])[] = [
    [say('network.kind'), code(networkKinds, node.kind)],
    [say('network.standing'), node.standing === null ? null : code(standings, node.standing)],
    [say('network.ended'), node.ended === null ? null : code(criminalOutcomes, node.ended)],
    [say('network.also'), node.names.slice(1).join(', ')],
    [say('network.number'), node.number],
    [say('network.within'), node.within],
    [say('network.sex'), node.sex === null ? null : sex[node.sex]],
    [say('network.born'), node.birthYear === null ? null : number(node.birthYear)],
    [say('network.country'), node.country === null ? null : countryName(node.country, language)],
    [
      say('network.accused-in'),
      node.accused === null ? null : (
        <Link
          key="case"
          to="/criminal-cases/$org/$id"
          params={{ org: node.accused.org, id: node.accused.case }}
          className={lists['code']}
        >
          {node.accused.code}
        </Link>
      ),
    ],
  ]
  return <FactList facts={known} />
}

interface TieRowProps {
  readonly network: NetworkView
  readonly tie: NetworkTieView
  readonly of: NetworkNodeView
  readonly onChoose: (id: string) => void
}

function TieRow({ network, tie, of, onChoose }: TieRowProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { networks } = useDoors()
  const remove = useCommand((given: NetworkRemove) => networks.removeTie(network, given))
  const outward = tie.from === of.id
  const other = network.nodes.find(({ id }) => id === (outward ? tie.to : tie.from))
  if (other === undefined) return null
  const learnt = tie.learnt?.code ?? tie.paper
  return (
    <li className={lists['row']}>
      <div>
        <span aria-hidden="true">{outward ? '→ ' : '← '}</span>
        {outward ? '' : `${say('network.inward')} `}
        {code(networkTies, tie.tie)}{' '}
        <button type="button" className={styles['name']} onClick={() => onChoose(other.id)}>
          {calledOf(other)}
        </button>
        <p className={lists['quiet']}>
          {tie.role !== null && `${tie.role} · `}
          {say('network.grade', { grade: `${tie.reliability}${tie.credibility}` })}
          {learnt !== null && ` · ${say('network.learnt-in', { paper: learnt })}`}
          {tie.since !== null && (
            <>
              {' '}
              · {say('court.since')}: <DayText day={tie.since} written />
            </>
          )}
          {tie.until !== null && (
            <>
              {' '}
              · {say('court.until')}: <DayText day={tie.until} written />
            </>
          )}
        </p>
        <RefusalNote error={remove.refused} />
      </div>
      <Button
        variant="default"
        loading={remove.pending}
        onClick={() => remove.run({ id: tie.id, base: tie.version })}
      >
        {say('network.remove-tie')}
      </Button>
    </li>
  )
}
