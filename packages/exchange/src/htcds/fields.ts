import { type HtcdsCode, type HtcdsFieldName, htcdsFields, htcdsPicklists } from '@setu/vocabulary'

/** How the values of a field are read. */
export type ValueKind =
  | 'text'
  | 'day'
  | 'checkbox'
  | 'count'
  | 'longitude'
  | 'latitude'
  | 'code'
  | 'country'
  | 'language'
  | 'phone'
  | 'email'

/** What a reader and a writer need to know of one field of the standard. */
export interface FieldFacts {
  readonly name: HtcdsFieldName
  readonly label: string
  readonly kind: ValueKind
  readonly multiple: boolean
  readonly codes: readonly HtcdsCode[]
  /** The standard lets anybody add names to this list. */
  readonly openList: boolean
  /** The largest count that can be true. */
  readonly most: number
  /** A plan may end in the future; nothing else in the standard may lie there. */
  readonly mayBeFuture: boolean
}

/** What the standard says in its notes, or not at all, and its type column does not. */
const kinds: Partial<Record<HtcdsFieldName, ValueKind>> = {
  org_Phone: 'phone',
  prs_HomePhone: 'phone',
  prs_MobilePhone: 'phone',
  prs_Email: 'email',
  hte_Country: 'country',
}

/** More than these is a slip of the finger: nobody has 41 children on file or was trafficked at 121. */
const mostOf: Partial<Record<HtcdsFieldName, number>> = {
  prs_NumberOfChildren: 40,
  vic_AgeWhenTrafficked: 120,
}

function kindOf(field: (typeof htcdsFields)[number]): ValueKind {
  const { name, type } = field
  const known = kinds[name]
  if (known !== undefined) return known
  if (name.endsWith('Longitude')) return 'longitude'
  if (name.endsWith('Latitude')) return 'latitude'
  if ('system' in field) return field.system === 'ISO 3166' ? 'country' : 'language'
  if ('picklist' in field) return 'code'
  if (type === 'Date') return 'day'
  if (type === 'Checkbox') return 'checkbox'
  return type === 'Number' ? 'count' : 'text'
}

/** The fields of the standard, in its order. */
export const fieldFacts: readonly FieldFacts[] = htcdsFields.map((field) => ({
  name: field.name,
  label: field.label,
  kind: kindOf(field),
  multiple: field.multiple,
  codes: 'picklist' in field ? htcdsPicklists[field.picklist] : [],
  openList: field.name.endsWith('WebsitesAndApps'),
  most: mostOf[field.name] ?? Number.MAX_SAFE_INTEGER,
  mayBeFuture: field.name === 'spl_PlannedEndDate',
}))

const byName = new Map<string, FieldFacts>(fieldFacts.map((facts) => [facts.name, facts]))

/** The field of that very name; null when the standard has none. */
export function findField(name: string): FieldFacts | null {
  return byName.get(name) ?? null
}

/** The field of that name, which the standard is known to have. */
export function factsOf(name: HtcdsFieldName): FieldFacts {
  const facts = byName.get(name)
  if (facts === undefined) throw new RangeError('not a field of the standard')
  return facts
}
