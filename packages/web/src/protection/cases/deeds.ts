import { caseEventKinds, isCode } from '@setu/vocabulary'
import { useCallback } from 'react'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

const deeds: Readonly<Record<string, WordId>> = {
  read: 'deed.read',
  wrote: 'deed.wrote',
  shared: 'deed.shared',
  withdrew: 'deed.withdrew',
  unopened: 'deed.unopened',
}

/** What somebody did with a part of a case, in words. */
export function useDeed(): (did: string) => string {
  const say = useWords()
  const { code } = useLabels()
  return useCallback(
    (did) => {
      if (isCode(caseEventKinds, did)) return code(caseEventKinds, did)
      const word = deeds[did]
      return word === undefined ? did : say(word)
    },
    [say, code],
  )
}
