import { Button } from '@mantine/core'
import { caseRecords } from '@setu/records'
import type { ApprovalSet } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { guardedSteps } from './by-another.ts'

/** Which steps a supervisor takes, and which need somebody else than who asked; whether plans are approved is laid down here. */
export function WhoApproves(): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { approvals } = useDoors()
  const { data } = useQuery({ queryKey: ['approvals'], queryFn: approvals.list })
  const set = useCommand(
    (given: ApprovalSet) => approvals.layDown(given),
    () => toast(say('approvals.laid-down')),
  )
  const title = say('approvals.rules')
  return (
    <Card title={title}>
      <p>{say('approvals.rules-what')}</p>
      {data && (
        <p>
          <strong>{say(data.rules.servicePlan ? 'approvals.plans-are' : 'approvals.plans-are-not')}</strong>
        </p>
      )}
      {data?.mayChange && (
        <div className={lists['acts']}>
          <Button
            variant="default"
            loading={set.pending}
            onClick={() => set.run({ servicePlan: !data.rules.servicePlan })}
          >
            {say(data.rules.servicePlan ? 'approvals.stop' : 'approvals.begin')}
          </Button>
        </div>
      )}
      <RefusalNote error={set.refused} />
      <Wide label={title}>
        <table className={lists['table']}>
          <caption className="heard">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('approvals.what')}</th>
              <th scope="col">{say('approvals.step')}</th>
              <th scope="col">{say('approvals.who')}</th>
            </tr>
          </thead>
          <tbody>
            {guardedSteps().map(({ record, states, step, another }) => (
              <tr key={`${record} ${step.from} ${step.to}`}>
                <th scope="row">{caseRecords[record].label[language]}</th>
                <td>
                  {step[language]} <span className={lists['quiet']}>{code(states, step.from)}</span>
                </td>
                <td>{say(another ? 'approvals.another' : 'approvals.supervisor')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}
