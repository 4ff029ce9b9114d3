import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { type Language, weakPin, windowTexts } from '@setu/vocabulary'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { plainDigits } from '../../forms/typed.ts'
import { useDoors } from '../../platform/doors.ts'
import { languageNames } from '../../platform/preferences/language-names.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Tick } from '../../shell/tick.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useReadAloud } from '../consents/read-aloud.ts'
import { ReadAloudButton } from '../consents/read-aloud-button.tsx'
import { type NearSuspect, NearSuspectField } from './near-suspect.tsx'
import { Numbers } from './numbers.tsx'
import { Slip } from './slip.tsx'

const readWords = { read: 'window.read', stop: 'window.read-stop', none: 'consent.no-voice' } as const

interface GiveProps {
  readonly file: CaseView
  readonly again: boolean
  readonly onClose: () => void
}

/** Offers the window: what it is and what can go wrong, then the question about those near her, her PIN, her numbers. */
export function GiveWindow({ file, again: before, onClose }: GiveProps): ReactNode {
  const say = useWords()
  const queries = useQueryClient()
  const { window: door } = useDoors()
  const [near, setNear] = useState<NearSuspect | null>(null)
  const [told, setTold] = useState(false)
  // As it was before these numbers were given.
  const [again] = useState(before)
  const give = useMutation({
    mutationFn: (pin: string) =>
      door.issue(file, { pin, nearSuspect: near ?? 'cannotSay', understood: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', file.org, file.id] }),
  })
  if (give.data !== undefined) return <Slip receipt={give.data.receipt} again={again} onClose={onClose} />
  return (
    <Dialog title={say(told ? 'window.pin-title' : 'window.title')} onClose={onClose}>
      {told ? (
        <ChoosePin pending={give.isPending} refused={give.error} onPin={give.mutate} onCancel={onClose} />
      ) : (
        <Explain near={near} onNear={setNear} onNext={() => setTold(true)} onCancel={onClose} />
      )}
    </Dialog>
  )
}

interface ExplainProps {
  readonly near: NearSuspect | null
  readonly onNear: (answer: NearSuspect | null) => void
  readonly onNext: () => void
  readonly onCancel: () => void
}

function Explain({ near, onNear, onNext, onCancel }: ExplainProps): ReactNode {
  const say = useWords()
  const { language: mine } = useLabels()
  const [language, setLanguage] = useState<Language>(mine)
  const [wants, setWants] = useState(false)
  const aloud = useReadAloud(language)
  const { offer, dangers, closing } = windowTexts
  const texts = [...offer, ...dangers, closing].map((text) => text[language])
  return (
    <div className={dialogs['parts']}>
      <p className={lists['strong']}>{say('window.tell')}</p>
      <Choice
        name="telling"
        label={say('window.tell-language')}
        options={languageNames}
        value={language}
        onChoose={setLanguage}
      />
      <ReadAloudButton aloud={aloud} text={() => texts.join(' ')} words={readWords} />
      <div lang={language} className={dialogs['parts']}>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <Tick label={say('window.wants')} checked={wants} onTick={setWants} />
      <NearSuspectField answer={near} onAnswer={onNear} />
      <DialogActs onCancel={onCancel}>
        <Button disabled={!wants || near === null} onClick={onNext}>
          {say('window.next')}
        </Button>
      </DialogActs>
    </div>
  )
}

interface ChoosePinProps {
  readonly pending: boolean
  readonly refused: unknown
  readonly onPin: (pin: string) => void
  readonly onCancel: () => void
}

function ChoosePin({ pending, refused, onPin, onCancel }: ChoosePinProps): ReactNode {
  const say = useWords()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [chosen, repeated] = [plainDigits(pin), plainDigits(again)]
  const fault = !/^\d{6}$/.test(chosen) ? 'window.pin-short' : weakPin(chosen) ? 'window.pin-weak' : null
  const differs = fault === null && chosen !== repeated
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (fault === null && !differs) onPin(chosen)
  }
  return (
    <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
      <p>{say('window.pin-what')}</p>
      <Numbers
        label={say('window.pin')}
        hidden
        length={6}
        value={pin}
        fault={asked && fault !== null ? say(fault) : null}
        onValue={setPin}
      />
      <Numbers
        label={say('window.pin-again')}
        hidden
        length={6}
        value={again}
        fault={asked && differs ? say('window.pin-differs') : null}
        onValue={setAgain}
      />
      <RefusalNote error={refused} />
      <DialogActs onCancel={onCancel}>
        <Button type="submit" loading={pending}>
          {say('window.pin-done')}
        </Button>
      </DialogActs>
    </form>
  )
}
