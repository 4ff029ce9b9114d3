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

const edge = 40

/** The 64 districts as tiles, roughly where they lie: no border is claimed, and each is large enough to press. */
export function TileMap({ districts, counts, chosen, onChoose }: TileMapProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language } = useLabels()
  const most = Math.max(0, ...counts.values())
  const columns = Math.max(...districts.map(({ tile }) => tile.column)) + 1
  const rows = Math.max(...districts.map(({ tile }) => tile.row)) + 1
  return (
    <svg
      className={styles['map']}
      viewBox={`0 0 ${columns * edge} ${rows * edge}`}
      role="group"
      aria-label={say('directory.map')}
    >
      {districts.map((district) => {
        const count = counts.get(district.pcode) ?? 0
        const pressed = district.pcode === chosen
        const choose = () => onChoose(pressed ? null : district.pcode)
        return (
          <g
            key={district.pcode}
            role="button"
            tabIndex={0}
            aria-pressed={pressed}
            aria-label={say('directory.tile', { district: district[language], count })}
            className={styles['tile']}
            data-shade={shadeOf(count, most)}
            transform={`translate(${district.tile.column * edge} ${district.tile.row * edge})`}
            onClick={choose}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              choose()
            }}
          >
            <title>{district[language]}</title>
            <rect x="1" y="1" width={edge - 2} height={edge - 2} rx="3" />
            <text x={edge / 2} y="17" textAnchor="middle" className={styles['name']}>
              {shortened(district[language])}
            </text>
            <text x={edge / 2} y="32" textAnchor="middle" className={styles['count']}>
              {dates.number(count)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** As much of a name as a tile holds, cut between letters as they are read. */
function shortened(name: string): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)]
  return letters.length <= 6
    ? name
    : `${letters
        .slice(0, 5)
        .map(({ segment }) => segment)
        .join('')}.`
}
