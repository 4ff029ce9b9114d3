import type { Work } from './work.ts'

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
}

const signs = (text: string): string => folded(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** The words of a name in one order: people write the family's before or behind their own. */
function nameOf(text: string): string {
  return folded(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')
}

/**
 * How somebody is named in a criminal case, as a mark under the node's key. The number of the case is part of it: a name by
 * itself could be tried against the marks, and would say of somebody who is accused of nothing that they are a survivor.
 */
export function accusedMark(
  { mark }: Pick<Work, 'mark'>,
  { caseNumber, name }: { readonly caseNumber: string; readonly name: string },
): string | null {
  const [number, person] = [signs(caseNumber), nameOf(name)]
  return number === '' || person === '' ? null : mark(`${number}|${person}`, 'accused').toString('hex')
}
