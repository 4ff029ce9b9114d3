import type { AccusedView, CriminalView } from '@setu/records/api'
import { custodyStates, custodySteps } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useWords } from '../../words/use-words.ts'
import { DatedStep } from './dated-step.tsx'

interface StepCustodyProps {
  readonly file: CriminalView
  readonly accused: AccusedView
  readonly onClose: () => void
}

/** Writes down where an accused is now. */
export function StepCustody({ file, accused, onClose }: StepCustodyProps): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  return (
    <DatedStep
      words={{
        title: say('court.move'),
        to: say('court.custody-now'),
        on: say('court.step-on'),
        paper: say('court.paper'),
        keep: say('court.keep'),
        kept: say('court.is-kept'),
      }}
      list={custodyStates}
      next={custodySteps[accused.custody]}
      base={accused.version}
      send={(given) => prosecution.stepCustody(file, accused.id, given)}
      onClose={onClose}
    />
  )
}
