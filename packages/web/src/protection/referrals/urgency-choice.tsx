import type { ReferralPreview } from '@setu/records/api'
import { type Urgency, urgencies } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'
import styles from './referrals.module.css'

interface UrgencyChoiceProps {
  readonly preview: ReferralPreview
  readonly urgency: Urgency
  readonly onChoose: (urgency: Urgency) => void
}

/** How soon, and which clocks that starts, with the moments they run out. */
export function UrgencyChoice({ preview, urgency, onChoose }: UrgencyChoiceProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language } = useLabels()
  const labelOf = useDueLabel()
  return (
    <section className={styles['step']}>
      <fieldset className={styles['fieldset']}>
        <legend className={styles['stepTitle']}>{say('refer.urgency')}</legend>
        <div className={styles['who']}>
          {urgencies.entries.map((entry) => (
            <label key={entry.code} className={styles['option']}>
              <input
                type="radio"
                name="urgency"
                value={entry.code}
                checked={entry.code === urgency}
                onChange={() => onChoose(entry.code)}
              />
              <strong>{entry[language]}</strong>
              <span className={styles['under']}>
                {preview.clocks
                  .filter((clock) => clock.urgency === entry.code && clock.step !== 'expire')
                  .map((clock) => `${labelOf(clock.step)}: ${dates.moment(new Date(clock.due))}`)
                  .join(' · ')}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={lists['quiet']}>{say('refer.clocks')}</p>
    </section>
  )
}
