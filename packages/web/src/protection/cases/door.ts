import type { CaseRecordName } from '@setu/records'
import type {
  CaseKnown,
  CaseKnownQuery,
  CaseList,
  CaseOpen,
  CaseOpened,
  CaseQuery,
  CaseView,
  EventList,
  NoteAdd,
  PartOpened,
  Reading,
  RecordStep,
  RecordWrite,
  SavedFilterView,
  Trail,
} from '@setu/records/api'
import type {
  CaseRequirement,
  CaseState,
  ConflictAnswer,
  Id,
  OutsideReason,
  ReadingReason,
  RightsNoticeMeans,
  TaskKind,
} from '@setu/vocabulary'
import type { Address, Change, Items, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

export interface StateChange extends Change {
  readonly to: CaseState
  readonly reason?: string
  readonly holdUntil?: string
}

export interface RequirementCheck extends Named {
  readonly id: Id
  readonly requirement: CaseRequirement
  readonly answer: 'done' | 'waived'
  readonly reason?: string
}

export interface RightsNoticeGiven extends Named {
  readonly id: Id
  readonly givenOn: string
  readonly means: RightsNoticeMeans
  readonly language: 'en' | 'bn'
  readonly textVersion: string
  readonly understood: boolean
}

export interface Assign extends Named {
  readonly id: Id
  readonly account: string
  readonly lead: boolean
  readonly instead?: string
}

export interface TaskAdd extends Named {
  readonly id: Id
  readonly kind: TaskKind
  readonly account: string | null
  readonly dueOn: string
}

export interface CaseLookUp {
  readonly field: 'identityNumber' | 'mobile' | 'name'
  readonly text: string
  readonly reason: ReadingReason
}

export interface SavedFilterAdd extends Named {
  readonly id: Id
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
}

/** Which page, and why it is asked for by somebody who does not work on the case. */
interface TrailAsked {
  readonly after: string | undefined
  readonly reason: OutsideReason | undefined
}

/** Everything that is done with a case itself. */
export interface CasesDoor {
  readonly list: (query: CaseQuery) => Promise<CaseList>
  readonly lookUp: (asked: CaseLookUp) => Promise<CaseList>
  readonly known: (asked: CaseKnownQuery) => Promise<CaseKnown>
  readonly open: (form: CaseOpen) => Promise<CaseOpened>
  readonly read: (at: Address) => Promise<CaseView>
  readonly timeline: (at: Address, after: string) => Promise<EventList>
  readonly trail: (at: Address, asked: TrailAsked) => Promise<Trail>
  readonly openPart: (at: Address, reading: Reading) => Promise<PartOpened>
  readonly write: (at: Address, record: CaseRecordName, write: RecordWrite) => Promise<Written>
  readonly step: (
    at: Address,
    of: { readonly record: CaseRecordName; readonly id: string },
    step: RecordStep,
  ) => Promise<Written>
  readonly note: (at: Address, note: NoteAdd) => Promise<Written>
  readonly changeState: (at: Address, change: StateChange) => Promise<Written>
  readonly check: (at: Address, check: RequirementCheck) => Promise<Written>
  readonly giveRightsNotice: (at: Address, notice: RightsNoticeGiven) => Promise<Written>
  readonly addTask: (at: Address, task: TaskAdd) => Promise<Written>
  readonly finishTask: (
    at: Address,
    task: string,
    done: Change & { readonly doneOn: string },
  ) => Promise<Written>
  readonly assign: (at: Address, assign: Assign) => Promise<Written>
  readonly declare: (
    at: Address,
    assignment: string,
    declared: Named & { readonly answer: ConflictAnswer },
  ) => Promise<Written>
  readonly filters: () => Promise<Items<SavedFilterView>>
  readonly saveFilter: (filter: SavedFilterAdd) => Promise<Written>
  readonly dropFilter: (id: string) => Promise<void>
}

export function remoteCases(http: Http): CasesDoor {
  const path = ({ org, id }: Address) => `/api/cases/${org}/${id}`
  return {
    list: (query) => http.get('/api/cases', query),
    lookUp: (asked) => http.post('/api/cases/look-up', asked),
    known: (asked) => http.post('/api/cases/known', asked),
    open: (form) => http.post('/api/cases', form),
    read: (at) => http.get(path(at)),
    timeline: (at, after) => http.get(`${path(at)}/timeline`, { after }),
    trail: (at, asked) => http.get(`${path(at)}/trail`, { ...asked }),
    openPart: (at, reading) => http.post(`${path(at)}/open-part`, reading),
    write: (at, record, write) => http.post(`${path(at)}/records/${record}`, write),
    step: (at, { record, id }, step) => http.post(`${path(at)}/records/${record}/${id}/step`, step),
    note: (at, note) => http.post(`${path(at)}/notes`, note),
    changeState: (at, change) => http.post(`${path(at)}/state`, change),
    check: (at, check) => http.post(`${path(at)}/checks`, check),
    giveRightsNotice: (at, notice) => http.post(`${path(at)}/rights-notices`, notice),
    addTask: (at, task) => http.post(`${path(at)}/tasks`, task),
    finishTask: (at, task, done) => http.post(`${path(at)}/tasks/${task}/done`, done),
    assign: (at, assign) => http.post(`${path(at)}/assignments`, assign),
    declare: (at, assignment, declared) =>
      http.post(`${path(at)}/assignments/${assignment}/declare`, declared),
    filters: () => http.get('/api/filters'),
    saveFilter: (filter) => http.post('/api/filters', filter),
    dropFilter: async (id) => {
      await http.delete(`/api/filters/${id}`)
    },
  }
}
