import { Button } from '@mantine/core'
import type { CaseView, TextChoose, TextsView } from '@setu/records/api'
import { entryOf, reminderTexts, textNumber } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import { TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { languageNames } from '../../platform/preferences/language-names.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Tick } from '../../shell/tick.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'

interface ChooseProps {
  readonly file: CaseView
  readonly texts: TextsView
  readonly onClose: () => void
}

/** Writes down, with the survivor there, that they chose texts: which words, in which language, and to which number. */
export function ChooseTexts({ file, texts: { offers, choice }, onClose }: ChooseProps): ReactNode {
  const say = useWords()
  const { texts: door } = useDoors()
  const [wording, setWording] = useState(choice?.wording ?? null)
  const [language, setLanguage] = useState(choice?.language ?? 'bn')
  const [number, setNumber] = useState('')
  const [chose, setChose] = useState(false)
  const [safe, setSafe] = useState(false)
  const [asked, setAsked] = useState(false)
  // As it was when this was opened: what comes in below it was not seen.
  const [seen] = useState(choice?.stopped ?? choice?.chosen ?? null)
  const choose = useCommand(
    (given: TextChoose) => door.choose(file, given),
    () => {
      toast(say('texts.chosen-now'))
      onClose()
    },
  )
  const wrong = textNumber(number) === null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wording !== null && !wrong && chose && safe)
      choose.run({ number, wording, language, chose, safe, seen })
  }
  return (
    <Dialog title={say('texts.choose')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate autoComplete="off">
        <p>{say('texts.tell')}</p>
        <Choice
          name="language"
          label={say('texts.language')}
          options={languageNames}
          value={language}
          onChoose={setLanguage}
        />
        <Choice
          name="wording"
          label={say('texts.wording')}
          options={offers.map((value) => ({
            value,
            label: entryOf(reminderTexts, value)[language],
            lang: language,
          }))}
          value={wording}
          onChoose={setWording}
        />
        <TextField
          name="number"
          label={say('texts.number')}
          required
          fault={asked && wrong ? 'not-a-phone' : null}
          answer={number}
          onAnswer={(answer) => setNumber(typeof answer === 'string' ? answer : '')}
        />
        <p className={lists['quiet']}>{say('texts.number-why')}</p>
        <Tick label={say('texts.safe')} checked={safe} onTick={setSafe} />
        <Tick label={say('texts.chose')} checked={chose} onTick={setChose} />
        <RefusalNote error={choose.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" disabled={wording === null || !chose || !safe} loading={choose.pending}>
            {say('texts.keep')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
