import type { NetworkKind, NetworkTie } from '@setu/vocabulary'

/** An entity of FollowTheMoney: every property holds a list. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** Where a thing of a network goes: its schema, and the properties of its number and of what it is within. */
export interface NodeShape {
  readonly schema: string
  readonly number: string | null
  readonly within: string | null
  readonly country: string
  /** Words that every thing of this kind carries, so that it is known again. */
  readonly fixed: Readonly<Record<string, string>>
}

/** The schemata of FollowTheMoney for what networks are made of. A phone is an account with a telephone service. */
export const nodeShapes: Readonly<Record<NetworkKind, NodeShape>> = {
  person: { schema: 'Person', number: 'idNumber', within: null, country: 'nationality', fixed: {} },
  company: {
    schema: 'Company',
    number: 'registrationNumber',
    within: null,
    country: 'jurisdiction',
    fixed: {},
  },
  phone: {
    schema: 'UserAccount',
    number: 'username',
    within: null,
    country: 'country',
    fixed: { service: 'telephone' },
  },
  account: {
    schema: 'BankAccount',
    number: 'accountNumber',
    within: 'bankName',
    country: 'country',
    fixed: {},
  },
  vehicle: { schema: 'Vehicle', number: 'registrationNumber', within: null, country: 'country', fixed: {} },
  place: { schema: 'Address', number: 'postalCode', within: 'region', country: 'country', fixed: {} },
  criminalCase: { schema: 'CourtCase', number: 'caseNumber', within: 'court', country: 'country', fixed: {} },
}

/** Where a tie goes: its schema, the properties of its two ends, and the one of its role. */
export interface TieShape {
  readonly schema: string
  readonly from: string
  readonly to: string
  readonly role: 'role' | 'relationship' | 'purpose' | null
  /** Ties that FollowTheMoney has no schema of their own for are told apart by a status. */
  readonly status: string | null
}

const unknown = (status: string): TieShape => ({
  schema: 'UnknownLink',
  from: 'subject',
  to: 'object',
  role: 'role',
  status,
})

/** The schemata for ties. */
export const tieShapes: Readonly<Record<NetworkTie, TieShape>> = {
  associate: { schema: 'Associate', from: 'person', to: 'associate', role: 'relationship', status: null },
  family: { schema: 'Family', from: 'person', to: 'relative', role: 'relationship', status: null },
  memberOf: { schema: 'Membership', from: 'member', to: 'organization', role: 'role', status: null },
  worksFor: { schema: 'Employment', from: 'employee', to: 'employer', role: 'role', status: null },
  directs: { schema: 'Directorship', from: 'director', to: 'organization', role: 'role', status: null },
  owns: { schema: 'Ownership', from: 'owner', to: 'asset', role: 'role', status: null },
  paid: { schema: 'Payment', from: 'payer', to: 'beneficiary', role: 'purpose', status: null },
  partyTo: { schema: 'CourtCaseParty', from: 'party', to: 'case', role: 'role', status: null },
  uses: unknown('uses'),
  foundAt: unknown('was at'),
  linked: unknown('is linked to'),
}
