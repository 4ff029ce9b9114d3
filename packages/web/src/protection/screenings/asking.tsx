import { Button } from '@mantine/core'
import type { ScreeningView } from '@setu/records/api'
import { dangerQuestions, type ScreeningInstrument } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { DecideCard } from './decide-card.tsx'
import { firstOpenPage, pagesOf, Questions, Signs } from './questions.tsx'
import { SafetyFlow } from './safety-flow.tsx'
import { useAnswers } from './use-answers.ts'
import { useStep } from './use-step.ts'

interface AskingProps {
  readonly screening: ScreeningView
  readonly instrument: ScreeningInstrument
}

/** One page of questions at a time, with a way to stop on each. */
export function Asking({ screening, instrument }: AskingProps): ReactNode {
  const say = useWords()
  const given = useAnswers(screening)
  const step = useStep(screening)
  const pages = pagesOf(instrument)
  const [place, setPlace] = useState(() => firstOpenPage(pages, given.answers))
  const danger = dangerQuestions.entries.map(({ code }) => given.answers[code])
  const unsafe = screening.safety === null && danger.includes('yes')
  const asked = danger.every((answer) => answer !== undefined)
  const page = pages[unsafe || !asked ? 0 : place]
  const go = (to: number) => {
    setPlace(to)
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      <RefusalNote error={given.refused ?? step.refused} />
      {given.refused !== null && <Button onClick={given.again}>{say('screening.send-again')}</Button>}
      <p className={lists['quiet']}>
        {say('screening.page', { place: Math.min(place, pages.length) + 1, count: pages.length + 1 })}
      </p>
      {page === undefined ? (
        <>
          <Signs given={given} />
          <DecideCard screening={screening} instrument={instrument} given={given} />
        </>
      ) : (
        <Questions key={page.key} page={page} given={given} />
      )}
      {unsafe && <SafetyFlow given={given} />}
      <div className={lists['acts']}>
        {page !== undefined && (
          <Button disabled={unsafe || !asked} onClick={() => go(place + 1)}>
            {say('screening.next')}
          </Button>
        )}
        {place > 0 && asked && !unsafe && (
          <Button variant="default" onClick={() => go(place - 1)}>
            {say('screening.back')}
          </Button>
        )}
        <Button
          variant="default"
          loading={step.pending}
          disabled={given.waiting}
          onClick={() => step.run({ base: given.base(), to: 'stopped' })}
        >
          {say('screening.stop')}
        </Button>
      </div>
    </>
  )
}
