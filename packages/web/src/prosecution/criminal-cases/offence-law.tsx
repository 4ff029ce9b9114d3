import type { CriminalView, LawList } from '@setu/records/api'
import {
  type Language,
  type LawText,
  lawOf,
  lawsToCharge,
  offenceKey,
  otherLawCode,
  parsePlainDate,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf, type Option } from '../../forms/choice-fields.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, textOr } from './options.ts'

/** What was chosen so far: a law, or the name of another, and a section of the list or in words. */
export interface ChargeDraft {
  readonly law: string | null
  readonly otherLaw: unknown
  readonly section: string | null
  readonly words: unknown
}

export const noCharge: ChargeDraft = { law: null, otherLaw: null, section: null, words: null }

/** Where the section is not among those of the list. */
const inWords = 'in-words'

/** The law and the section as they are sent; null while one of them is missing. */
export function chargeOf(
  draft: ChargeDraft,
): { law: string; otherLaw: string | null; section: string } | null {
  const other = draft.law === otherLawCode
  const otherLaw = other ? textOr(draft.otherLaw) : null
  const section = other || draft.section === inWords ? textOr(draft.words) : draft.section
  if (draft.law === null || section === null || (other && otherLaw === null)) return null
  return { law: draft.law, otherLaw, section }
}

/** What somebody must know of the law that the day of the offence chooses; nothing where it is plain. */
function doubtOf(laws: readonly LawText[], { jurisdiction, offenceOn }: CriminalView): WordId | null {
  const day = offenceOn === null ? null : parsePlainDate(offenceOn)
  if (day === null) return 'court.law-no-day'
  const choice = lawOf(laws, jurisdiction, day)
  if (choice.found === 'one') return choice.sure ? null : 'court.law-unsure'
  return choice.found === 'none' ? 'court.law-nowhere' : 'court.law-unclear'
}

function sectionsOf(laws: readonly LawText[], language: Language): Option[] {
  const all = laws.flatMap(({ offences }) => offences)
  const named = new Map(
    all.flatMap((one) =>
      one.section === null
        ? []
        : [[offenceKey(one), { value: one.section, label: `${one.section}: ${one.title[language]}` }]],
    ),
  )
  return [...named.values()]
}

interface ChargeProps {
  readonly file: CriminalView
  readonly laws: LawList
  readonly draft: ChargeDraft
  readonly onChange: (part: Partial<ChargeDraft>) => void
}

/** Chooses a law that holds for the day of the offence and one of its sections; or names another law. */
export function ChargeFields({ file, laws, draft, onChange }: ChargeProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const known: readonly LawText[] = laws.items.map(({ law }) => law)
  const fitting = lawsToCharge(known, file.jurisdiction, file.offenceOn)
  const titles = new Map(fitting.map(({ code, title }) => [code, `${code}: ${title[language]}`]))
  const doubt = doubtOf(known, file)
  const sections = sectionsOf(
    fitting.filter(({ code }) => code === draft.law),
    language,
  )
  const writes = draft.law === otherLawCode || draft.section === inWords
  return (
    <>
      {doubt !== null && <p className={lists['quiet']}>{say(doubt)}</p>}
      <OneOf
        {...asked}
        name="law"
        label={say('court.law')}
        options={[
          ...[...titles].map(([value, label]) => ({ value, label })),
          { value: otherLawCode, label: say('court.law-other') },
        ]}
        answer={draft.law}
        onAnswer={(law) => onChange({ law, section: null })}
      />
      {draft.law === otherLawCode && (
        <TextField
          {...asked}
          name="otherLaw"
          label={say('court.law-name')}
          answer={draft.otherLaw}
          onAnswer={(otherLaw) => onChange({ otherLaw })}
        />
      )}
      {draft.law !== null && draft.law !== otherLawCode && (
        <OneOf
          {...asked}
          name="section"
          label={say('court.which-section')}
          options={[...sections, { value: inWords, label: say('court.section-other') }]}
          answer={draft.section}
          onAnswer={(section) => onChange({ section })}
        />
      )}
      {writes && (
        <TextField
          {...asked}
          name="words"
          label={say('court.section-words')}
          answer={draft.words}
          onAnswer={(words) => onChange({ words })}
        />
      )}
    </>
  )
}
