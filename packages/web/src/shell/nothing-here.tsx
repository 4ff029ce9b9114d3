import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Page } from './page.tsx'

/** A page that does not exist, or not for this reader: the two look the same. */
export function NothingHere(): ReactNode {
  const say = useWords()
  return (
    <Page title={say('nothing.title')}>
      <p>{say('nothing.why')}</p>
      <p>
        <Link to="/">{say('nothing.home')}</Link>
      </p>
    </Page>
  )
}
