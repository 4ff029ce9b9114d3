import { Button } from '@mantine/core'
import type { RecoveryShares } from '@setu/records/api'
import { type ReactNode, useEffect, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import { useSignedIn } from '../use-session.ts'
import { sheetOf } from './share-sheet.ts'
import styles from './share-sheets.module.css'

interface ShareSheetsProps {
  readonly made: RecoveryShares
  readonly onKept: () => void
}

function save(number: number, lines: readonly string[]): void {
  const address = URL.createObjectURL(
    new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = `setu-${number}.txt`
  link.click()
  URL.revokeObjectURL(address)
}

/** The three shares, a page each, to be printed or saved and handed out. They are shown here and never again. */
export function ShareSheets({ made, onKept }: ShareSheetsProps): ReactNode {
  const say = useWords()
  const { org } = useSignedIn()
  const [sure, setSure] = useState(false)
  // What stands first says that this is seen once.
  useEffect(() => {
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <div className={styles['sheets']}>
      <div className={`${lists['stack']} screen-only`}>
        <p role="status">{say('recovery-key.shown-once')}</p>
        <div className={lists['acts']}>
          <Button onClick={() => window.print()}>{say('recovery-key.print')}</Button>
        </div>
      </div>
      {made.shares.map((share) => {
        const sheet = sheetOf(made, share, org.name)
        return (
          <article key={share.number} className={styles['sheet']} data-share={share.number}>
            <h3 className={styles['title']}>{sheet.title}</h3>
            <dl className={styles['facts']}>
              {sheet.facts.map(([what, value]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <ol className={styles['rows']}>
              {share.rows.map((row) => (
                <li key={row}>{row}</li>
              ))}
            </ol>
            {sheet.words.map((words) => (
              <p key={words}>{words}</p>
            ))}
            <div className={`${lists['acts']} screen-only`}>
              <Button variant="default" onClick={() => save(share.number, sheet.lines)}>
                {say('recovery-key.save', { number: share.number })}
              </Button>
            </div>
          </article>
        )
      })}
      <div className={`${lists['stack']} screen-only`}>
        <label className={styles['sure']}>
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
          {say('recovery-key.handed-out')}
        </label>
        <div className={lists['acts']}>
          <Button disabled={!sure} onClick={onKept}>
            {say('recovery-key.done')}
          </Button>
        </div>
      </div>
    </div>
  )
}
