import { Button } from '@mantine/core'
import type { NetworkNodeView, NetworkView, TieKeep } from '@setu/records/api'
import { informationCredibilities, isCode, mayTie, networkTies, sourceReliabilities } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, TextField } from '../../forms/text-fields.tsx'
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
import { useLookedFor } from './looked-for.ts'
import { calledOf } from './shapes.ts'

interface TieDialogProps {
  readonly network: NetworkView
  readonly from: NetworkNodeView
  readonly onClose: () => void
}

/** Says how one thing of a network belongs to another, how well that is known, and where it was learnt. */
export function TieDialog({ network, from, onClose }: TieDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { networks } = useDoors()
  const wanted = useLookedFor()
  const [id] = useState(newId)
  const [tie, setTie] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [role, setRole] = useState<unknown>(null)
  const [since, setSince] = useState<unknown>(null)
  const [until, setUntil] = useState<unknown>(null)
  const [reliability, setReliability] = useState<string | null>(null)
  const [credibility, setCredibility] = useState<string | null>(null)
  const [paper, setPaper] = useState<unknown>(null)
  const keep = useCommand(
    (given: TieKeep) => networks.keepTie(network, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const fitting = (one: string | null) =>
    isCode(networkTies, one)
      ? network.nodes.filter((node) => node.id !== from.id && mayTie(one, from.kind, node.kind))
      : []
  const ties = optionsOf(networkTies, language).filter(({ value }) => fitting(value).length > 0)
  const ready =
    isCode(networkTies, tie) &&
    to !== null &&
    isCode(sourceReliabilities, reliability) &&
    isCode(informationCredibilities, credibility)
      ? { tie, to, reliability, credibility }
      : null
  return (
    <Dialog title={say('network.add-tie')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('network.tie-from', { name: calledOf(from) })}</p>
        {ties.length === 0 && <p>{say('network.nothing-to-tie')}</p>}
        {ties.length > 0 && (
          <OneOf
            {...asked}
            name="tie"
            label={say('network.tie')}
            options={ties}
            answer={tie}
            onAnswer={(chosen) => {
              setTie(chosen)
              setTo(null)
            }}
          />
        )}
        {tie !== null && (
          <OneOf
            {...asked}
            name="to"
            label={say('network.to')}
            options={fitting(tie)
              .map((node) => ({ value: node.id, label: calledOf(node) }))
              .toSorted((a, b) => a.label.localeCompare(b.label, language))}
            answer={to}
            onAnswer={setTo}
          />
        )}
        <OneOf
          {...asked}
          name="reliability"
          label={say('network.reliability')}
          options={optionsOf(sourceReliabilities, language)}
          answer={reliability}
          onAnswer={setReliability}
        />
        <OneOf
          {...asked}
          name="credibility"
          label={say('network.credibility')}
          options={optionsOf(informationCredibilities, language)}
          answer={credibility}
          onAnswer={setCredibility}
        />
        <TextField {...free} name="role" label={say('network.role')} answer={role} onAnswer={setRole} />
        <DayField {...free} name="since" label={say('court.since')} answer={since} onAnswer={setSince} />
        <DayField {...free} name="until" label={say('court.until')} answer={until} onAnswer={setUntil} />
        <TextField
          {...free}
          name="paper"
          label={say('network.paper')}
          why={say('network.paper-why')}
          answer={paper}
          onAnswer={setPaper}
        />
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={ready === null}
            loading={keep.pending}
            onClick={() =>
              ready !== null &&
              keep.run({
                ...ready,
                id,
                base: 0,
                from: from.id,
                role: textOr(role),
                since: textOr(since),
                until: textOr(until),
                paper: textOr(paper),
                learnt: { org: wanted.caseOrg, id: wanted.case },
              })
            }
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
