import type {
  DeviceView,
  Enrolled,
  FactorsView,
  KnownDeviceView,
  NodeView,
  NoticeChannels,
  NoticeView,
  PasskeyAsked,
  PasskeyBegun,
  SessionView,
  SignedIn,
  TotpBegun,
} from '@setu/records/api'
import type { Id, Language } from '@setu/vocabulary'
import type { Items, Named } from './door-types.ts'
import type { Http } from './http.ts'
import { Refusal } from './refusal.ts'
import { makePasskey, signWithPasskey } from './sign-in/passkeys.ts'

/** What a reader chose for the screen, as the node keeps it with the account. */
export interface Preferences {
  readonly command: Id
  readonly language?: Language
  readonly banglaDigits?: boolean
  readonly density?: 'comfortable' | 'compact'
  readonly scheme?: 'light' | 'dark' | 'auto'
}

export interface FirstRunForm {
  readonly organisation: { readonly nameEn: string; readonly nameBn: string; readonly type: string }
  readonly unit: { readonly nameEn: string; readonly nameBn: string }
  readonly account: { readonly name: string; readonly signInName: string; readonly password: string }
}

export interface PasswordChange extends Named {
  readonly now: string
  readonly next: string
}

export interface KeyRenewal extends Named {
  readonly password: string
}

export interface EmailChannel extends Named {
  readonly channel: 'email'
  readonly address: string
}

export interface PushChannel extends Named {
  readonly channel: 'push'
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export interface SessionDoor {
  readonly node: () => Promise<NodeView>
  readonly firstRun: (form: FirstRunForm) => Promise<void>
  /** `null` when nobody is signed in. */
  readonly current: () => Promise<SessionView | null>
  /** Begins to sign in; the answer says what else is asked for. `onWork` is told when the node asks for work first. */
  readonly signIn: (name: string, password: string, onWork: () => void) => Promise<SignedIn>
  /** `about` is what the proof is made for, where it must be made for one thing alone. */
  readonly proveFactor: (code: string, about?: string) => Promise<SignedIn>
  /** Proves by a passkey of this device, or of one beside it. */
  readonly proveByPasskey: (about?: string) => Promise<SignedIn>
  readonly addPasskey: (name: string) => Promise<Enrolled>
  readonly removePasskey: (id: string, named: Named) => Promise<void>
  readonly setOwnPassword: (next: string) => Promise<SignedIn>
  readonly startTotp: () => Promise<TotpBegun>
  readonly finishTotp: (code: string) => Promise<Enrolled>
  readonly newRecoveryCodes: () => Promise<{ readonly recovery: readonly string[] }>
  readonly factors: () => Promise<FactorsView>
  readonly confirmInDemo: () => Promise<void>
  readonly signOut: () => Promise<void>
  readonly prefer: (preferences: Preferences) => Promise<SessionView>
  readonly devices: () => Promise<Items<DeviceView> & { readonly known: readonly KnownDeviceView[] }>
  readonly forgetDevice: (id: string, named: Named) => Promise<void>
  readonly endDevice: (id: string, named: Named) => Promise<void>
  readonly changePassword: (change: PasswordChange) => Promise<void>
  readonly renewKey: (renewal: KeyRenewal) => Promise<void>
  readonly notices: () => Promise<Items<NoticeView>>
  readonly markSeen: (seen: Named & { readonly ids: readonly string[] }) => Promise<void>
  readonly tellByEmail: (channel: EmailChannel) => Promise<void>
  readonly stopTelling: () => Promise<void>
  readonly channels: () => Promise<NoticeChannels>
  readonly tellThisDevice: (channel: PushChannel) => Promise<void>
  readonly stopTellingDevice: (id: string) => Promise<void>
}

/** So often a node may ask for more work before its answer is taken for a no. */
const mostWork = 3

/** Where very many try to come in, the node has each stranger's device work before the next try. */
export async function comeInWorking<Answer>(
  http: Http,
  path: string,
  given: object,
  onWork: () => void,
): Promise<Answer> {
  let work: { readonly challenge: string; readonly answer: string } | undefined
  for (let left = mostWork; ; left -= 1) {
    try {
      return await http.post<Answer>(path, { ...given, work })
    } catch (refused) {
      if (!(refused instanceof Refusal && refused.code === 'work-needed' && left > 0)) throw refused
      onWork()
      const { challenge = '', bits } = refused.about
      const { solve } = await import('./sign-in/solve-work.ts')
      work = { challenge, answer: await solve(challenge, Number(bits)) }
    }
  }
}

export function remoteSession(http: Http): SessionDoor {
  return {
    node: () => http.get('/api/node'),
    firstRun: async (form) => {
      await http.post('/api/first-run', form)
    },
    current: async () => {
      try {
        return await http.get<SessionView>('/api/session')
      } catch (refused) {
        if (refused instanceof Refusal && refused.status === 401) return null
        throw refused
      }
    },
    signIn: (name, password, onWork) => comeInWorking(http, '/api/session', { name, password }, onWork),
    proveFactor: (code, about) => http.post('/api/session/factor', { code, about }),
    proveByPasskey: async (about) => {
      const asked = await http.post<PasskeyAsked>('/api/session/passkey', { about })
      return http.post('/api/session/factor', { passkey: await signWithPasskey(asked), about })
    },
    addPasskey: async (name) => {
      const begun = await http.post<PasskeyBegun>('/api/session/passkeys')
      return http.post('/api/session/passkeys/confirm', await makePasskey(begun, name))
    },
    removePasskey: async (id, named) => {
      await http.post(`/api/session/passkeys/${id}/remove`, named)
    },
    setOwnPassword: (next) => http.post('/api/session/first-password', { next }),
    startTotp: () => http.post('/api/session/totp'),
    finishTotp: (code) => http.post('/api/session/totp/confirm', { code }),
    newRecoveryCodes: () => http.post('/api/session/recovery'),
    factors: () => http.get('/api/session/factors'),
    confirmInDemo: async () => {
      await http.post('/api/session/confirm')
    },
    signOut: async () => {
      await http.delete('/api/session')
    },
    prefer: (preferences) => http.post('/api/session/preferences', preferences),
    devices: () => http.get('/api/session/devices'),
    endDevice: async (id, named) => {
      await http.post(`/api/session/devices/${id}/end`, named)
    },
    forgetDevice: async (id, named) => {
      await http.post(`/api/session/known-devices/${id}/forget`, named)
    },
    changePassword: async (change) => {
      await http.post('/api/session/password', change)
    },
    renewKey: async (renewal) => {
      await http.post('/api/session/key', renewal)
    },
    notices: () => http.get('/api/notices'),
    markSeen: async (seen) => {
      await http.post('/api/notices/seen', seen)
    },
    tellByEmail: async (channel) => {
      await http.post('/api/notices/channels', channel)
    },
    stopTelling: async () => {
      await http.delete('/api/notices/channels/email')
    },
    channels: () => http.get('/api/notices/channels'),
    tellThisDevice: async (channel) => {
      await http.post('/api/notices/channels', channel)
    },
    stopTellingDevice: async (id) => {
      await http.delete(`/api/notices/devices/${id}`)
    },
  }
}
