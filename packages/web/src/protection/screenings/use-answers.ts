import type { ScreeningSave, ScreeningView } from '@setu/records/api'
import type { ScreeningAnswer, ScreeningAnswers } from '@setu/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

type Given = Omit<ScreeningSave, 'command' | 'base'>

/** Answers as they are given: each is sent at once, and what could not be sent waits and is sent with the next. */
export interface GivenAnswers {
  readonly answers: ScreeningAnswers
  readonly signs: readonly string[]
  readonly answer: (question: string, answer: ScreeningAnswer) => void
  readonly give: (given: Given) => void
  /** Something is on its way, or waits for the network. */
  readonly waiting: boolean
  /** The newest version that the node told of, which may be newer than the screening as last read. */
  readonly base: () => number
  readonly refused: unknown
  readonly again: () => void
}

function together(first: Given, then: Given): Given {
  return { ...first, ...then, answers: { ...first.answers, ...then.answers } }
}

const nothing: Given = { answers: {} }
const isEmpty = ({ answers, signs, safety }: Given): boolean =>
  Object.keys(answers).length === 0 && signs === undefined && safety === undefined

export function useAnswers(screening: ScreeningView): GivenAnswers {
  const { screenings } = useDoors()
  const queries = useQueryClient()
  const [given, setGiven] = useState<Given>(nothing)
  const [waiting, setWaiting] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const version = useRef(screening.version)
  const toSend = useRef<Given>(nothing)
  const sending = useRef(false)

  useEffect(() => {
    version.current = Math.max(version.current, screening.version)
  }, [screening.version])

  const lookAgain = () => queries.invalidateQueries({ queryKey: ['screening', screening.org, screening.id] })

  const send = async (): Promise<void> => {
    if (sending.current || isEmpty(toSend.current)) return
    sending.current = true
    setWaiting(true)
    const batch = toSend.current
    toSend.current = nothing
    try {
      const written = await screenings.save(screening, { command: newId(), base: version.current, ...batch })
      version.current = written.version
      setRefused(null)
    } catch (error) {
      toSend.current = together(batch, toSend.current)
      setRefused(error)
      if (error instanceof Refusal && error.status === 409) await lookAgain()
      sending.current = false
      return
    }
    sending.current = false
    if (isEmpty(toSend.current)) {
      setWaiting(false)
      await lookAgain()
    } else await send()
  }

  const give = (more: Given) => {
    setGiven((before) => together(before, more))
    toSend.current = together(toSend.current, more)
    void send()
  }
  return {
    answers: { ...screening.answers, ...given.answers },
    signs: given.signs ?? screening.signs,
    answer: (question, answer) => give({ answers: { [question]: answer } }),
    give,
    waiting,
    base: () => version.current,
    refused,
    again: () => void send(),
  }
}
