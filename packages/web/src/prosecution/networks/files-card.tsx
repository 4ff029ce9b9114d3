import { Button } from '@mantine/core'
import type { NetworkImport, NetworkView } from '@setu/records/api'
import { networkKinds } from '@setu/vocabulary'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { FileButton } from '../../shell/file-button.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useLookedFor } from './looked-for.ts'

interface FilesProps {
  readonly network: NetworkView
}

/** A network as a file for analysts' tools, and what others send in the same form. */
export function NetworkFiles({ network }: FilesProps): ReactNode {
  const say = useWords()
  const { name, code } = useLabels()
  const { number } = useDates()
  const { networks } = useDoors()
  const wanted = useLookedFor()
  const [taken, setTaken] = useState<number | null>(null)
  const look = useMutation({ mutationFn: (file: File) => networks.preview(network, file) })
  const take = useCommand(
    (given: NetworkImport) => networks.take(given),
    ({ nodes }) => {
      setTaken(nodes)
      look.reset()
    },
  )
  const preview = look.data
  const listed = preview?.problems.filter(({ weight }) => weight !== 'note').slice(0, 50) ?? []
  return (
    <Card title={say('network.files')}>
      <div className={lists['stack']}>
        <p>{say('network.out-what')}</p>
        {!network.beside && <p>{say('network.out-alone')}</p>}
        <div className={lists['acts']}>
          {network.beside && (
            <FileLink to={networks.exportAddress(network, wanted, 'others')}>
              {say('network.out-others')}
            </FileLink>
          )}
          <FileLink to={networks.exportAddress(network, wanted, 'own')}>{say('network.out-own')}</FileLink>
        </div>
        <p>{say('network.in-what')}</p>
        <div className={lists['acts']}>
          <FileButton
            accept=".json,.jsonl,.ndjson,.ijson"
            onFile={(file) => {
              setTaken(null)
              look.mutate(file)
            }}
          >
            {say('network.in')}
          </FileButton>
        </div>
        {look.isPending && <p role="status">{say('network.looking')}</p>}
        <RefusalNote error={look.error ?? take.refused} />
        {taken !== null && (
          <p role="status">{say('network.taken', { things: taken, count: number(taken) })}</p>
        )}
        {preview !== undefined && (
          <>
            <p role="status">{say(preview.ready ? 'network.in-ready' : 'network.in-not-ready')}</p>
            <ul className={lists['rows']}>
              {preview.nodes.map(({ kind, count }) => (
                <li key={kind}>
                  {code(networkKinds, kind)}: {number(count)}
                </li>
              ))}
              <li>
                {say('network.ties')}: {number(preview.ties)}
              </li>
            </ul>
            {listed.length > 0 && (
              <ul className={lists['rows']}>
                {listed.map((problem) => (
                  <li key={`${problem.line}|${problem.code}|${problem.property}`}>{name(problem.message)}</li>
                ))}
              </ul>
            )}
            {preview.preview !== null && (
              <div className={lists['acts']}>
                <Button
                  loading={take.pending}
                  onClick={() => preview.preview !== null && take.run({ preview: preview.preview })}
                >
                  {say('network.take')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Card>
  )
}
