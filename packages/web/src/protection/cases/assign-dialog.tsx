import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Assign } from './door.ts'

interface AssignDialogProps {
  readonly file: CaseView
  readonly onClose: () => void
}

/** Puts a colleague on the case, as its lead; whoever led it before is released. */
export function AssignDialog({ file, onClose }: AssignDialogProps): ReactNode {
  const say = useWords()
  const { cases, work } = useDoors()
  const [id] = useState(newId)
  const [account, setAccount] = useState<string | null>(null)
  const { data: board } = useQuery({ queryKey: ['board'], queryFn: work.board })
  const lead = file.team.find((member) => member.lead && member.ended === null)
  const assign = useCommand((given: Assign) => cases.assign(file, given), onClose)
  return (
    <Dialog title={say('case.assign')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          name="account"
          label={say('case.assign-whom')}
          required
          fault={null}
          options={(board?.colleagues ?? []).map((person) => ({ value: person.id, label: person.name }))}
          answer={account}
          onAnswer={setAccount}
        />
        <p className={dialogs['quiet']}>{say('case.assign-declares')}</p>
        <RefusalNote error={assign.refused} />
        <div className={dialogs['acts']}>
          <Button
            disabled={account === null}
            loading={assign.pending}
            onClick={() =>
              account !== null &&
              assign.run({ id, account, lead: true, ...(lead ? { instead: lead.account.id } : {}) })
            }
          >
            {say('case.assign-now')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
