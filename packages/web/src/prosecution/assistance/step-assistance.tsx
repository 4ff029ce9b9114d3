import type { AssistanceView, CriminalView } from '@setu/records/api'
import { assistanceStages } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useWords } from '../../words/use-words.ts'
import { DatedStep } from '../criminal-cases/dated-step.tsx'

interface StepProps {
  readonly file: CriminalView
  readonly request: AssistanceView
  readonly onClose: () => void
}

/** Takes a request to another country a stage further. */
export function StepAssistance({ file, request, onClose }: StepProps): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const nobody = !file.offices.some(({ task, until }) => task === 'centralAuthority' && until === null)
  return (
    <DatedStep
      words={{
        title: say('abroad.step'),
        to: say('abroad.next'),
        on: say('abroad.on'),
        paper: say('abroad.paper'),
        keep: say('abroad.keep'),
        kept: say('abroad.kept'),
      }}
      list={assistanceStages}
      next={request.next}
      base={request.version}
      hindered={(to) => (to === 'withAuthority' && nobody ? say('abroad.no-authority') : null)}
      send={(given) => prosecution.stepAssistance(file, request.id, given)}
      onClose={onClose}
    />
  )
}
