import { Button } from '@mantine/core'
import { demoWindow } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import { plainDigits } from '../../forms/typed.ts'
import { useDoors } from '../../platform/doors.ts'
import { useNode } from '../../platform/use-session.ts'
import { useWords } from '../../words/use-words.ts'
import { Numbers } from './numbers.tsx'
import styles from './own.module.css'
import { OwnTrouble } from './own-trouble.tsx'

/** Two rows of digits. Whatever is wrong with them is said here or, once they are whole, in one way only. */
export function OwnEntry({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const node = useNode()
  const [receipt, setReceipt] = useState('')
  const [pin, setPin] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState<'opening' | 'working' | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)

  const enter = async () => {
    setBusy('opening')
    setTrouble(null)
    try {
      await own.enter({ receipt: plainDigits(receipt), pin: plainDigits(pin) }, () => setBusy('working'))
      onOpen()
    } catch (refused) {
      setTrouble(refused)
      setPin('')
      setAsked(false)
      setBusy(null)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (busy !== null) return
    setAsked(true)
    if (receipt.length === 16 && pin.length === 6) void enter()
  }
  const grouped = demoWindow.receipt.replace(/(.{4})(?=.)/g, '$1 ')
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate autoComplete="off">
      <p>{say('own.what')}</p>
      <Numbers
        label={say('own.receipt')}
        length={16}
        value={receipt}
        fault={asked && receipt.length !== 16 ? say('own.receipt-short', { count: receipt.length }) : null}
        onValue={setReceipt}
      />
      <Numbers
        label={say('own.pin')}
        hidden
        length={6}
        value={pin}
        fault={asked && pin.length !== 6 ? say('own.pin-short') : null}
        onValue={setPin}
      />
      <OwnTrouble trouble={trouble} entering />
      <Button type="submit" size="lg" loading={busy !== null}>
        {say('own.open')}
      </Button>
      <p role="status" className={styles['quiet']}>
        {busy === null ? say('own.keep') : say(busy === 'working' ? 'own.working' : 'own.opening')}
      </p>
      {node?.demo === true && (
        <p className={styles['quiet']}>{say('own.demo', { receipt: grouped, pin: demoWindow.pin })}</p>
      )}
    </form>
  )
}
