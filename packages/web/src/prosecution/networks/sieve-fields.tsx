import { isCode, networkKinds, sourceReliabilities, standings } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField } from '../../forms/text-fields.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { free, textOr } from '../criminal-cases/options.ts'
import type { Sieve } from './graph.ts'

interface SieveFieldsProps {
  readonly sieve: Sieve
  readonly onSieve: (sieve: Sieve) => void
  readonly groups: readonly (readonly string[])[]
}

/** So many groups are told one by one; those after them are one thing alone, mostly. */
const toldGroups = 12

/** Which of a network is looked at: by kind, standing, source and day, and one group by itself. */
export function SieveFields({ sieve, onSieve, groups }: SieveFieldsProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { number } = useDates()
  const chosen = groups.findIndex(([first]) => first !== undefined && (sieve.group?.has(first) ?? false))
  return (
    <Card title={say('network.sieve')}>
      <details>
        <summary>{say('network.sieve-what')}</summary>
        <div className={lists['stack']}>
          <SomeOf
            {...free}
            name="kinds"
            label={say('network.kinds')}
            options={optionsOf(networkKinds, language)}
            answer={sieve.kinds}
            onAnswer={(kinds) =>
              onSieve({ ...sieve, kinds: kinds.filter((one) => isCode(networkKinds, one)) })
            }
          />
          <SomeOf
            {...free}
            name="standings"
            label={say('network.standings')}
            options={optionsOf(standings, language)}
            answer={sieve.standings}
            onAnswer={(some) =>
              onSieve({ ...sieve, standings: some.filter((one) => isCode(standings, one)) })
            }
          />
          <OneOf
            {...free}
            name="least"
            label={say('network.least')}
            options={[
              { value: 'any', label: say('network.any-source') },
              ...optionsOf(sourceReliabilities, language),
            ]}
            answer={sieve.least ?? 'any'}
            onAnswer={(least) =>
              onSieve({ ...sieve, least: isCode(sourceReliabilities, least) ? least : null })
            }
          />
          <DayField
            {...free}
            name="on"
            label={say('network.on')}
            answer={sieve.on}
            onAnswer={(on) => onSieve({ ...sieve, on: textOr(on) })}
          />
        </div>
      </details>
      <OneOf
        {...free}
        name="group"
        label={say('network.groups', { groups: groups.length, count: number(groups.length) })}
        options={[
          { value: 'all', label: say('network.all-groups') },
          ...groups.slice(0, toldGroups).map((ids, place) => ({
            value: String(place),
            label: say('network.group', {
              place: number(place + 1),
              things: ids.length,
              count: number(ids.length),
            }),
          })),
        ]}
        answer={sieve.group === null ? 'all' : String(chosen)}
        onAnswer={(place) => {
          const ids = place === null || place === 'all' ? undefined : groups[Number(place)]
          onSieve({ ...sieve, group: ids === undefined ? null : new Set(ids) })
        }}
      />
    </Card>
  )
}
