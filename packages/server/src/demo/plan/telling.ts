import type { CaseRequirement, NoteKind } from '@setu/vocabulary'
import type { DemoDirectory, DemoPerson } from '../directory.ts'
import type { Draws } from '../draws.ts'
import { noteWords } from '../words-table.ts'
import type { DrawnPerson } from './draw-person.ts'
import type { Act, CaseBrief } from './story.ts'

/** The moment of loading and the directory in which the stories play. */
export interface Stage {
  readonly now: Date
  readonly directory: DemoDirectory
}

/** All that the turns of one case are made from. */
export interface Telling extends Stage {
  readonly draws: Draws
  readonly brief: CaseBrief
  readonly person: DrawnPerson
  readonly worker: DemoPerson
  readonly opened: Date
  /** Whether the survivor agreed that the family is traced, without which nobody writes of it. */
  readonly tracing: boolean
}

/** Says that some requirements are met, or, with `waived`, that they may wait. */
export function check(draws: Draws, requirements: readonly CaseRequirement[], waived = false): Act {
  return {
    act: 'check',
    checks: requirements.map((requirement) => ({ id: draws.id(), requirement, waived })),
  }
}

export function note({ draws, person }: Telling, kind: NoteKind): Act {
  return { act: 'note', id: draws.id(), kind, words: person.say(draws.pick(noteWords[kind])) }
}
