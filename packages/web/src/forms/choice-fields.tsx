import type { ReactNode } from 'react'
import { Choice } from '../shell/choice.tsx'
import { Icon } from '../shell/icons.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './forms.module.css'
import { type Asked, Labelled } from './labelled.tsx'

/** One thing to choose, with the words in which it is offered. */
export interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceFieldProps extends Asked {
  readonly name: string
  readonly options: readonly Option[]
}

interface OneProps extends ChoiceFieldProps {
  readonly answer: unknown
  readonly onAnswer: (answer: string | null) => void
}

/** So few that all of them can be seen at once. */
const seenAtOnce = 6

/** One of a list: shown whole while it is short, in the device's own list when it is long. */
export function OneOf({ name, options, answer, onAnswer, ...asked }: OneProps): ReactNode {
  const say = useWords()
  if (options.length <= seenAtOnce) {
    return (
      <Labelled {...asked} group>
        {() => (
          <Choice
            name={name}
            label={asked.label}
            quietLabel
            options={options}
            value={typeof answer === 'string' ? answer : null}
            onChoose={onAnswer}
          />
        )}
      </Labelled>
    )
  }
  return (
    <Labelled {...asked}>
      {({ input, describedBy }) => (
        <select
          id={input}
          name={name}
          className={styles['input']}
          value={typeof answer === 'string' ? answer : ''}
          aria-required={asked.required}
          aria-invalid={asked.fault !== null}
          aria-describedby={describedBy}
          onChange={(event) => onAnswer(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{say('form.choose')}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface SomeProps extends ChoiceFieldProps {
  readonly answer: unknown
  readonly onAnswer: (answer: readonly string[]) => void
}

function chosenIn(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.filter((value) => typeof value === 'string') : []
}

/** Any of a list, each with its own tick. */
export function SomeOf({ name, options, answer, onAnswer, ...asked }: SomeProps): ReactNode {
  const chosen = chosenIn(answer)
  const toggle = (value: string) =>
    onAnswer(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <Labelled {...asked} group>
      {() => (
        <div className={styles['checks']}>
          {options.map(({ value, label }) => (
            <label key={value} className={styles['check']}>
              <input
                type="checkbox"
                name={name}
                value={value}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
    </Labelled>
  )
}

/** Some of a list too long to show: what was chosen stands above the list. */
export function SomeOfMany({ name, options, answer, onAnswer, ...asked }: SomeProps): ReactNode {
  const say = useWords()
  const chosen = chosenIn(answer)
  return (
    <Labelled {...asked} group>
      {({ input }) => (
        <>
          {chosen.length > 0 && (
            <ul className={styles['chosen']}>
              {chosen.map((value) => {
                const label = options.find((option) => option.value === value)?.label ?? value
                return (
                  <li key={value} className={styles['chip']}>
                    {label}
                    <button
                      type="button"
                      className={styles['remove']}
                      aria-label={say('form.remove', { what: label })}
                      onClick={() => onAnswer(chosen.filter((other) => other !== value))}
                    >
                      <Icon name="close" size={14} />
                    </button>
                  </li>
                )
              })}
            </ul>
          )}
          <select
            id={input}
            name={name}
            className={styles['input']}
            aria-label={asked.label}
            value=""
            onChange={(event) => onAnswer([...chosen, event.target.value])}
          >
            <option value="">{say('form.add')}</option>
            {options
              .filter(({ value }) => !chosen.includes(value))
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </>
      )}
    </Labelled>
  )
}
