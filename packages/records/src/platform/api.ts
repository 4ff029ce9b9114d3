import { codesOf, languages, roles } from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'

/** Every write names itself, so that sending it twice has one effect. */
export const command = z.strictObject({ command: id })

/** A change of something that exists says which version it was made from; an older one is refused with both values. */
export const change = z.strictObject({ command: id, base: z.number().int().min(0) })

/** What a write answers: which record, and the version it now has. */
export const written = z.strictObject({ id, version: z.number().int() })

export const bilingual = z.strictObject({ en: z.string(), bn: z.string() })
export const language = z.enum(languages)
export const role = z.enum(codesOf(roles))

/** A refusal as it travels (RFC 9457 with our code): what happened, never whose data. */
export const refusal = z.strictObject({
  type: z.string(),
  code: z.string(),
  status: z.number().int(),
  title: bilingual,
  /** A number that a user can quote and a log line carries. */
  number: z.string(),
  about: z.record(z.string(), z.string()),
  fields: z.array(z.strictObject({ field: z.string(), problem: z.string() })).optional(),
  /** For a stale change: what the server has now, and its version. */
  current: z
    .strictObject({ version: z.number().int(), values: z.record(z.string(), z.unknown()) })
    .optional(),
})

/** A challenge of the node, solved: a number that, behind it, hashes to as many zero bits as it asks for. */
export const workDone = z.strictObject({
  challenge: z.string().max(120),
  answer: z.string().regex(/^\d{1,12}$/),
})

export const signIn = z.strictObject({
  name: storableText(64),
  password: z.string().min(1).max(200),
  /** Only where the node asked for it. */
  work: workDone.optional(),
})

export const unitSummary = z.strictObject({
  org: id,
  id,
  name: bilingual,
  supervises: z.boolean(),
  focal: z.boolean(),
  /** Whether one holds the unit's key, waits for a colleague to be let in, or works without one. */
  key: z.enum(['held', 'waits', 'none']),
})

/** A colleague who waits to be let in to the key of a unit. */
export const keyWaits = z.strictObject({
  unit: id,
  unitName: bilingual,
  account: id,
  name: z.string(),
  signInName: z.string(),
  post: bilingual,
  since: z.string(),
})

export type KeyWaits = z.infer<typeof keyWaits>

export const keyAdmission = command.extend({ unit: id, account: id })

/** The key of a unit as whoever holds it sees it. */
export const unitKeyView = z.strictObject({
  unit: id,
  unitName: bilingual,
  generation: z.number().int(),
  since: z.string(),
  holders: z.number().int(),
  /** Why it has to be renewed: somebody who knew it should not open what comes now. */
  due: z.enum(['left', 'closed', 'passwordSet', 'recovered']).nullable(),
  /** While a new one takes its place: how much is still under the one before. */
  renewal: z.strictObject({ left: z.number().int() }).nullable(),
})

export type UnitKeyView = z.infer<typeof unitKeyView>

export const unitRenewal = command.extend({ unit: id })

export const renewalStands = z.strictObject({
  done: z.boolean(),
  left: z.number().int(),
  damaged: z.number().int(),
})

export type RenewalStands = z.infer<typeof renewalStands>

const shareHolder = storableText(120)

/** What an administrator sees of the recovery key: who was given which share, and which units it opens. */
export const recoveryView = z.strictObject({
  key: z
    .strictObject({
      /** What stands on the shares of this key. */
      mark: z.string(),
      made: z.string(),
      holders: z.array(z.strictObject({ number: z.number().int(), name: z.string() })),
    })
    .nullable(),
  /** What should be done about it. */
  warn: z.enum(['none', 'missing', 'spent', 'old']),
  units: z.array(
    z.strictObject({
      unit: id,
      unitName: bilingual,
      /** Whether it has a key yet. */
      made: z.boolean(),
      holders: z.number().int(),
      covered: z.boolean(),
      /** Nobody who can still come in holds its key, and the recovery key opens it. */
      lost: z.boolean(),
      due: z.boolean(),
      /** Who could be let in: they sit there, their work opens what is sealed, and they have a key of their own. */
      members: z.array(z.strictObject({ account: id, name: z.string() })),
    }),
  ),
})

