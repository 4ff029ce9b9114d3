import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { Choice } from './choice.tsx'
import { Dialog } from './dialog.tsx'
import dialogs from './dialog-parts.module.css'

/** One answer that two people gave differently, in words. */
export interface TwoValues {
  readonly field: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

interface BothValuesProps {
  readonly values: readonly TwoValues[]
  readonly sending: boolean
  /** The fields in which mine shall stand. */
  readonly onDecide: (mine: readonly string[]) => void
  readonly onClose: () => void
}

type Side = 'mine' | 'theirs'

/**
 * Somebody else changed the same thing in the meantime. Nothing was overwritten; both answers are shown and
 * a person picks, question by question.
 */
export function BothValues({ values, sending, onDecide, onClose }: BothValuesProps): ReactNode {
  const say = useWords()
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const decided = values.every(({ field }) => sides[field] !== undefined)
  const mine = values.filter(({ field }) => sides[field] === 'mine').map(({ field }) => field)
  return (
    <Dialog title={say('both.title')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('both.what')}</p>
        {values.map(({ field, label, mine: ours, theirs }) => (
          <Choice<Side>
            key={field}
            name={field}
            label={label}
            options={[
              { value: 'theirs', label: say('both.theirs', { value: theirs || say('both.empty') }) },
              { value: 'mine', label: say('both.mine', { value: ours || say('both.empty') }) },
            ]}
            value={sides[field] ?? null}
            onChoose={(side) => setSides({ ...sides, [field]: side })}
          />
        ))}
        <div className={dialogs['acts']}>
          <Button disabled={!decided} loading={sending} onClick={() => onDecide(mine)}>
            {say('both.keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
