import { dutyKinds, isCode, taskKinds } from '@setu/vocabulary'
import { useCallback } from 'react'
import type { WordId } from '../words/rooms.ts'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'

/** The steps whose time runs, as the service levels name them. */
const steps: Readonly<Record<string, WordId>> = {
  acknowledge: 'clock.acknowledge',
  answer: 'clock.answer',
  start: 'clock.start',
  feedback: 'clock.feedback',
  expire: 'clock.expire',
}

/** What is promised, in words: a task of a case, or a step of a referral. */
export function useDueLabel(): (kind: string) => string {
  const say = useWords()
  const { code } = useLabels()
  return useCallback(
    (kind) => {
      if (isCode(taskKinds, kind)) return code(taskKinds, kind)
      if (isCode(dutyKinds, kind)) return code(dutyKinds, kind)
      const step = steps[kind.replace(/^referral[.-]/, '')]
      return step === undefined ? kind : say(step)
    },
    [say, code],
  )
}