export type RecoveryView = z.infer<typeof recoveryView>

export const recoveryMake = command.extend({ holders: z.array(shareHolder).length(3) })

/** The three shares of a fresh recovery key, row by row: shown this once and kept nowhere. */
export const recoveryShares = z.strictObject({
  mark: z.string(),
  made: z.string(),
  shares: z.array(
    z.strictObject({ number: z.number().int(), holder: z.string(), rows: z.array(z.string()) }),
  ),
})

export type RecoveryShares = z.infer<typeof recoveryShares>

/** Two shares as they were typed, and who is let in to each unit that nobody can open; nobody where it stays shut. */
export const recoveryUse = command.extend({
  shares: z.array(z.string().max(400)).length(2),
  units: z
    .array(z.strictObject({ unit: id, account: id.nullable() }))
    .min(1)
    .max(500),
})

export const sessionView = z.strictObject({
  account: z.strictObject({ id, name: z.string(), post: bilingual, language }),
  org: z.strictObject({ id, name: bilingual, type: z.string(), ownsCases: z.boolean() }),
  roles: z.array(role),
  units: z.array(unitSummary),
  preferences: z.record(z.string(), z.union([z.string(), z.boolean()])),
  demo: z.boolean(),
  engine: z.enum(['pglite', 'postgres']),
  today: z.string(),
})

/** What proves, beside the password, that it is the person: a passkey, a code of their app, or one kept on paper. */
export const factorKind = z.enum(['passkey', 'totp', 'recovery'])

/** What a sign-in still asks for: a code, a password of one's own, or enrolment, and of which kind; nothing once one is in. */
export const signedIn = z.strictObject({
  next: z.enum(['factor', 'password', 'enrol']).nullable(),
  kinds: z.array(factorKind),
  session: sessionView.nullable(),
})

/** What a proof is made for, where it must be made for one very thing: its mark, as the node gave it. */
const madeFor = {
  about: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
}

/** A code of six digits, or a recovery code; people write both with spaces and hyphens. */
export const factorCode = z.strictObject({ code: storableText(60) })

/** Bytes as browsers write them. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)

/** What a passkey signed; WebAuthn's own names. */
export const passkeySigned = z.strictObject({
  id: bytes(1400),
  authenticatorData: bytes(4000),
  clientDataJSON: bytes(4000),
  signature: bytes(2000),
})

/** A passkey that was made, and what its owner calls it. */
export const passkeyMade = z.strictObject({
  name: storableText(60),
  id: bytes(1400),
  attestationObject: bytes(12_000),
  clientDataJSON: bytes(4000),
  transports: z.array(z.string().max(20)).max(8),
})

export const factorProof = z.union([
  factorCode.extend(madeFor),
  z.strictObject({ passkey: passkeySigned, ...madeFor }),
])

export const passkeyWanted = z.strictObject(madeFor)

const passkeyName = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()),
})

/** What a passkey is asked to sign; WebAuthn's own names. */
export const passkeyAsked = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number().int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(passkeyName),
})

/** What a device is asked to make a passkey for; WebAuthn's own names. */
export const passkeyBegun = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.number().int(), type: z.literal('public-key') })),
  timeout: z.number().int(),
  attestation: z.literal('none'),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('discouraged'),
    userVerification: z.literal('required'),
  }),
  excludeCredentials: z.array(passkeyName),
})

export const firstPassword = z.strictObject({ next: z.string().min(1).max(200) })

/** What an app needs to make codes: as an address for a picture to scan, and as letters to type. */
export const totpBegun = z.strictObject({ secret: z.string(), uri: z.string() })

/** The recovery codes, shown this once; and one is in. */
export const enrolled = signedIn.extend({ recovery: z.array(z.string()) })

export const recoveryCodes = z.strictObject({ recovery: z.array(z.string()) })

export const factorsView = z.strictObject({
  /** Since when an app gives one's codes; `null` where none does. */
  totp: z.string().nullable(),
  passkeys: z.array(z.strictObject({ id, name: z.string(), made: z.string(), used: z.string().nullable() })),
  /** Whether this node's address is one that passkeys can be kept for. */
  mayPasskey: z.boolean(),
  recoveryLeft: z.number().int(),
  /** Whether one has proved lately enough that it is oneself. */
  fresh: z.boolean(),
})

