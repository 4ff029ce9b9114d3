import { standings } from '@setu/vocabulary'
import type { UndirectedGraph } from 'graphology'
import { type ReactNode, useMemo, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Shown } from './graph.ts'
import type { Spot } from './layout.ts'
import styles from './networks.module.css'
import { calledOf, outlines } from './shapes.ts'
import { useLayout } from './use-layout.ts'

interface PictureProps {
  readonly shown: Shown
  readonly graph: UndirectedGraph
  readonly chosen: string | null
  /** Things on the way that was asked for. */
  readonly path: readonly string[]
  readonly onChoose: (id: string) => void
}

/** How large the paper is on which a network is drawn: few things are drawn large enough to be read on a phone. */
const papers = {
  few: { width: 420, height: 340, edge: 80 },
  many: { width: 1000, height: 800, edge: 60 },
} as const

type Paper = (typeof papers)[keyof typeof papers]

/** The more there are, the smaller each is drawn. */
const sizeOf = (things: number): number => Math.max(0.5, Math.min(1, Math.sqrt(150 / Math.max(1, things))))

/** So few that every name can be read. */
const namedAtOnce = 40
const zooms = [1, 1.5, 2.25, 3.5, 5] as const

/** Fits the spots into the picture, whatever numbers the forces have come to. */
function fitted(spots: ReadonlyMap<string, Spot>, { width, height, edge }: Paper): ReadonlyMap<string, Spot> {
  const all = [...spots.values()]
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
  const scale = Math.min(
    (width - 2 * edge) / Math.max(right - left, 1e-6),
    (height - 2 * edge) / Math.max(bottom - top, 1e-6),
  )
  return new Map(
    [...spots].map(([id, { x, y }]) => [
      id,
      {
        x: width / 2 + (x - (left + right) / 2) * scale,
        y: height / 2 + (y - (top + bottom) / 2) * scale,
      },
    ]),
  )
}

const pairOf = (one: string, other: string): string => (one < other ? `${one}|${other}` : `${other}|${one}`)

/** The picture of a network. All that it shows stands beside it as a list; buttons go from one thing to the next. */
export function Picture({ shown, graph, chosen, path, onChoose }: PictureProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { spots, done } = useLayout(graph)
  const [zoom, setZoom] = useState(0)
  const paper = shown.nodes.length <= 30 ? papers.few : papers.many
  const places = useMemo(() => fitted(spots, paper), [spots, paper])
  const near = useMemo(
    () => new Set(chosen !== null && graph.hasNode(chosen) ? graph.neighbors(chosen) : []),
    [graph, chosen],
  )
  const onWay = new Set(path)
  const steps = new Set(path.slice(1).map((id, at) => pairOf(path[at] ?? '', id)))
  const walk = (way: 1 | -1) => {
    const at = shown.nodes.findIndex(({ id }) => id === chosen)
    const from = at === -1 && way === -1 ? 0 : at
    const next = shown.nodes.at((from + way + shown.nodes.length) % shown.nodes.length)
    if (next !== undefined) onChoose(next.id)
  }
  const scale = zooms[zoom] ?? 1
  return (
    <figure className={styles['figure']}>
      <div className={styles['zoom']}>
        <Act sign="−" word={say('network.smaller')} off={zoom === 0} onPress={() => setZoom(zoom - 1)} />
        <Act
          sign="+"
          word={say('network.larger')}
          off={zoom === zooms.length - 1}
          onPress={() => setZoom(zoom + 1)}
        />
        <Act sign="←" word={say('network.earlier')} off={false} onPress={() => walk(-1)} />
        <Act sign="→" word={say('network.later')} off={false} onPress={() => walk(1)} />
        {!done && <span role="status">{say('network.arranging')}</span>}
      </div>
      <Wide label={say('network.picture')}>
        <svg
          className={styles['picture']}
          data-zoom={zoom}
          data-done={done}
          data-many={paper === papers.many}
          viewBox={`0 0 ${paper.width} ${paper.height}`}
          role="img"
          aria-label={say('network.picture-of', {
            things: number(shown.nodes.length),
            ties: number(shown.ties.length),
          })}
        >
          <g className={styles['ties']}>
            {shown.ties.map(({ id, from, to, reliability }) => {
              const [a, b] = [places.get(from), places.get(to)]
              return (
                a !== undefined &&
                b !== undefined && (
                  <line
                    key={id}
                    x1={a.x}
                    y1={a.y}
                    x2={b.x}
                    y2={b.y}
                    data-doubtful={reliability >= 'D'}
                    data-on-way={steps.has(pairOf(from, to))}
                    data-near={chosen !== null && (from === chosen || to === chosen)}
                  />
                )
              )
            })}
          </g>
          {shown.nodes.map((node) => {
            const spot = places.get(node.id)
            if (spot === undefined) return null
            const [here, beside] = [node.id === chosen, near.has(node.id) || onWay.has(node.id)]
            return (
              <Thing
                key={node.id}
                node={node}
                spot={spot}
                size={sizeOf(shown.nodes.length) / Math.sqrt(scale)}
                here={here}
                beside={beside}
                named={here || beside || shown.nodes.length <= namedAtOnce * scale}
                onChoose={onChoose}
              />
            )
          })}
        </svg>
      </Wide>
    </figure>
  )
}

interface ActProps {
  readonly sign: string
  readonly word: string
  readonly off: boolean
  readonly onPress: () => void
}

function Act({ sign, word, off, onPress }: ActProps): ReactNode {
  return (
    <button type="button" disabled={off} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
      <span className="heard">{word}</span>
    </button>
  )
}

interface ThingProps {
  readonly node: Shown['nodes'][number]
  readonly spot: Spot
  readonly size: number
  readonly here: boolean
  readonly beside: boolean
  readonly named: boolean
  readonly onChoose: (id: string) => void
}

function Thing({ node, spot, size, here, beside, named, onChoose }: ThingProps): ReactNode {
  const { code } = useLabels()
  const { standing } = node
  const called = calledOf(node)
  return (
    <g
      className={styles['thing']}
      transform={`translate(${spot.x} ${spot.y}) scale(${here || beside ? Math.max(size, 0.8) : size})`}
      data-standing={standing ?? 'thing'}
      data-here={here}
      data-beside={beside}
      onPointerUp={() => onChoose(node.id)}
    >
      <title>{standing === null ? called : `${called}, ${code(standings, standing)}`}</title>
      {(standing === 'charged' || standing === 'convicted') && (
        <path d={outlines[node.kind]} className={styles['ring']} transform="scale(1.6)" />
      )}
      <path d={outlines[node.kind]} className={styles['outline']} />
      {named && (
        <text y={22} textAnchor="middle">
          {called.length > 24 ? `${called.slice(0, 23)}…` : called}
          {standing !== null && (
            <tspan x={0} dy={15} className={styles['stands']}>
              {code(standings, standing)}
            </tspan>
          )}
        </text>
      )}
    </g>
  )
}
