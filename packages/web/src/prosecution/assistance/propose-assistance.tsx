import { Button } from '@mantine/core'
import type { AssistancePropose, CriminalView } from '@setu/records/api'
import { assistanceAsked, assistanceKinds, isCode, treatyBases } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, free, textOr } from '../criminal-cases/options.ts'

interface ProposeProps {
  readonly file: CriminalView
  readonly onClose: () => void
}

interface Draft {
  readonly kind: string | null
  readonly country: string | null
  readonly basis: string | null
  readonly basisPaper: unknown
  readonly asks: readonly string[]
  readonly accused: readonly string[]
  readonly on: unknown
  readonly paper: unknown
}

type Proposal = Omit<AssistancePropose, 'command' | 'id'>

/** What is proposed; null while something that has to be said is missing. */
function proposalOf({ kind, country, basis, basisPaper, asks, accused, on, paper }: Draft): Proposal | null {
  const day = textOr(on)
  if (!isCode(assistanceKinds, kind) || !isCode(treatyBases, basis) || country === null || day === null)
    return null
  const surrender = kind === 'extradition' ? ['surrender' as const] : []
  const known = asks.filter((one) => isCode(assistanceAsked, one)).filter((one) => one !== 'surrender')
  const all = [...surrender, ...known]
  if (all.length === 0 || (kind === 'extradition' && accused.length === 0)) return null
  return {
    kind,
    country,
    basis,
    basisPaper: textOr(basisPaper),
    asked: all,
    accused: [...accused],
    on: day,
    paper: textOr(paper),
  }
}

/** Proposes that another country be asked for help, or to surrender somebody. */
export function ProposeAssistance({ file, onClose }: ProposeProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { countries } = useLists()
  const { prosecution } = useDoors()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    kind: null,
    country: null,
    basis: null,
    basisPaper: null,
    asks: [],
    accused: [],
    on: today,
    paper: null,
  })
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const propose = useCommand(
    (given: AssistancePropose) => prosecution.proposeAssistance(file, given),
    () => {
      toast(say('abroad.kept'))
      onClose()
    },
  )
  const proposal = proposalOf(draft)
  const { kind } = draft
  return (
    <Dialog title={say('abroad.propose')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('abroad.propose-what')}</p>
        <OneOf
          {...asked}
          name="kind"
          label={say('abroad.kind')}
          options={optionsOf(assistanceKinds, language)}
          answer={kind}
          onAnswer={(answer) => put({ kind: answer })}
        />
        <OneOf
          {...asked}
          name="country"
          label={say('abroad.country')}
          options={countries.filter(({ value }) => value !== file.jurisdiction)}
          answer={draft.country}
          onAnswer={(country) => put({ country })}
        />
        <SomeOf
          {...(kind === 'extradition' ? free : asked)}
          name="asked"
          label={say('abroad.asked')}
          options={optionsOf(assistanceAsked, language).filter(({ value }) => value !== 'surrender')}
          answer={draft.asks}
          onAnswer={(asks) => put({ asks })}
        />
        <SomeOf
          {...(kind === 'extradition' ? asked : free)}
          name="accused"
          label={say('abroad.accused')}
          options={file.accused.map((one) => ({
            value: one.id,
            label: one.said?.name ?? say('abroad.accused-number', { place: String(one.place) }),
          }))}
          answer={draft.accused}
          onAnswer={(accused) => put({ accused })}
        />
        <OneOf
          {...asked}
          name="basis"
          label={say('abroad.basis')}
          options={optionsOf(treatyBases, language)}
          answer={draft.basis}
          onAnswer={(basis) => put({ basis })}
        />
        <TextField
          {...free}
          name="basisPaper"
          label={say('abroad.basis-paper')}
          answer={draft.basisPaper}
          onAnswer={(basisPaper) => put({ basisPaper })}
        />
        <DayField
          {...asked}
          name="on"
          label={say('abroad.on')}
          answer={draft.on}
          onAnswer={(on) => put({ on })}
        />
        <TextField
          {...free}
          name="paper"
          label={say('abroad.paper')}
          answer={draft.paper}
          onAnswer={(paper) => put({ paper })}
        />
        <RefusalNote error={propose.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={proposal === null}
            loading={propose.pending}
            onClick={() => proposal !== null && propose.run({ id, ...proposal })}
          >
            {say('abroad.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
