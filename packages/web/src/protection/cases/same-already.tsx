import type { CaseKnownQuery } from '@setu/records/api'
import { plainDate } from '@setu/vocabulary'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import type { Answers } from '../../forms/faults.ts'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import styles from './same-already.module.css'

/** Long enough that nobody is looked up letter by letter; each look-up is written down. */
const stillFor = 1200
const shortest = { mobile: 8, name: 4 } as const

/** What was typed and has stood for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), stillFor)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer.trim() : '')

/**
 * Before a case is opened: those of one's own unit, whoever works them, that have the very same phone number or name.
 * It says so and holds nobody up, since two people can share both.
 */
export function SameAlready(given: { readonly contact: Answers; readonly identity: Answers }): ReactNode {
  const say = useWords()
  const { written } = useDates()
  const { cases } = useDoors()
  const mobile = useSettled(textOf(given.contact['mobile']))
  const name = useSettled(textOf(given.identity['name']))
  const asked: CaseKnownQuery[] = [
    ...(mobile.length >= shortest.mobile ? [{ field: 'mobile', text: mobile } as const] : []),
    ...(name.length >= shortest.name ? [{ field: 'name', text: name } as const] : []),
  ]
  const found = useQueries({
    queries: asked.map((known) => ({
      queryKey: ['same-already', known.field, known.text],
      queryFn: () => cases.known(known),
      // A look-up is written down, and is made once for what was typed.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      // Whoever takes somebody in goes on, whether or not this could be asked.
      throwOnError: false,
    })),
    combine: (answers) =>
      answers.flatMap(({ data }, place) =>
        (data?.items ?? []).map((file) => ({ file, field: asked[place]?.field ?? 'name' })),
      ),
  })
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={styles['same']}>
          <p className={styles['title']}>{say('same-already.title')}</p>
          <p>{say('same-already.what')}</p>
          <ul className={lists['rows']}>
            {found.map(({ file, field }) => (
              <li key={`${file.id} ${field}`} className={lists['row']}>
                {file.mine ? (
                  <Link
                    to="/cases/$org/$id"
                    params={{ org: file.org, id: file.id }}
                    className={lists['code']}
                  >
                    {file.code}
                  </Link>
                ) : (
                  <span className={lists['code']}>{file.code}</span>
                )}
                <span className={lists['quiet']}>
                  {say(field === 'mobile' ? 'same-already.mobile' : 'same-already.name', {
                    day: written(plainDate(file.openedOn)),
                  })}
                </span>
                {!file.mine && file.lead !== null && (
                  <span>{say('same-already.ask', { person: file.lead })}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
