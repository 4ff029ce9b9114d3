import {
  type CodeList,
  conflictAnswers,
  consentMedia,
  isCode,
  rightsNoticeMeans,
  urgencies,
} from '@setu/vocabulary'
import type { Answers } from '../../forms/faults.ts'
import type { NewCase } from './new-case-form.ts'

/** What the wizard asks beside the records: how soon, conflicts, rights, the first consents. */
export type NewCaseChoices = Omit<NewCase, 'records' | 'language' | 'conflict'> & {
  readonly conflict: NewCase['conflict'] | null
}

export function isChoice(answer: unknown): answer is 'given' | 'refused' {
  return answer === 'given' || answer === 'refused'
}

function codeIn<C extends string>(list: CodeList<C>, answer: unknown, otherwise: C): C {
  return isCode(list, answer) ? answer : otherwise
}

/** The choices as they stand: what was not chosen has the answer that asks least of the person. */
export function readChoices(answers: Answers, ownUnit: string): NewCaseChoices {
  const consent = (purpose: string) => {
    const answer = answers[`consent.${purpose}`]
    return isChoice(answer) ? answer : null
  }
  const unit = answers['unit']
  const conflict = answers['conflict']
  const guardian = answers['guardianAgreed']
  return {
    unit: typeof unit === 'string' ? unit : ownUnit,
    urgency: codeIn(urgencies, answers['urgency'], 'standard'),
    conflict: isCode(conflictAnswers, conflict) ? conflict : null,
    rightsTold: answers['rightsTold'] === true,
    means: codeIn(rightsNoticeMeans, answers['means'], 'explained'),
    understood: answers['understood'] === true,
    consents: {
      services: consent('services'),
      storeIdentity: consent('storeIdentity'),
      contact: consent('contact'),
    },
    medium: codeIn(consentMedia, answers['medium'], 'spoken'),
    guardianAgreed: typeof guardian === 'boolean' ? guardian : null,
  }
}
