import { Button } from '@mantine/core'
import type { BridgeSend, BridgeTrial } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'

interface SendFormProps {
  readonly trial: BridgeTrial
  readonly to: BridgeSend['to']
  readonly left: readonly string[]
}

/** Writes down what leaves; the file is made from what was written down. */
export function SendForm({ trial, to, left }: SendFormProps): ReactNode {
  const say = useWords()
  const { bridges } = useDoors()
  const [sending, setSending] = useState<{ readonly id: string; readonly cases: number } | null>(null)
  const cases = trial.cases.filter((one) => !left.includes(one.case))
  const send = useCommand(
    (asked: BridgeSend) => bridges.send(asked),
    (sent) => setSending({ id: sent.sending, cases: sent.cases }),
  )
  const run = () =>
    send.run({ system: trial.system, to, cases: cases.map((one) => ({ org: one.org, case: one.case })) })
  return (
    <>
      <p className={lists['quiet']}>{say('bridge.care')}</p>
      <div className={lists['acts']}>
        <Button disabled={cases.length === 0} loading={send.pending} onClick={run}>
          {say('bridge.send', { count: cases.length })}
        </Button>
      </div>
      <RefusalNote error={send.refused} />
      {sending !== null && (
        <div role="status">
          <p>{say('bridge.sent', { count: sending.cases })}</p>
          <div className={lists['acts']}>
            {trial.system === 'primero' && (
              <FileLink to={bridges.fileAddress(sending.id, 'json')}>{say('bridge.as-json')}</FileLink>
            )}
            <FileLink to={bridges.fileAddress(sending.id, 'csv')}>{say('exchange.as-csv')}</FileLink>
          </div>
        </div>
      )}
    </>
  )
}
