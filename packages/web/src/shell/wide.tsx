import { type ReactNode, useEffect, useRef } from 'react'
import lists from './lists.module.css'

interface WideProps {
  readonly label: string
  readonly children: ReactNode
}

/** What may be wider than a phone: it scrolls by itself, and by the arrow keys where it has to. */
export function Wide({ label, children }: WideProps): ReactNode {
  const wide = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const box = wide.current
    if (box === null) return
    const watch = new ResizeObserver(() => {
      box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [])

  return (
    <div ref={wide} className={lists['wide']} role="group" aria-label={label}>
      {children}
    </div>
  )
}
