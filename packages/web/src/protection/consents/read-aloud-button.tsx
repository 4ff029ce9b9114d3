import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import type { ReadAloud } from './read-aloud.ts'

interface ReadAloudProps {
  readonly aloud: ReadAloud
  readonly text: () => string
  readonly words: { readonly read: WordId; readonly stop: WordId; readonly none: WordId }
}

/** Reads aloud and stops again; where the device has no voice for the language it says so. */
export function ReadAloudButton({ aloud, text, words }: ReadAloudProps): ReactNode {
  const say = useWords()
  if (!aloud.able) return <p className={lists['quiet']}>{say(words.none)}</p>
  return (
    <div>
      <Button
        variant="default"
        leftSection={<Icon name="sound" size={18} />}
        onClick={() => (aloud.reading ? aloud.stop() : aloud.read(text()))}
      >
        {say(aloud.reading ? words.stop : words.read)}
      </Button>
    </div>
  )
}
