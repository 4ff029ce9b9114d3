import type { ScreeningStep, ScreeningView } from '@setu/records/api'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'

/** Stops asking, or goes on. */
export function useStep(screening: ScreeningView) {
  const say = useWords()
  const { screenings } = useDoors()
  return useCommand(
    (step: ScreeningStep) => screenings.step(screening, step),
    (_answer, { to }) => toast(say(to === 'stopped' ? 'screening.is-stopped' : 'screening.goes-on')),
  )
}
