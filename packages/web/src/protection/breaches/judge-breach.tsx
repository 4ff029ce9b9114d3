import { Button } from '@mantine/core'
import type { BreachAssess, BreachView } from '@setu/records/api'
import { breachReasons, breachRisks, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { DayField, LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface Draft {
  readonly risk: string | null
  readonly reasons: readonly string[]
  readonly words: unknown
  readonly tellBy: unknown
}

function judgedBy(
  { risk, reasons, words, tellBy }: Draft,
  base: number,
): Omit<BreachAssess, 'command'> | null {
  const known = breachReasons.entries.map(({ code }) => code).filter((code) => reasons.includes(code))
  if (risk === null || !isCode(breachRisks, risk) || known.length === 0) return null
  if (typeof words !== 'string' || words.trim() === '') return null
  return { base, risk, reasons: known, words, tellBy: typeof tellBy === 'string' ? tellBy : null }
}

/** How great the risk to people is, and why. What follows from it is said beside. */
export function JudgeBreach({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { breaches } = useDoors()
  const [draft, setDraft] = useState<Draft>({ risk: null, reasons: [], words: null, tellBy: null })
  const assess = useCommand(
    (judged: BreachAssess) => breaches.assess(breach, judged),
    () => {
      toast(say('breach.judged'))
      setDraft({ risk: null, reasons: [], words: null, tellBy: null })
    },
  )
  const judged = judgedBy(draft, breach.version)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return (
    <details open={breach.risk === null}>
      <summary>{say(breach.risk === null ? 'breach.judge' : 'breach.judge-again')}</summary>
      <div className={dialogs['parts']}>
        <OneOf
          name="risk"
          label={say('breach.risk')}
          required
          fault={null}
          options={breachRisks.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={draft.risk}
          onAnswer={(risk) => change({ risk })}
        />
        <SomeOf
          name="reasons"
          label={say('breach.because')}
          required
          fault={null}
          options={breachReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={draft.reasons}
          onAnswer={(reasons) => change({ reasons })}
        />
        <LongTextField
          name="words"
          label={say('breach.reasons')}
          required
          fault={null}
          answer={draft.words}
          onAnswer={(words) => change({ words })}
        />
        {draft.risk === 'high' && (
          <>
            <p>{say('breach.high-means')}</p>
            <DayField
              name="tellBy"
              label={say('breach.tell-by')}
              required={false}
              fault={null}
              answer={draft.tellBy}
              onAnswer={(tellBy) => change({ tellBy })}
            />
          </>
        )}
        <RefusalNote error={assess.refused} />
        <Button
          disabled={judged === null}
          loading={assess.pending}
          onClick={() => judged && assess.run(judged)}
        >
          {say('breach.judge-keep')}
        </Button>
      </div>
    </details>
  )
}
