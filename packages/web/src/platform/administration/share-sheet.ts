import type { RecoveryShares } from '@setu/records/api'
import { shareSheet } from '@setu/vocabulary'

type Words = { readonly en: string; readonly bn: string }
type Share = RecoveryShares['shares'][number]

/** One sheet as it is printed, and the same as the lines of a file. */
interface Sheet {
  readonly title: string
  readonly facts: readonly (readonly [what: string, value: string])[]
  readonly words: readonly string[]
  readonly lines: readonly string[]
}

const both = ({ en, bn }: Words): string => `${en} · ${bn}`

/** The number of a key as it stands on its shares. */
export const markText = (mark: string): string => `${mark.slice(0, 4)} ${mark.slice(4)}`.toUpperCase()

const withNumber = (words: Words, number: number): Words => ({
  en: words.en.replace('{number}', String(number)),
  bn: words.bn.replace('{number}', ['১', '২', '৩'][number - 1] ?? String(number)),
})

/** A share in both languages: what it is, whose, of which key, and how it is kept. */
export function sheetOf({ mark, made }: RecoveryShares, share: Share, organisation: Words): Sheet {
  const { number, holder, rows } = share
  const title = `Setu · ${both(shareSheet.title)} · ${both(withNumber(shareSheet.ofThree, number))}`
  const facts = [
    [both(shareSheet.holder), holder],
    [both(shareSheet.organisation), both(organisation)],
    [both(shareSheet.key), markText(mark)],
    [both(shareSheet.made), made.slice(0, 10)],
  ] as const
  const words = [shareSheet.what, shareSheet.keep, shareSheet.typing].flatMap(({ en, bn }) => [en, bn])
  const lines = [
    title,
    '',
    ...facts.map(([what, value]) => `${what}: ${value}`),
    '',
    ...rows.map((row, at) => `${at + 1}.  ${row}`),
    '',
    ...words,
  ]
  return { title, facts, words, lines }
}
