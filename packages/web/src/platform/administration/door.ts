import type { AccountView, CalendarView, LogView, RecoveryShares, RecoveryView } from '@setu/records/api'
import type { Id, Language, OrganisationType, Role } from '@setu/vocabulary'
import type { Change, Items, Named, Written } from '../door-types.ts'
import type { Http } from '../http.ts'

export interface Membership {
  readonly id: string
  readonly supervises: boolean
  readonly focal: boolean
  readonly onCall?: boolean
}

export interface AccountAdd extends Named {
  readonly id: Id
  readonly name: string
  readonly signInName: string
  readonly postEn: string
  readonly postBn: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly units: readonly Membership[]
  readonly password: string
}

export interface AccountChange extends Change {
  readonly roles?: readonly Role[]
  readonly units?: readonly Membership[]
  readonly disabled?: boolean
  readonly password?: string
}

export interface OrganisationAdd extends Named {
  readonly id: Id
  readonly nameEn: string
  readonly nameBn: string
  readonly type: OrganisationType
  readonly district: string | null
  readonly phone: string | null
  /** Its first team and its first administrator. */
  readonly first: {
    readonly unit: { readonly id: Id; readonly nameEn: string; readonly nameBn: string }
    readonly account: Omit<AccountAdd, 'command' | 'roles' | 'units'>
  }
}

export interface BoundaryAdd extends Named {
  readonly id: Id
  readonly level: 'district' | 'upazila' | 'admin1'
  readonly licence: string
  readonly source: string
  readonly dated: string
  readonly geojson: unknown
}

export interface UnitAdd extends Named {
  readonly id: Id
  readonly nameEn: string
  readonly nameBn: string
  readonly district: string | null
}

export interface RecoveryMake extends Named {
  readonly holders: readonly string[]
}

export interface RecoveryUse extends Named {
  readonly shares: readonly string[]
  readonly units: readonly { readonly unit: string; readonly account: string | null }[]
}

export type CalendarAdd = Named & CalendarView

/** The people, units and calendars of one organisation; nothing of any case. */
export interface AdministrationDoor {
  readonly accounts: () => Promise<Items<AccountView>>
  readonly addAccount: (account: AccountAdd) => Promise<Written>
  readonly changeAccount: (id: string, change: AccountChange) => Promise<Written>
  readonly resetFactors: (id: string, named: Named) => Promise<void>
  readonly addOrganisation: (organisation: OrganisationAdd) => Promise<Written>
  readonly addUnit: (unit: UnitAdd) => Promise<Written>
  readonly addBoundary: (boundary: BoundaryAdd) => Promise<Written>
  readonly calendars: () => Promise<Items<CalendarView>>
  readonly addCalendar: (calendar: CalendarAdd) => Promise<Written>
  readonly log: () => Promise<LogView>
  readonly recovery: () => Promise<RecoveryView>
  /** The shares are in this answer and nowhere else. */
  readonly makeRecovery: (wanted: RecoveryMake) => Promise<RecoveryShares>
  readonly useRecovery: (given: RecoveryUse) => Promise<void>
}

/** Where the browser itself fetches the log, so that it is never held in memory. */
export const logAddress = '/api/log/bundle'

export function remoteAdministration(http: Http): AdministrationDoor {
  return {
    accounts: () => http.get('/api/admin/accounts'),
    addAccount: (account) => http.post('/api/admin/accounts', account),
    changeAccount: (id, change) => http.post(`/api/admin/accounts/${id}`, change),
    resetFactors: async (id, named) => {
      await http.post(`/api/admin/accounts/${id}/factors/reset`, named)
    },
    addOrganisation: (organisation) => http.post('/api/admin/organisations', organisation),
    addUnit: (unit) => http.post('/api/admin/units', unit),
    addBoundary: (boundary) => http.post('/api/directory/boundaries', boundary),
    calendars: () => http.get('/api/calendars'),
    addCalendar: (calendar) => http.post('/api/calendars', calendar),
    log: () => http.get('/api/log'),
    recovery: () => http.get('/api/admin/recovery'),
    makeRecovery: (wanted) => http.post('/api/admin/recovery/key', wanted),
    useRecovery: async (given) => {
      await http.post('/api/admin/recovery/use', given)
    },
  }
}
