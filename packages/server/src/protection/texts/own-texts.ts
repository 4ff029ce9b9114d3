import type { OwnTextChoose, OwnTexts } from '@setu/records/api'
import { type TextRules, textRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type OwnWork, Problem, sealNumber } from '../../platform/index.ts'
import { numberFor } from './text-store.ts'

type Choice = NonNullable<OwnTexts['choice']>

interface Standing {
  readonly wording: Choice['wording'] | null
  readonly language: Choice['language']
  readonly chosen: string
  readonly hindrance: OwnTexts['hindrance']
  readonly key: string | null
  readonly publicKey: Buffer
  readonly rules: TextRules
}

async function standing({ db }: OwnWork): Promise<Standing> {
  const { rows } = await sql<Omit<Standing, 'rules'> & { readonly rules: TextRules | null }>`
    select wording, language, chosen_at as chosen, hindrance, key_id as key, public_key as "publicKey", rules
    from own_texts()`.execute(db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return { ...row, rules: { ...textRules, ...row.rules } }
}

/** Whether she is reminded by texts, as she reads it in her own window. */
export async function ownTextsOf(work: OwnWork): Promise<OwnTexts> {
  const { wording, language, chosen, hindrance, rules } = await standing(work)
  const { offers, from, until } = rules
  work.touched({ part: 'status', did: 'read' })
  return {
    offers: [...offers],
    from,
    until,
    hindrance,
    choice: wording === null ? null : { wording, language, chosen },
  }
}

/** She wants texts, to a number that she says is safe; those who work on her case are told, without the number. */
export async function chooseOwnTexts(
  work: OwnWork,
  { number, wording, language }: Pick<OwnTextChoose, 'number' | 'wording' | 'language'>,
): Promise<void> {
  const { key, publicKey, rules } = await standing(work)
  const plain = numberFor(rules, { number, wording })
  if (key === null) throw new Problem('texts-not-possible')
  const choice = work.freshId()
  const sealed = await sealNumber(publicKey, { org: work.org, choice, number: plain })
  const { rows } = await sql<{ outcome: string }>`
    select own_text_choose(${choice}, ${key}, ${sealed}, ${wording}, ${language}) as outcome`.execute(work.db)
  const outcome = rows[0]?.outcome ?? 'gone'
  if (outcome === 'gone') throw new Problem('not-found')
  if (outcome === 'later') throw new Problem('written-often')
  if (outcome !== 'done') throw new Problem('texts-not-possible')
  work.touched({ part: 'status', did: 'wrote', record: choice })
}

/** She has enough of them: the number is gone at once. */
export async function stopOwnTexts(work: OwnWork): Promise<void> {
  const { rows } = await sql<{ outcome: string }>`select own_text_stop() as outcome`.execute(work.db)
  if (rows[0]?.outcome !== 'done') throw new Problem('not-found')
  work.touched({ part: 'status', did: 'wrote' })
}
