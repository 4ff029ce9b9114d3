import type { District } from '@setu/vocabulary/places'
import type { ReactNode } from 'react'
import { useDates } from '../dates/use-dates.ts'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import { shadeOf } from './places-by-district.ts'
import styles from './tile-map.module.css'

interface TileMapProps {
  readonly districts: readonly District[]
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: string | null
  readonly onChoose: (district: string | null) => void
}

/** The 64 districts as tiles, roughly where they lie: no border is claimed, and each is large enough to press. */
export function TileMap({ districts, counts, chosen, onChoose }: TileMapProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language } = useLabels()
  const most = Math.max(0, ...counts.values())
  return (
    <fieldset className={styles['map']}>
      <legend className="heard">{say('directory.map')}</legend>
      {districts.map(({ pcode, tile, [language]: name }) => {
        const count = counts.get(pcode) ?? 0
        const pressed = pcode === chosen
        return (
          <button
            key={pcode}
            type="button"
            className={styles['tile']}
            style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}
            data-shade={shadeOf(count, most)}
            aria-pressed={pressed}
            title={say('directory.tile', { district: name, count })}
            onClick={() => onChoose(pressed ? null : pcode)}
          >
            <span className={styles['name']}>{name}</span>
            <strong>{dates.number(count)}</strong>
          </button>
        )
      })}
    </fieldset>
  )
}
