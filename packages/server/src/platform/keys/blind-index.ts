import { createHmac, hkdfSync } from 'node:crypto'

/** Fields that can be looked up exactly. None has few values: an index over sex or district would be a list. */
export type IndexedField = 'identityNumber' | 'mobile' | 'name'

/** One spelling for one value: compatible forms together, case folded, separators gone. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
}

/** The keyed token of a value: equal values give equal tokens inside one organisation and nowhere else. */
export function tokenOf(
  indexKey: Uint8Array,
  place: { readonly node: string; readonly org: string },
  field: IndexedField,
  text: string,
): Buffer {
  const key = Buffer.from(
    hkdfSync('sha256', indexKey, '', `setu1|${place.node}|${place.org}|${field}|look-up`, 32),
  )
  return createHmac('sha256', key).update(normalised(text)).digest().subarray(0, 16)
}
