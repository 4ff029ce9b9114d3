import type { UndirectedGraph } from 'graphology'
import { useEffect, useState } from 'react'
import { laidOut, type Spot } from './layout.ts'

interface Layout {
  readonly spots: ReadonlyMap<string, Spot>
  readonly done: boolean
}

const nothing: Layout = { spots: new Map(), done: false }

/** The picture is drawn anew only now and then: drawing costs a phone more than reckoning. */
const drawEvery = 10

/** Where everything stands; found in short steps, between which the page answers. */
export function useLayout(graph: UndirectedGraph): Layout {
  const [layout, setLayout] = useState<Layout>(nothing)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let taken = 0
    let spots: Layout['spots'] = nothing.spots
    const steps = laidOut(graph)
    const step = () => {
      const { value, done } = steps.next()
      if (done === true) return setLayout({ spots, done: true })
      spots = value
      if (taken % drawEvery === 0) setLayout({ spots, done: false })
      taken += 1
      timer = setTimeout(step)
    }
    step()
    return () => clearTimeout(timer)
  }, [graph])
  return layout
}
