import type { CaseRecordName } from '@setu/records'
import type { CaseEventKind } from '@setu/vocabulary'
import type { Work } from '../../platform/index.ts'
import { followGoal, followNeeds, followServicePlan } from '../plans/follow-plan.ts'
import { followRisk } from '../risk/follow-risk.ts'
import { followSafetyPlan } from '../risk/follow-safety-plan.ts'
import type { Stepped } from './stepped.ts'

/** What the timeline calls a step that has a name of its own. */
export const stepEvents: Partial<Record<CaseRecordName, Readonly<Record<string, CaseEventKind>>>> = {
  riskAssessment: { made: 'riskAssessed' },
  safetyPlan: { inForce: 'safetyPlanMade' },
  needsAssessment: { made: 'needsAssessed' },
  servicePlan: { agreed: 'planAnswered', declined: 'planAnswered', approved: 'planApproved' },
}

type Consequence = (work: Work, stepped: Stepped) => Promise<void>

const consequences: Partial<Record<CaseRecordName, Consequence>> = {
  riskAssessment: followRisk,
  safetyPlan: followSafetyPlan,
  needsAssessment: followNeeds,
  servicePlan: followServicePlan,
  supportPlan: followGoal,
}

/** Does what follows from a step of a record. */
export async function follow(work: Work, stepped: Stepped): Promise<void> {
  await consequences[stepped.name]?.(work, stepped)
}
