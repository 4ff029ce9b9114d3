import type { ReactNode } from 'react'
import styles from './file-button.module.css'

interface FileButtonProps {
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** Chooses a file, in the reader's words and not the browser's. The same file can be chosen again once mended. */
export function FileButton({ accept, onFile, children }: FileButtonProps): ReactNode {
  return (
    <label className={styles['choose']}>
      {children}
      <input
        className="heard"
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
