import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'

interface TipNumberProps {
  readonly receipt: string
  readonly onDone: () => void
}

/** The number for whoever told: to be read out now, since nobody can look it up later. */
export function TipNumber({ receipt, onDone }: TipNumberProps): ReactNode {
  const say = useWords()
  return (
    <Card title={say('tip.number')}>
      <div className={lists['stack']}>
        <p className={lists['code']}>{receipt.match(/.{4}/g)?.join(' ')}</p>
        <p>{say('tip.number-what')}</p>
        <div className={lists['acts']}>
          <Button onClick={onDone}>{say('tip.number-said')}</Button>
        </div>
      </div>
    </Card>
  )
}
