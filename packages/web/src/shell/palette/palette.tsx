import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import { useSession } from '../../platform/use-session.ts'
import { useWords } from '../../words/use-words.ts'
import { Dialog } from '../dialog.tsx'
import { type Command, commandsOf, found } from './commands.ts'
import styles from './palette.module.css'
import { useCommands } from './use-commands.ts'

/** Goes anywhere and does anything from the keyboard: type, choose with the arrows, Enter. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const session = useSession()
  const { labelOf, run } = useCommands()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useMemo(() => (session === null ? [] : commandsOf(session)), [session])
  const shown = found(commands, typed, labelOf)
  const chosen = shown[Math.min(at, shown.length - 1)]

  const choose = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    run(command)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined && shown.length > 0) {
      event.preventDefault()
      setAt((from) => (Math.min(from, shown.length - 1) + step + shown.length) % shown.length)
    }
    if (event.key === 'Enter') choose(chosen)
  }

  return (
    <Dialog title={say('shell.search')} onClose={onClose}>
      <input
        className={styles['typed']}
        type="search"
        role="combobox"
        aria-label={say('palette.what')}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${shown.indexOf(chosen)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={say('palette.what')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={say('shell.search')} className={styles['list']}>
        {shown.map((command, index) => (
          <div
            key={labelOf(command)}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={command === chosen}
            className={styles['option']}
            onClick={() => choose(command)}
          >
            {labelOf(command)}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length > 0 ? 'heard' : styles['none']}>
        {shown.length > 0 ? say('palette.count', { count: shown.length }) : say('palette.none')}
      </p>
    </Dialog>
  )
}
