import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CodeList, Step } from '@setu/vocabulary'

/** A step of a record that not everybody who works on a case takes. */
export interface GuardedStep {
  readonly record: CaseRecordName
  readonly states: CodeList
  readonly step: Step
  /** Nobody takes it who took the step before. */
  readonly another: boolean
}

/** Every step that only a supervisor takes, or that somebody else takes than who asked: as the tables of steps have it. */
export function guardedSteps(): GuardedStep[] {
  return Object.values(caseRecords).flatMap(({ name: record, states }): GuardedStep[] => {
    if (states === undefined) return []
    return states.steps
      .filter(({ by, notBy = [] }) => notBy.length > 0 || by.every((one) => one === 'supervise'))
      .map((step) => ({ record, states: states.list, step, another: (step.notBy ?? []).length > 0 }))
  })
}
