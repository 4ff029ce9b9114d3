import { Button } from '@mantine/core'
import {
  consentPurposes,
  isCode,
  namedInWords,
  parts,
  partsSaid,
  type ServiceType,
  serviceTypes,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import forms from '../../forms/forms.module.css'
import { TextField } from '../../forms/text-fields.tsx'
import { newId } from '../../platform/ids.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { askable, type Card, cardFor, purposeFor, type Recipient, withService } from './asked.ts'
import styles from './consent-screen.module.css'

interface PrepareCardsProps {
  readonly code: string
  readonly cards: readonly Card[]
  readonly child: boolean
  readonly recipients: readonly Recipient[]
  readonly service: ServiceType | undefined
  readonly onChange: (cards: readonly Card[]) => void
  readonly onBegin: () => void
  readonly onStop: () => void
}

/** What will be asked, put together by the caseworker before the screen is turned to the person. */
export function PrepareCards(props: PrepareCardsProps): ReactNode {
  const { code, cards, child, recipients, service, onChange, onBegin, onStop } = props
  const say = useWords()
  const { language, name } = useLabels()
  const purposes = consentPurposes.entries.filter(
    (entry) =>
      (!entry.recipient || entry.code in namedInWords) &&
      (entry.child || !child) &&
      !cards.some((card) => card.purpose === entry.code),
  )
  const named = (id: string | null) => recipients.find(({ org, unit }) => `${org}.${unit}` === id)
  const offices = recipients.map((recipient) => ({
    value: `${recipient.org}.${recipient.unit}`,
    label: name(recipient.name),
  }))
  const replace = (changed: Card) => onChange(cards.map((card) => (card.id === changed.id ? changed : card)))

  return (
    <div className={styles['sheet']}>
      <p>{say('consent.prepare', { code })}</p>
      {cards.map((card) => (
        <section key={card.id} className={styles['prepared']}>
          <h2 className={forms['heading']}>
            {consentPurposes.entries.find((entry) => entry.code === card.purpose)?.[language]}
            {card.recipient && `: ${name(card.recipient.name)}`}
          </h2>
          {card.purpose === 'shareService' && (
            <OneOf
              name={`service-${card.id}`}
              label={say('consent.service')}
              required
              fault={null}
              options={serviceTypes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
              answer={card.service}
              onAnswer={(chosen) => isCode(serviceTypes, chosen) && replace(withService(card, chosen))}
            />
          )}
          {card.words !== null && (
            <TextField
              name={`words-${card.id}`}
              label={say('consent.who')}
              required
              fault={card.words.trim() === '' ? 'missing' : null}
              answer={card.words}
              onAnswer={(words) => replace({ ...card, words: typeof words === 'string' ? words : '' })}
            />
          )}
          {card.shareable.length > 0 && card.purpose !== 'transferCase' && (
            <SomeOf
              name={`parts-${card.id}`}
              label={say('consent.parts')}
              required
              fault={card.parts.length === 0 ? 'missing' : null}
              options={card.shareable.map((part) => ({ value: part, label: partsSaid[part][language] }))}
              answer={card.parts}
              onAnswer={(chosen) =>
                replace({ ...card, parts: chosen.flatMap((part) => (isCode(parts, part) ? [part] : [])) })
              }
            />
          )}
          <Button variant="subtle" onClick={() => onChange(cards.filter(({ id }) => id !== card.id))}>
            {say('consent.leave-out')}
          </Button>
        </section>
      ))}
      <OneOf
        name="recipient"
        label={say('consent.add-recipient')}
        required
        fault={null}
        options={offices}
        answer={null}
        onAnswer={(chosen) => {
          const recipient = named(chosen)
          if (recipient) onChange([...cards, cardFor(newId(), purposeFor(recipient), recipient, service)])
        }}
      />
      <OneOf
        name="handover"
        label={say('consent.add-transfer')}
        required
        fault={null}
        options={offices.filter(({ value }) => named(value)?.work === 'care')}
        answer={null}
        onAnswer={(chosen) => {
          const recipient = named(chosen)
          if (recipient) onChange([...cards, cardFor(newId(), 'transferCase', recipient)])
        }}
      />
      <OneOf
        name="purpose"
        label={say('consent.add-purpose')}
        required
        fault={null}
        options={purposes.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={null}
        onAnswer={(chosen) => {
          if (isCode(consentPurposes, chosen)) onChange([...cards, cardFor(newId(), chosen)])
        }}
      />
      <div className={forms['acts']}>
        <Button disabled={cards.length === 0 || !askable(cards)} onClick={onBegin}>
          {say('consent.begin')}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {say('form.stop')}
        </Button>
      </div>
    </div>
  )
}
