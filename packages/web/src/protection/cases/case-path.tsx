import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { type CaseState, caseStates } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { Icon } from '../../shell/icons.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-screen.module.css'
import { MissingStep } from './missing-step.tsx'
import { StateDialog } from './state-dialog.tsx'

/** The road that most cases take; the other states leave it for a while, or for good. */
const road = [
  'intake',
  'assessed',
  'planned',
  'active',
  'followUp',
  'closed',
] as const satisfies readonly CaseState[]

function standingOf(state: CaseState, now: CaseState): 'done' | 'now' | 'ahead' {
  if (state === now) return 'now'
  const at = road.findIndex((step) => step === now)
  return road.findIndex((step) => step === state) < at ? 'done' : 'ahead'
}

/** Where the work stands, where it may go, and what is missing for the next step. */
export function CasePath({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const [moving, setMoving] = useState(false)
  const shown: readonly CaseState[] = road.some((step) => step === file.state) ? road : [...road, file.state]
  // What rests is on no road: of where it may go, the node names first the state that it was left in.
  const next = file.path.find(
    ({ to }) => road.some((step) => step === to) && standingOf(to, file.state) === 'ahead',
  )
  const changes = file.may.write.includes('status') && file.path.length > 0
  return (
    <section className={styles['path']} aria-label={say('case.path')}>
      <ol className={styles['states']}>
        {shown.map((state) => {
          const standing = standingOf(state, file.state)
          return (
            <li
              key={state}
              className={styles['state']}
              data-standing={standing}
              aria-current={standing === 'now' ? 'step' : undefined}
            >
              {standing === 'done' && <Icon name="done" size={14} />}
              {code(caseStates, state)}
            </li>
          )
        })}
      </ol>
      {changes && (
        <div className={styles['next']}>
          {next && (
            <div>
              {next.missing.length === 0
                ? say('case.ready-for', { state: code(caseStates, next.to) })
                : say('case.missing-for', { state: code(caseStates, next.to) })}
              {next.missing.length > 0 && (
                <ul className={styles['missing']}>
                  {next.missing.map((requirement) => (
                    <li key={requirement}>
                      <MissingStep file={file} requirement={requirement} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
          <Button variant="default" onClick={() => setMoving(true)}>
            {say('case.move')}
          </Button>
        </div>
      )}
      {moving && <StateDialog file={file} onClose={() => setMoving(false)} />}
    </section>
  )
}
