import { districts } from '@setu/vocabulary/places'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useDoors } from '../platform/doors.ts'
import lists from '../shell/lists.module.css'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import { drawingOf } from './boundary-shapes.ts'
import styles from './district-map.module.css'
import { placeName } from './place-names.ts'
import { shadeOf } from './places-by-district.ts'
import { TileMap } from './tile-map.tsx'

interface DistrictMapProps {
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: string | null
  readonly onChoose: (district: string | null) => void
}

/** The official outlines where an operator has loaded them, else tiles; whose outlines they are is said below. */
export function DistrictMap(props: DistrictMapProps): ReactNode {
  const { counts, chosen, onChoose } = props
  const say = useWords()
  const { language } = useLabels()
  const { directory } = useDoors()
  const { data } = useQuery({
    queryKey: ['boundaries', 'district'],
    queryFn: () => directory.boundaries('district'),
    throwOnError: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const loaded = data?.items.at(-1)
  const drawing = useMemo(() => (loaded ? drawingOf(loaded.features) : null), [loaded])
  const most = Math.max(0, ...counts.values())
  if (loaded === undefined || drawing === null) return <TileMap districts={districts} {...props} />
  return (
    <figure className={styles['figure']}>
      <svg
        className={styles['map']}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={say('directory.map')}
      >
        {drawing.shapes.map(({ place, path }) => (
          <path
            key={place}
            d={path}
            className={styles['area']}
            data-shade={shadeOf(counts.get(place) ?? 0, most)}
            data-chosen={place === chosen}
            onClick={() => onChoose(place === chosen ? null : place)}
          >
            <title>
              {say('directory.tile', { district: placeName(place, language), count: counts.get(place) ?? 0 })}
            </title>
          </path>
        ))}
      </svg>
      <figcaption className={lists['quiet']}>
        {say('directory.boundaries-of', {
          source: loaded.source,
          licence: loaded.licence,
          dated: loaded.dated,
        })}
      </figcaption>
    </figure>
  )
}
