import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { usePrefer } from '../../platform/preferences/use-prefer.ts'
import { settings } from '../../platform/settings.ts'
import { useSignOut } from '../../platform/use-sign-out.ts'
import { useWords } from '../../words/use-words.ts'
import { leaveNow } from '../leave/leave-now.ts'
import type { Command } from './commands.ts'

interface Commands {
  readonly labelOf: (command: Command) => string
  readonly run: (command: Command) => void
}

/** What each command is called, and what it does. */
export function useCommands(): Commands {
  const say = useWords()
  const navigate = useNavigate()
  const prefer = usePrefer()
  const signOut = useSignOut()

  const labelOf = useCallback(
    (command: Command): string => {
      switch (command.kind) {
        case 'go':
          return say(command.word)
        case 'open-case':
          return say('palette.open-case', { code: command.code })
        case 'language':
          return say('palette.language')
        case 'sign-out':
          return say('shell.sign-out')
        case 'leave':
          return say('leave.now')
      }
    },
    [say],
  )

  const run = (command: Command) => {
    switch (command.kind) {
      case 'go':
        return void navigate({ to: command.to })
      case 'open-case':
        return void navigate({ to: '/cases', search: { code: command.code } })
      case 'language':
        return prefer({ language: settings().language === 'en' ? 'bn' : 'en' })
      case 'sign-out':
        return void signOut()
      case 'leave':
        return leaveNow()
    }
  }

  return { labelOf, run }
}
