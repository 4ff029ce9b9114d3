import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNewlyTold } from '../../platform/use-notices.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import { ToldRow } from './told-row.tsx'

const mostShown = 5

/** What one had not been told before coming to this page, and the way to everything else. */
export function NewlyTold(): ReactNode {
  const say = useWords()
  const newly = useNewlyTold()
  const all = (
    <Link to="/notices" className={lists['act']}>
      {say('told.all')}
    </Link>
  )
  if (newly.length === 0) return <p>{all}</p>
  return (
    <Card title={say('bar.notices')}>
      <ul className={lists['rows']}>
        {newly.slice(0, mostShown).map((notice) => (
          <ToldRow key={notice.id} notice={notice} />
        ))}
      </ul>
      <p>{newly.length > mostShown ? say('told.more', { count: newly.length - mostShown }) : null}</p>
      {all}
    </Card>
  )
}