export const preferences = z.strictObject({
  command: id,
  language: language.optional(),
  banglaDigits: z.boolean().optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
})

export const deviceView = z.strictObject({
  id,
  device: z.string(),
  began: z.string(),
  seen: z.string(),
  thisOne: z.boolean(),
})

/** A browser from which one came in before: what is brought from it does not wait behind strangers. */
export const knownDeviceView = z.strictObject({
  id,
  device: z.string(),
  made: z.string(),
  seen: z.string(),
  thisOne: z.boolean(),
})

export const noticeView = z.strictObject({
  id,
  kind: z.string(),
  about: z.record(z.string(), z.string()),
  made: z.string(),
  seen: z.boolean(),
})

export const noticeChannel = z.discriminatedUnion('channel', [
  z.strictObject({ command: id, channel: z.literal('email'), address: z.email().max(254) }),
  z.strictObject({
    command: id,
    channel: z.literal('push'),
    endpoint: z.url().max(1000),
    p256dh: z.string().max(200),
    auth: z.string().max(100),
  }),
])

/** Where somebody is told, outside of Setu, that something waits; a device knows itself by its mark. */
export const noticeChannels = z.strictObject({
  pushKey: z.string().nullable(),
  email: z.string().nullable(),
  devices: z.array(z.strictObject({ id, device: z.string(), made: z.string(), mark: z.string() })),
})

/** The state of a node before and after anyone has been made: what the first page needs. */
export const nodeView = z.strictObject({
  empty: z.boolean(),
  demo: z.boolean(),
  engine: z.enum(['pglite', 'postgres']),
  version: z.string(),
})

export const firstRun = z.strictObject({
  organisation: z.strictObject({
    nameEn: storableText(200),
    nameBn: storableText(200),
    type: storableText(60),
  }),
  unit: z.strictObject({ nameEn: storableText(200), nameBn: storableText(200) }),
  account: z.strictObject({
    name: storableText(200),
    signInName: storableText(64),
    password: z.string().min(12).max(200),
  }),
})

export type SessionView = z.infer<typeof sessionView>
export type RefusalView = z.infer<typeof refusal>
export type DeviceView = z.infer<typeof deviceView>
export type KnownDeviceView = z.infer<typeof knownDeviceView>
export type NoticeView = z.infer<typeof noticeView>
export type NoticeChannels = z.infer<typeof noticeChannels>
export type NodeView = z.infer<typeof nodeView>
export type SignIn = z.infer<typeof signIn>
export type SignedIn = z.infer<typeof signedIn>
export type Enrolled = z.infer<typeof enrolled>
export type TotpBegun = z.infer<typeof totpBegun>
export type FactorKind = z.infer<typeof factorKind>
export type PasskeyWanted = z.infer<typeof passkeyWanted>
export type FactorProof = z.infer<typeof factorProof>
export type PasskeySigned = z.infer<typeof passkeySigned>
export type PasskeyMade = z.infer<typeof passkeyMade>
export type PasskeyAsked = z.infer<typeof passkeyAsked>
export type PasskeyBegun = z.infer<typeof passkeyBegun>
export type FactorsView = z.infer<typeof factorsView>
export type FirstRun = z.infer<typeof firstRun>
export type Written = z.infer<typeof written>
export type UnitSummary = z.infer<typeof unitSummary>

/** How the log stands: how long it is, what was signed of it, and who outside has seen it. */
export const logView = z.strictObject({
  size: z.number().int(),
  sealedAt: z.string().nullable(),
  key: z.string().nullable(),
  checkpoint: z.strictObject({ size: z.number().int(), at: z.string() }).nullable(),
  witnesses: z.array(
    z.strictObject({
      name: z.string(),
      size: z.number().int(),
      seenAt: z.string().nullable(),
      trouble: z.enum(['unreachable', 'refused', 'ahead', 'unsigned', 'damaged']).nullable(),
    }),
  ),
})

export type LogView = z.infer<typeof logView>
