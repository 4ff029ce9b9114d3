import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import styles from './link-button.module.css'

interface LookProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>
  readonly icon?: IconName
  readonly quiet?: boolean
  /** What tells this button from others of the same name, for those who hear them one by one. */
  readonly about?: string
}

function Look({ icon, quiet = false, about, children, ...anchor }: LookProps): ReactNode {
  return (
    <a {...anchor} className={quiet ? styles['quiet'] : styles['strong']}>
      {icon && <Icon name={icon} size={18} />}
      {children}
      {about && <span className="heard"> {about}</span>}
    </a>
  )
}

/** A link that is an act: it looks like a button and goes somewhere. */
export const LinkButton: LinkComponent<typeof Look> = createLink(Look)
