import { Button } from '@mantine/core'
import type { NetworkNodeView, NetworkView, NodeKeep } from '@setu/records/api'
import { isCode, type NetworkKind, networkKinds } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { LongTextField, NumberField, TextField } from '../../forms/text-fields.tsx'
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
import { asked, free, numberOr, textOr } from '../criminal-cases/options.ts'
import { useLookedFor } from './looked-for.ts'

interface NodeDialogProps {
  readonly network: NetworkView
  /** What is corrected; null for something new. */
  readonly before: NetworkNodeView | null
  readonly onClose: () => void
}

const linesOf = (text: unknown): string[] =>
  (textOr(text) ?? '').split('\n').flatMap((line) => line.trim() || [])

interface Draft {
  readonly kind: NetworkKind | null
  readonly name: unknown
  readonly also: unknown
  readonly number: unknown
  readonly within: unknown
  readonly sex: NodeKeep['sex']
  readonly birthYear: unknown
  readonly country: string | null
  readonly accused: string | null
}

function draftOf(before: NetworkNodeView | null): Draft {
  return {
    kind: before?.kind ?? null,
    name: before?.names[0] ?? null,
    also: before?.names.slice(1).join('\n') ?? null,
    number: before?.number ?? null,
    within: before?.within ?? null,
    sex: before?.sex ?? null,
    birthYear: before?.birthYear ?? null,
    country: before?.country ?? null,
    accused: before?.accused?.id ?? null,
  }
}

/** Adds something to a network, or corrects what is known of it. How somebody stands follows from their case. */
export function NodeDialog({ network, before, onClose }: NodeDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { countries } = useLists()
  const { networks, prosecution } = useDoors()
  const wanted = useLookedFor()
  const { data: file } = useQuery({
    queryKey: ['criminal-case', wanted.caseOrg, wanted.case],
    queryFn: () => prosecution.read({ org: wanted.caseOrg, id: wanted.case }),
  })
  const [id] = useState(() => before?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(before))
  const keep = useCommand(
    (given: NodeKeep) => networks.keepNode(network, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const field = <Key extends keyof Draft>(key: Key) => ({
    name: key,
    answer: draft[key],
    onAnswer: (answer: unknown) => setDraft({ ...draft, [key]: answer }),
  })
  const { kind } = draft
  const names = [...linesOf(draft.name), ...linesOf(draft.also)]
  const number = textOr(draft.number)
  const ready = kind !== null && (names.length > 0 || number !== null)
  const somebody = kind === 'person' || kind === 'company'
  const accused = (file?.accused ?? []).flatMap((one) =>
    one.said === null ? [] : [{ value: one.id, label: one.said.name }],
  )
  /** A link to another case than the one that is looked for stays as it is. */
  const linked = (): NodeKeep['accused'] => {
    if (!somebody || draft.accused === null) return null
    if (draft.accused === before?.accused?.id && before.accused !== null) {
      const { org, case: of, id: whom } = before.accused
      return { org, case: of, id: whom }
    }
    return { org: wanted.caseOrg, case: wanted.case, id: draft.accused }
  }
  return (
    <Dialog title={say(before === null ? 'network.add' : 'network.correct')} onClose={onClose}>
      <div className={dialogs['parts']}>
        {before === null && (
          <>
            <p>{say('network.add-what')}</p>
            <OneOf
              {...asked}
              name="kind"
              label={say('network.kind')}
              options={optionsOf(networkKinds, language)}
              answer={kind}
              onAnswer={(chosen) =>
                setDraft({ ...draft, kind: isCode(networkKinds, chosen) ? chosen : null })
              }
            />
          </>
        )}
        <TextField {...free} {...field('name')} label={say('network.name')} />
        <LongTextField {...free} {...field('also')} label={say('network.also-lines')} />
        <TextField {...free} {...field('number')} label={say('network.number')} />
        <TextField {...free} {...field('within')} label={say('network.within')} />
        {kind === 'person' && (
          <>
            <OneOf
              {...free}
              {...field('sex')}
              label={say('network.sex')}
              options={[
                { value: 'female', label: say('network.female') },
                { value: 'male', label: say('network.male') },
                { value: 'other', label: say('network.other-sex') },
              ]}
            />
            <NumberField {...free} {...field('birthYear')} label={say('network.born')} decimals={false} />
          </>
        )}
        {somebody && accused.length > 0 && (
          <OneOf
            {...free}
            {...field('accused')}
            label={say('network.is-accused')}
            why={say('network.is-accused-why')}
            options={accused}
          />
        )}
        <OneOf {...free} {...field('country')} label={say('network.country')} options={countries} />
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!ready}
            loading={keep.pending}
            onClick={() =>
              kind !== null &&
              keep.run({
                id,
                base: before?.version ?? 0,
                kind,
                names,
                number,
                within: textOr(draft.within),
                sex: kind === 'person' ? draft.sex : null,
                birthYear: kind === 'person' ? numberOr(draft.birthYear) : null,
                country: draft.country,
                accused: linked(),
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
