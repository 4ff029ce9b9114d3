import { Button } from '@mantine/core'
import type { CaseView, TextStop, TextsView } from '@setu/records/api'
import { entryOf, reminderTexts, textHindrances } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ChooseTexts } from './choose-texts.tsx'
import styles from './texts.module.css'

interface CaseTextsProps {
  readonly file: CaseView
  readonly texts: TextsView
}

/** Whether the survivor is reminded by texts, what they say, and what hinders them; and what can be done about it. */
export function CaseTexts({ file, texts }: CaseTextsProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const [doing, setDoing] = useState<'choose' | 'stop' | null>(null)
  const { choice, hindrance, mayChoose } = texts
  const on = choice !== null && choice.stopped === null
  const done = () => setDoing(null)
  return (
    <section className={`${lists['stack']} ${styles['section']}`} aria-labelledby="reminder-texts">
      <h3 id="reminder-texts" className={lists['strong']}>
        {say('texts.title')}
      </h3>
      {on ? <Chosen texts={texts} choice={choice} /> : <p>{say('texts.none')}</p>}
      {choice?.stopped && (
        <p className={lists['quiet']}>
          {say('texts.stopped')}: <MomentText moment={choice.stopped} />
        </p>
      )}
      {choice?.stoppedBy === 'restored' && <p className={lists['strong']}>{say('texts.restored')}</p>}
      {hindrance !== null && <p>{say('texts.hindered', { why: code(textHindrances, hindrance) })}</p>}
      <div className={dialogs['acts']}>
        {mayChoose && (
          <Button variant="default" onClick={() => setDoing('choose')}>
            {say(on ? 'texts.choose-again' : 'texts.choose')}
          </Button>
        )}
        {on && (
          <Button color="brick" variant="light" onClick={() => setDoing('stop')}>
            {say('texts.stop')}
          </Button>
        )}
      </div>
      {doing === 'choose' && <ChooseTexts file={file} texts={texts} onClose={done} />}
      {doing === 'stop' && <StopTexts file={file} onClose={done} />}
    </section>
  )
}

interface ChosenProps {
  readonly texts: TextsView
  readonly choice: NonNullable<TextsView['choice']>
}

function Chosen({ texts: { from, until }, choice }: ChosenProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { wording, language, chosen, by, herself } = choice
  return (
    <>
      <p>{say(herself ? 'texts.on-herself' : 'texts.on')}</p>
      <p>{say('texts.says')}</p>
      <p className={styles['text']} lang={language}>
        {entryOf(reminderTexts, wording)[language]}
      </p>
      <p>{say('texts.when', { from: dates.number(from), until: dates.number(until) })}</p>
      <p className={lists['quiet']}>
        {say('texts.chosen')}: <MomentText moment={chosen} />
        {by !== null && <> · {say('texts.by', { person: by })}</>}
      </p>
    </>
  )
}

function StopTexts({ file, onClose }: { readonly file: CaseView; readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { texts: door } = useDoors()
  const stop = useCommand(
    (asked: TextStop) => door.stop(file, asked),
    () => {
      toast(say('texts.stopped-now'))
      onClose()
    },
  )
  return (
    <Dialog title={say('texts.stop')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('texts.stop-sure')}</p>
        <RefusalNote error={stop.refused} />
        <DialogActs onCancel={onClose}>
          <Button color="brick" loading={stop.pending} onClick={() => stop.run({})}>
            {say('texts.stop')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
