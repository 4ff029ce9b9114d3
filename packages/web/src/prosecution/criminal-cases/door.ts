import type {
  AccusedKeep,
  AlertCount,
  AlertList,
  AlertSaid,
  AlertsQuery,
  AssistanceDesk,
  AssistancePropose,
  AssistanceQuery,
  AssistanceStepGiven,
  AssistanceView,
  CaseAlerts,
  CasesQuery,
  CauseList,
  CauseQuery,
  CourtView,
  CriminalChange,
  CriminalCounted,
  CriminalList,
  CriminalOpen,
  CriminalOpened,
  CriminalReadings,
  CriminalView,
  CustodyStep,
  FactAdd,
  FactBack,
  FactList,
  HearingKeep,
  HearingView,
  OffenceAdd,
  OffenceStep,
  OfficeAdd,
  OfficeEnd,
  OfficeOptions,
} from '@setu/records/api'
import type { Address, Items, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Criminal cases, for the offices that work on them. */
export interface ProsecutionDoor {
  readonly courts: () => Promise<Items<CourtView>>
  readonly list: (query: CasesQuery) => Promise<CriminalList>
  readonly counts: () => Promise<CriminalCounted>
  readonly readings: (after: string | null) => Promise<CriminalReadings>
  readonly offices: () => Promise<OfficeOptions>
  readonly open: (given: CriminalOpen) => Promise<CriminalOpened>
  readonly read: (at: Address) => Promise<CriminalView>
  readonly change: (at: Address, given: CriminalChange) => Promise<Written>
  readonly addOffice: (at: Address, given: OfficeAdd) => Promise<Written>
  readonly endOffice: (at: Address, given: OfficeEnd) => Promise<Written>
  readonly keepAccused: (at: Address, given: AccusedKeep) => Promise<Written>
  readonly addOffence: (at: Address, given: OffenceAdd) => Promise<Written>
  readonly stepOffence: (at: Address, offence: string, given: OffenceStep) => Promise<Written>
  readonly stepCustody: (at: Address, accused: string, given: CustodyStep) => Promise<Written>
  readonly hearings: (at: Address) => Promise<Items<HearingView>>
  readonly keepHearing: (at: Address, given: HearingKeep) => Promise<Written>
  readonly causeList: (query: CauseQuery) => Promise<CauseList>
  readonly assistance: (at: Address) => Promise<Items<AssistanceView>>
  readonly assistanceDesk: (query: AssistanceQuery) => Promise<AssistanceDesk>
  readonly proposeAssistance: (at: Address, given: AssistancePropose) => Promise<Written>
  readonly stepAssistance: (at: Address, request: string, given: AssistanceStepGiven) => Promise<Written>
  readonly alerts: (query: AlertsQuery) => Promise<AlertList>
  readonly alertCount: () => Promise<AlertCount>
  readonly caseAlerts: (at: Address) => Promise<CaseAlerts>
  readonly answerAlert: (at: Address, alert: string, given: AlertSaid) => Promise<Written>
  readonly facts: (at: Address) => Promise<FactList>
  readonly addFact: (at: Address, given: FactAdd) => Promise<Written>
  readonly takeFactBack: (at: Address, fact: string, given: FactBack) => Promise<Written>
}

export function remoteProsecution(http: Http): ProsecutionDoor {
  const path = ({ org, id }: Address) => `/api/criminal-cases/${org}/${id}`
  return {
    courts: () => http.get('/api/courts'),
    list: (query) => http.get('/api/criminal-cases', query),
    counts: () => http.get('/api/criminal-counts'),
    readings: (after) => http.get('/api/criminal-readings', after === null ? {} : { after }),
    offices: () => http.get('/api/criminal-offices'),
    open: (given) => http.post('/api/criminal-cases', given),
    read: (at) => http.get(path(at)),
    change: (at, given) => http.post(path(at), given),
    addOffice: (at, given) => http.post(`${path(at)}/offices`, given),
    endOffice: (at, given) => http.post(`${path(at)}/offices/end`, given),
    keepAccused: (at, given) => http.post(`${path(at)}/accused`, given),
    addOffence: (at, given) => http.post(`${path(at)}/offences`, given),
    stepOffence: (at, offence, given) => http.post(`${path(at)}/offences/${offence}/step`, given),
    stepCustody: (at, accused, given) => http.post(`${path(at)}/accused/${accused}/custody`, given),
    hearings: (at) => http.get(`${path(at)}/hearings`),
    keepHearing: (at, given) => http.post(`${path(at)}/hearings`, given),
    causeList: (query) => http.get('/api/cause-list', query),
    assistance: (at) => http.get(`${path(at)}/assistance`),
    assistanceDesk: (query) => http.get('/api/assistance', query),
    proposeAssistance: (at, given) => http.post(`${path(at)}/assistance`, given),
    stepAssistance: (at, request, given) => http.post(`${path(at)}/assistance/${request}/step`, given),
    alerts: (query) => http.get('/api/criminal-alerts', query),
    alertCount: () => http.get('/api/criminal-alert-count'),
    caseAlerts: (at) => http.get(`${path(at)}/alerts`),
    answerAlert: (at, alert, given) => http.post(`${path(at)}/alerts/${alert}/answer`, given),
    facts: (at) => http.get(`${path(at)}/facts`),
    addFact: (at, given) => http.post(`${path(at)}/facts`, given),
    takeFactBack: (at, fact, given) => http.post(`${path(at)}/facts/${fact}/take-back`, given),
  }
}
