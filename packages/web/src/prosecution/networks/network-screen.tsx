import { Button } from '@mantine/core'
import type { NetworkFor, NetworkView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { NothingHere } from '../../shell/nothing-here.tsx'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { asked } from '../criminal-cases/options.ts'
import { Presumed } from '../criminal-cases/presumed.tsx'
import { ChosenCard } from './chosen-card.tsx'
import { NetworkFiles } from './files-card.tsx'
import { graphOf, groupsOf, pathBetween, sieved, wholeNetwork } from './graph.ts'
import { HistoryCard } from './history-card.tsx'
import { Legend } from './legend.tsx'
import { LookedFor } from './looked-for.ts'
import styles from './networks.module.css'
import { NodeDialog } from './node-dialog.tsx'
import { NetworkOffices } from './offices-card.tsx'
import { Picture } from './picture.tsx'
import { SieveFields } from './sieve-fields.tsx'
import { ThingsList } from './things-list.tsx'
import { WayCard } from './way-card.tsx'

const above = (label: string) => [{ label, to: '/networks' }] as const

/** One network: for the criminal case out of which it began, or for the one that its reader works on. */
export function NetworkScreen(): ReactNode {
  const say = useWords()
  const at = useParams({ from: '/inside/networks/$org/$id' })
  const { networks } = useDoors()
  const { data } = useQuery({ queryKey: ['networks'], queryFn: networks.list })
  const [chosen, setChosen] = useState<NetworkFor | null>(null)
  if (data === undefined) return <Pending />
  const network = data.items.find(({ id }) => id === at.id)
  if (network === undefined) return <NothingHere />
  const begun = network.begun === null ? null : { caseOrg: network.begun.org, case: network.begun.id }
  const wanted = begun ?? chosen
  if (wanted === null)
    return (
      <Page title={network.name ?? say('network.unopened')} above={above(say('network.title'))}>
        <WhichCase onChoose={setChosen} />
      </Page>
    )
  return (
    <LookedFor value={wanted}>
      <Opened at={at} wanted={wanted} />
    </LookedFor>
  )
}

/** Nobody looks at a network without a criminal case for which they do. */
function WhichCase({ onChoose }: { readonly onChoose: (wanted: NetworkFor) => void }): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const { data } = useQuery({ queryKey: ['criminal-cases', {}], queryFn: () => prosecution.list({}) })
  const [file, setFile] = useState<string | null>(null)
  const found = data?.items.find(({ id }) => id === file)
  return (
    <Card title={say('network.which-case')}>
      <div className={lists['stack']}>
        <p>{say('network.which-case-why')}</p>
        {data?.items.length === 0 && <p>{say('network.no-case')}</p>}
        {data !== undefined && data.items.length > 0 && (
          <OneOf
            {...asked}
            name="case"
            label={say('network.case')}
            options={data.items.map((one) => ({ value: one.id, label: one.code }))}
            answer={file}
            onAnswer={setFile}
          />
        )}
        <div className={lists['acts']}>
          <Button
            disabled={found === undefined}
            onClick={() => found !== undefined && onChoose({ caseOrg: found.org, case: found.id })}
          >
            {say('network.look')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

interface OpenedProps {
  readonly at: { readonly org: string; readonly id: string }
  readonly wanted: NetworkFor
}

function Opened({ at, wanted }: OpenedProps): ReactNode {
  const say = useWords()
  const { networks } = useDoors()
  const { data: network, error } = useQuery({
    queryKey: ['network', at.org, at.id, wanted.case],
    queryFn: () => networks.read(at, wanted),
  })
  const [adding, setAdding] = useState(false)
  if (network === undefined && error === null) return <Pending />
  return (
    <Page
      title={network?.name ?? say('network.unopened')}
      above={above(say('network.title'))}
      acts={<Button onClick={() => setAdding(true)}>{say('network.add')}</Button>}
    >
      <div className={lists['stack']}>
        <Presumed />
        <RefusalNote error={error} />
        {network !== undefined && (
          <>
            <Looking network={network} />
            <NetworkOffices network={network} />
            <NetworkFiles network={network} />
            <HistoryCard network={network} />
          </>
        )}
      </div>
      {adding && network !== undefined && (
        <NodeDialog network={network} before={null} onClose={() => setAdding(false)} />
      )}
    </Page>
  )
}

/** The picture and the list beside it, with what is chosen in either. */
function Looking({ network }: { readonly network: NetworkView }): ReactNode {
  const say = useWords()
  const [sieve, setSieve] = useState(wholeNetwork)
  const [chosen, setChosen] = useState<string | null>(null)
  const [way, setWay] = useState<{ readonly from: string | null; readonly to: string | null }>({
    from: null,
    to: null,
  })
  const all = useMemo(() => graphOf(sieved(network, { ...sieve, group: null })), [network, sieve])
  const groups = useMemo(() => groupsOf(all), [all])
  const shown = useMemo(() => sieved(network, sieve), [network, sieve])
  const graph = useMemo(() => graphOf(shown), [shown])
  const path = way.from !== null && way.to !== null ? pathBetween(graph, way.from, way.to) : null
  const node = network.nodes.find(({ id }) => id === chosen)
  if (network.nodes.length === 0)
    return (
      <Card title={say('network.picture')}>
        <p className={lists['empty']}>{say('network.empty')}</p>
      </Card>
    )
  return (
    <>
      <div className={styles['split']}>
        <Card title={say('network.picture')}>
          <div className={lists['stack']}>
            <Picture shown={shown} graph={graph} chosen={chosen} path={path ?? []} onChoose={setChosen} />
            <Legend />
          </div>
        </Card>
        <ThingsList shown={shown} chosen={chosen} onChoose={setChosen} />
      </div>
      <WayCard network={network} way={way} path={path} onWay={setWay} onChoose={setChosen} />
      {node !== undefined && (
        <ChosenCard
          key={node.id}
          network={network}
          node={node}
          onChoose={setChosen}
          onWay={(end, id) => setWay({ ...way, [end]: id })}
        />
      )}
      <SieveFields sieve={sieve} onSieve={setSieve} groups={groups} />
    </>
  )
}
