import { isAbsolute } from 'node:path'
import { readKeyLine, type Verifier } from './note.ts'

/** Somebody outside who remembers how far the log had come: a folder, or a C2SP witness with its key. */
export type WitnessPlace =
  | { readonly kind: 'folder'; readonly name: string; readonly folder: string }
  | { readonly kind: 'service'; readonly name: string; readonly url: string; readonly verifier: Verifier }

function placeOf(text: string): WitnessPlace | null {
  if (isAbsolute(text)) return { kind: 'folder', name: text, folder: text }
  const [address = '', key = ''] = text.split(/#(.*)/)
  const verifier = readKeyLine(key)
  if (!URL.canParse(address) || verifier?.kind !== 'witness') return null
  const { protocol, href } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return { kind: 'service', name: verifier.name, url: href, verifier }
}

/** Reads the operator's list: folders by their full path, services as ADDRESS#KEY; `null` when one is neither. */
export function readWitnesses(text: string): readonly WitnessPlace[] | null {
  const places = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(placeOf)
  return places.every((place) => place !== null) ? places : null
}
