import { Button } from '@mantine/core'
import type { CaseView, IdentificationStepTaken, IdentificationView } from '@setu/records/api'
import {
  type CodeList,
  decidingBodies,
  elementsHold,
  type IdentificationState,
  isCode,
  legalActs,
  legalMeans,
  legalPurposes,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** The verb of each step. */
export const stepWords: Readonly<Record<IdentificationState, WordId>> = {
  presumed: 'identification.to-presumed',
  identified: 'identification.to-identified',
  noProposed: 'identification.to-noProposed',
  notIdentified: 'identification.to-notIdentified',
  inconclusive: 'identification.to-inconclusive',
  appealed: 'identification.to-appealed',
}

interface StepDialogProps {
  readonly file: CaseView
  readonly identification: IdentificationView
  readonly to: IdentificationState
  readonly onClose: () => void
}

const asked = { required: true, fault: null } as const

/** Those of some texts that are codes of a list, in its order. */
function chosenOf<Code extends string>(list: CodeList<Code>, chosen: readonly string[]): Code[] {
  return list.entries.map(({ code }) => code).filter((code) => chosen.includes(code))
}

/** One step: which body, which elements, and why. */
export function StepDialog({ file, identification, to, onClose }: StepDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { identification: door } = useDoors()
  const [body, setBody] = useState<string | null>(identification.body)
  const [acts, setActs] = useState<readonly string[]>(identification.acts)
  const [means, setMeans] = useState<readonly string[]>(identification.means)
  const [purposes, setPurposes] = useState<readonly string[]>(identification.purposes)
  const [reasons, setReasons] = useState<unknown>(null)
  const step = useCommand(
    (given: IdentificationStepTaken) => door.step(file, given),
    () => {
      toast(say('identification.kept'))
      onClose()
    },
  )
  const decides = to !== 'appealed'
  const said = typeof reasons === 'string' ? reasons.trim() : ''
  const elements = {
    acts: chosenOf(legalActs, acts),
    means: chosenOf(legalMeans, means),
    purposes: chosenOf(legalPurposes, purposes),
  }
  const whole = to !== 'identified' || elementsHold(elements, identification.child)
  const ready = said.length >= 10 && whole && (!decides || isCode(decidingBodies, body))
  const optionsOf = (list: CodeList) =>
    list.entries.map((entry) => ({ value: entry.code, label: entry[language] }))
  return (
    <Dialog title={say(stepWords[to])} onClose={onClose}>
      <div className={dialogs['parts']}>
        {decides && (
          <OneOf
            {...asked}
            name="body"
            label={say('identification.body')}
            options={optionsOf(decidingBodies)}
            answer={body}
            onAnswer={setBody}
          />
        )}
        {to === 'identified' && (
          <>
            <SomeOf
              {...asked}
              name="acts"
              label={say('identification.acts')}
              options={optionsOf(legalActs)}
              answer={acts}
              onAnswer={setActs}
            />
            {identification.child && <p>{say('identification.means-child')}</p>}
            <SomeOf
              required={!identification.child}
              fault={null}
              name="means"
              label={say('identification.means')}
              options={optionsOf(legalMeans)}
              answer={means}
              onAnswer={setMeans}
            />
            <SomeOf
              {...asked}
              name="purposes"
              label={say('identification.purposes')}
              options={optionsOf(legalPurposes)}
              answer={purposes}
              onAnswer={setPurposes}
            />
          </>
        )}
        <LongTextField
          {...asked}
          name="reasons"
          label={say('identification.reasons')}
          answer={reasons}
          onAnswer={setReasons}
        />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!ready}
            loading={step.pending}
            onClick={() =>
              step.run({
                base: identification.version,
                to,
                reasons: said,
                ...(decides && isCode(decidingBodies, body) ? { body } : {}),
                ...(to === 'identified' ? elements : {}),
              })
            }
          >
            {say(stepWords[to])}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
