import type {
  OwnAgreements,
  OwnAnswer,
  OwnAppointments,
  OwnFeedback,
  OwnFeedbackGiven,
  OwnLooks,
  OwnMessages,
  OwnNext,
  OwnPart,
  OwnPlan,
  OwnReferrals,
  OwnTextChoose,
  OwnTexts,
  OwnWrite,
  SlotFreeze,
  SlotIssue,
  SlotThaw,
  SlotView,
} from '@setu/records/api'
import type { Part } from '@setu/vocabulary'
import type { Address } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'
import { comeInWorking } from '../../platform/session-door.ts'

/** A survivor's own window, as those who work on her case give it to her and shut it. */
export interface WindowDoor {
  readonly view: (file: Address) => Promise<SlotView>
  readonly issue: (file: Address, issue: SlotIssue) => Promise<{ readonly receipt: string }>
  readonly freeze: (file: Address, freeze: SlotFreeze) => Promise<void>
  readonly thaw: (file: Address, thaw: SlotThaw) => Promise<void>
}

export function remoteWindow(http: Http): WindowDoor {
  const of = ({ org, id }: Address) => `/api/cases/${org}/${id}/window`
  return {
    view: (file) => http.get(of(file)),
    issue: (file, issue) => http.post(of(file), issue),
    freeze: async (file, freeze) => {
      await http.post(`${of(file)}/freeze`, freeze)
    },
    thaw: async (file, thaw) => {
      await http.post(`${of(file)}/thaw`, thaw)
    },
  }
}

/** The parts of what is written about her that she may look at here. */
export type ShownPart = 'identity' | 'contact' | 'narrative'

/** The same window as she uses it herself. */
export interface OwnDoor {
  readonly enter: (given: { receipt: string; pin: string }, onWork: () => void) => Promise<void>
  readonly leave: () => Promise<void>
  readonly looked: (after?: string) => Promise<OwnLooks>
  readonly agreed: () => Promise<OwnAgreements>
  readonly part: (part: ShownPart) => Promise<OwnPart>
  readonly plan: () => Promise<OwnPlan>
  readonly referrals: () => Promise<OwnReferrals>
  readonly next: () => Promise<OwnNext>
  readonly appointments: () => Promise<OwnAppointments>
  readonly answer: (answer: OwnAnswer) => Promise<void>
  readonly messages: () => Promise<OwnMessages>
  readonly write: (message: OwnWrite) => Promise<void>
  readonly feedback: () => Promise<OwnFeedback>
  readonly giveFeedback: (given: OwnFeedbackGiven) => Promise<void>
  readonly withdraw: (id: string, base: number) => Promise<void>
  readonly contest: (part: Part) => Promise<void>
  readonly freeze: () => Promise<void>
  readonly texts: () => Promise<OwnTexts>
  readonly chooseTexts: (choice: OwnTextChoose) => Promise<void>
  readonly stopTexts: () => Promise<void>
}

export function remoteOwn(http: Http): OwnDoor {
  return {
    enter: async (given, onWork) => {
      await comeInWorking(http, '/api/own', given, onWork)
    },
    leave: async () => {
      await http.delete('/api/own')
    },
    looked: (after) => http.get('/api/own/looked', { after }),
    agreed: () => http.get('/api/own/agreed'),
    part: (part) => http.get('/api/own/part', { part }),
    plan: () => http.get('/api/own/plan'),
    referrals: () => http.get('/api/own/referrals'),
    next: () => http.get('/api/own/next'),
    appointments: () => http.get('/api/own/appointments'),
    answer: async (answer) => {
      await http.post('/api/own/answer', answer)
    },
    messages: () => http.get('/api/own/messages'),
    write: async (message) => {
      await http.post('/api/own/messages', message)
    },
    feedback: () => http.get('/api/own/feedback'),
    giveFeedback: async (given) => {
      await http.post('/api/own/feedback', given)
    },
    withdraw: async (id, base) => {
      await http.post('/api/own/withdraw', { id, base })
    },
    contest: async (part) => {
      await http.post('/api/own/contest', { part })
    },
    freeze: async () => {
      await http.post('/api/own/freeze')
    },
    texts: () => http.get('/api/own/texts'),
    chooseTexts: async (choice) => {
      await http.post('/api/own/texts', choice)
    },
    stopTexts: async () => {
      await http.post('/api/own/texts/stop')
    },
  }
}
