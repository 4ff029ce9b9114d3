import { Button } from '@mantine/core'
import type { CaseView, IdentificationView, ReflectionExtend } from '@setu/records/api'
import { isCode, mostReflectionDays, reflectionGrounds } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { NumberField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface ExtendProps {
  readonly file: CaseView
  readonly identification: IdentificationView
  readonly onClose: () => void
}

/** More time to recover before anybody asks for a decision. */
export function ExtendDialog({ file, identification, onClose }: ExtendProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { identification: door } = useDoors()
  const [ground, setGround] = useState<string | null>(null)
  const [days, setDays] = useState<unknown>(30)
  const extend = useCommand(
    (more: ReflectionExtend) => door.extend(file, more),
    () => {
      toast(say('identification.extended'))
      onClose()
    },
  )
  const count = typeof days === 'number' && days >= 1 && days <= mostReflectionDays ? days : null
  const asked = { required: true, fault: null } as const
  return (
    <Dialog title={say('identification.extend')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="ground"
          label={say('identification.ground')}
          options={reflectionGrounds.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={ground}
          onAnswer={setGround}
        />
        <NumberField
          {...asked}
          name="days"
          label={say('identification.days')}
          decimals={false}
          answer={days}
          onAnswer={setDays}
        />
        <RefusalNote error={extend.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={count === null || !isCode(reflectionGrounds, ground)}
            loading={extend.pending}
            onClick={() =>
              count !== null &&
              isCode(reflectionGrounds, ground) &&
              extend.run({ base: identification.version, ground, days: count })
            }
          >
            {say('identification.extend')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
