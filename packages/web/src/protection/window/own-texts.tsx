import { Button } from '@mantine/core'
import type { OwnTextChoose, OwnTexts as Texts } from '@setu/records/api'
import { entryOf, forbidTexts, reminderTexts, textNumber } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { languageNames } from '../../platform/preferences/language-names.ts'
import { Choice } from '../../shell/choice.tsx'
import { Tick } from '../../shell/tick.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers, useOwn } from './use-own.ts'

/** Whether a text reminds her; she chooses it and ends it herself, and what she typed stays nowhere. */
export function OwnTexts({ onEnded }: { readonly onEnded: () => void }): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.texts, onEnded)
  const deed = useDeedOfHers(onEnded)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<WordId | null>(null)
  if (value === null) return <OwnTrouble trouble={trouble} onAgain={again} />
  const { choice, hindrance } = value
  // She is not asked at all where there is nothing to choose, or where it is not safe.
  if (choice === null && forbidTexts.some((one) => one === hindrance)) return null
  const after = (word: WordId) => {
    setDone(word)
    setAsking(false)
    again()
  }
  const stop = async () => {
    if (await deed.run(own.stopTexts)) after('own.text-ended')
  }
  const choose = async (given: OwnTextChoose) => {
    if (await deed.run(() => own.chooseTexts(given))) after('own.text-kept')
  }
  return (
    <section className={styles['part']} aria-labelledby="own-texts">
      <h3 id="own-texts" className={styles['strong']}>
        {say('own.text-title')}
      </h3>
      <div role="status">{done !== null && <p className={styles['told']}>{say(done)}</p>}</div>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {choice === null && !asking && <p>{say('own.text-off')}</p>}
      {choice !== null && (
        <>
          <p>{say('own.text-on')}</p>
          <p className={styles['told']} lang={choice.language}>
            {entryOf(reminderTexts, choice.wording)[choice.language]}
          </p>
          {hindrance !== null && <p>{say('own.text-hindered')}</p>}
        </>
      )}
      {asking && (
        <Form offers={value.offers} busy={deed.busy} onGiven={choose} onCancel={() => setAsking(false)} />
      )}
      <OwnTrouble trouble={deed.trouble} />
      {choice !== null && (
        <div>
          <Button variant="default" loading={deed.busy} onClick={() => void stop()}>
            {say('own.text-end')}
          </Button>
        </div>
      )}
      {choice === null && !asking && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {say('own.text-begin')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface FormProps {
  readonly offers: Texts['offers']
  readonly busy: boolean
  readonly onGiven: (given: OwnTextChoose) => Promise<void>
  readonly onCancel: () => void
}

function Form({ offers, busy, onGiven, onCancel }: FormProps): ReactNode {
  const say = useWords()
  const field = useId()
  const [wording, setWording] = useState<Texts['offers'][number] | null>(null)
  const [language, setLanguage] = useState<'en' | 'bn'>('bn')
  const [number, setNumber] = useState('')
  const [safe, setSafe] = useState(false)
  const [asked, setAsked] = useState(false)
  const wrong = asked && textNumber(number) === null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wording !== null && safe && textNumber(number) !== null)
      void onGiven({ number, wording, language, safe })
  }
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate autoComplete="off">
      <p>{say('own.text-danger')}</p>
      <Choice
        name="text-language"
        label={say('own.text-language')}
        options={languageNames}
        value={language}
        onChoose={setLanguage}
      />
      <Choice
        name="text-words"
        label={say('own.text-words')}
        options={offers.map((value) => ({
          value,
          label: entryOf(reminderTexts, value)[language],
          lang: language,
        }))}
        value={wording}
        onChoose={setWording}
      />
      <label htmlFor={field} className={styles['strong']}>
        {say('own.text-number')}
      </label>
      <input
        id={field}
        type="text"
        inputMode="tel"
        maxLength={40}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className={styles['typing']}
        value={number}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${field}-fault` : undefined}
        onChange={(event) => setNumber(event.target.value)}
      />
      {wrong && (
        <p id={`${field}-fault`} role="alert" className={styles['quiet']}>
          {say('own.text-wrong')}
        </p>
      )}
      <Tick label={say('own.text-safe')} checked={safe} onTick={setSafe} />
      <Button type="submit" size="lg" loading={busy} disabled={wording === null || !safe}>
        {say('own.text-keep')}
      </Button>
      <Button variant="default" size="lg" onClick={onCancel}>
        {say('own.not-now')}
      </Button>
    </form>
  )
}
