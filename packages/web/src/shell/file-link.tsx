import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { useDoors } from '../platform/doors.ts'
import { askForProof } from '../platform/step-up/asking-for-proof.ts'
import styles from './link-button.module.css'
import { RefusalNote } from './refusal-note.tsx'

interface FileLinkProps {
  readonly to: string
  readonly children: ReactNode
}

/**
 * A link that looks like a button and brings a file: the browser fetches it itself, so that it is never held in
 * memory. It goes out after a fresh proof only, since a refusal would become the file.
 */
export function FileLink({ to, children }: FileLinkProps): ReactNode {
  const { session } = useDoors()
  const link = useRef<HTMLAnchorElement>(null)
  const proved = useRef(false)
  const [refused, setRefused] = useState<unknown>(null)
  const prove = async () => {
    setRefused(null)
    const { fresh } = await session.factors()
    if (!(fresh || (await askForProof()))) return
    proved.current = true
    link.current?.click()
  }
  const onClick = (event: MouseEvent) => {
    if (proved.current) {
      proved.current = false
      return
    }
    event.preventDefault()
    prove().catch(setRefused)
  }
  return (
    <>
      <a ref={link} className={styles['quiet']} href={to} download onClick={onClick}>
        {children}
      </a>
      <RefusalNote error={refused} />
    </>
  )
}
