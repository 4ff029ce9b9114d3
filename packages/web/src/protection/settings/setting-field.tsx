import { Button } from '@mantine/core'
import type { Setting, TimeUnit } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import forms from '../../forms/forms.module.css'
import { Labelled } from '../../forms/labelled.tsx'
import { NumberField, TextField } from '../../forms/text-fields.tsx'
import { plainDigits, typedNumber } from '../../forms/typed.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { type HelpLine, linesIn, timeIn, unitWords } from './setting-text.ts'
import styles from './settings.module.css'

interface SettingFieldProps {
  readonly setting: Setting
  readonly faulty: boolean
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}

/** One setting, asked for in the way that its kind needs. */
export function SettingField({ setting, faulty, value, onValue }: SettingFieldProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const asked = {
    name: setting.at,
    label: name(setting.label),
    required: true,
    fault: faulty ? ('out-of-range' as const) : null,
  }
  if (setting.kind === 'count')
    return <NumberField {...asked} decimals={false} answer={value} onAnswer={onValue} />
  if (setting.kind === 'yesNo')
    return (
      <OneOf
        {...asked}
        options={[
          { value: 'yes', label: say('laid.yes') },
          { value: 'no', label: say('laid.no') },
        ]}
        answer={value === true ? 'yes' : 'no'}
        onAnswer={(chosen) => onValue(chosen === 'yes')}
      />
    )
  if (setting.kind === 'numbers')
    return <HelpLines {...asked} most={setting.most} value={value} onValue={onValue} />
  return <TimeSetting {...asked} units={setting.units} value={value} onValue={onValue} />
}

interface Field {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly fault: 'out-of-range' | null
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}

function TimeSetting(props: Field & { readonly units: readonly TimeUnit[] }): ReactNode {
  const { units, value, onValue, name, label, required, fault } = props
  const say = useWords()
  const { amount, unit } = timeIn(value)
  const [typed, setTyped] = useState(() => (typeof amount === 'number' ? String(amount) : ''))
  return (
    <Labelled label={label} required={required} fault={fault}>
      {({ input, describedBy }) => (
        <div className={styles['time']}>
          <input
            id={input}
            name={name}
            inputMode="numeric"
            className={forms['input']}
            value={typed}
            aria-required={required}
            aria-invalid={fault !== null}
            aria-describedby={describedBy}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value)
              onValue({ amount: typedNumber(event.target.value), unit })
            }}
          />
          {units.length === 1 ? (
            units.map((one) => <span key={one}>{say(unitWords[one])}</span>)
          ) : (
            <select
              className={forms['input']}
              name={`${name}-unit`}
              aria-label={say('laid.unit', { what: label })}
              value={unit}
              onChange={(event) => onValue({ amount, unit: event.target.value })}
            >
              {units.map((one) => (
                <option key={one} value={one}>
                  {say(unitWords[one])}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </Labelled>
  )
}

const empty: HelpLine = { number: '', name: { en: '', bn: '' } }

/** Numbers to call, each with its name in both languages. */
function HelpLines({ label, fault, most, value, onValue }: Field & { readonly most: number }): ReactNode {
  const say = useWords()
  const lines = linesIn(value)
  const [keys, setKeys] = useState(() => lines.map((_, place) => place))
  const asked = { required: true, fault: null } as const
  const change = (place: number, line: HelpLine) => onValue(lines.with(place, line))
  const textOf = (answer: unknown) => (typeof answer === 'string' ? answer : '')
  return (
    <fieldset className={styles['fields']}>
      <legend>{label}</legend>
      {lines.map((line, place) => (
        <div key={keys[place]} className={styles['line']}>
          <TextField
            {...asked}
            name={`number-${place}`}
            label={say('laid.call')}
            answer={line.number}
            onAnswer={(answer) => change(place, { ...line, number: plainDigits(textOf(answer)) })}
          />
          {(['bn', 'en'] as const).map((language) => (
            <TextField
              {...asked}
              key={language}
              name={`name-${language}-${place}`}
              label={say(language === 'bn' ? 'laid.name-bn' : 'laid.name-en')}
              answer={line.name[language]}
              onAnswer={(answer) =>
                change(place, { ...line, name: { ...line.name, [language]: textOf(answer) } })
              }
            />
          ))}
          <Button
            variant="default"
            onClick={() => {
              setKeys(keys.toSpliced(place, 1))
              onValue(lines.toSpliced(place, 1))
            }}
          >
            {say('laid.remove')}
            <span className="heard"> {line.number}</span>
          </Button>
        </div>
      ))}
      {fault && <p className={forms['fault']}>{say('laid.lines-fault')}</p>}
      {lines.length < most && (
        <Button
          variant="default"
          onClick={() => {
            setKeys([...keys, Math.max(0, ...keys) + 1])
            onValue([...lines, empty])
          }}
        >
          {say('laid.add')}
        </Button>
      )}
    </fieldset>
  )
}
