import { networkKinds, standings } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './networks.module.css'
import { outlines } from './shapes.ts'

/** What the shapes of the picture mean. */
export function Legend(): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  return (
    <details>
      <summary>{say('network.legend')}</summary>
      <ul className={styles['legend']}>
        {networkKinds.entries.map(({ code: kind }) => (
          <li key={kind} className={styles['thing']} data-standing={kind === 'person' ? 'accused' : 'thing'}>
            <Sample outline={outlines[kind]} />
            {code(networkKinds, kind)}
          </li>
        ))}
        {standings.entries.map(({ code: standing }) => (
          <li key={standing} className={styles['thing']} data-standing={standing}>
            <Sample outline={outlines.person} ringed={standing === 'charged' || standing === 'convicted'} />
            {code(standings, standing)}
          </li>
        ))}
        <li>{say('network.doubtful')}</li>
      </ul>
    </details>
  )
}

interface SampleProps {
  readonly outline: string
  readonly ringed?: boolean
}

function Sample({ outline, ringed = false }: SampleProps): ReactNode {
  return (
    <svg viewBox="-15 -15 30 30" aria-hidden="true">
      {ringed && <path d={outline} className={styles['ring']} transform="scale(1.6)" />}
      <path d={outline} className={styles['outline']} />
    </svg>
  )
}
