import { type Id, parseId } from '@setu/vocabulary'

/**
 * The name of something new, drawn here so that sending it twice makes one thing. Not `randomUUID`, which a
 * browser withholds where an office serves Setu without TLS.
 */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  const id = parseId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  if (id === null) throw new TypeError('a drawn id is not one')
  return id
}
