import { Button } from '@mantine/core'
import type { HtcdsPreview } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../forms/choice-fields.tsx'
import { useDoors } from '../platform/doors.ts'
import { useCommand } from '../platform/use-command.ts'
import { useSignedIn } from '../platform/use-session.ts'
import { Card } from '../shell/card.tsx'
import lists from '../shell/lists.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import type { HtcdsImport } from './door.ts'
import styles from './exchange-screen.module.css'
import { PreviewTables } from './preview-tables.tsx'

/** A file is looked through before anything of it is kept; then all of it is kept, or nothing. */
export function ImportCard(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { exchange } = useDoors()
  const { units } = useSignedIn()
  const [unit, setUnit] = useState<string | null>(units[0]?.id ?? null)
  const look = useMutation({ mutationFn: (file: File) => exchange.preview(file) })
  const take = useCommand((asked: HtcdsImport) => exchange.take(asked))
  const [taken, setTaken] = useState<number | null>(null)

  const onFile = (file: File | undefined) => {
    setTaken(null)
    take.forgive()
    if (file) look.mutate(file)
  }

  const keep = async (preview: HtcdsPreview) => {
    if (preview.id === null || unit === null) return
    const { cases } = await take.ask({ preview: preview.id, unit })
    setTaken(cases)
    look.reset()
  }

  return (
    <Card title={say('exchange.import')}>
      <p>{say('exchange.import-what')}</p>
      <label className={styles['choose']}>
        {say('exchange.choose-file')}
        <input
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => {
            onFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {look.isPending && <p role="status">{say('exchange.looking')}</p>}
      <RefusalNote error={look.error} />
      {taken !== null && (
        <p role="status" className={styles['verdict']} data-ready="true">
          {say('exchange.taken', { count: taken })} <Link to="/cases">{say('bar.cases')}</Link>
        </p>
      )}
      {look.data && (
        <div className={lists['stack']}>
          <p className={styles['verdict']} data-ready={look.data.ready}>
            {look.data.ready
              ? say('exchange.ready', { rows: look.data.rows })
              : say('exchange.not-ready', { rows: look.data.rows, problems: look.data.problemCount })}
          </p>
          {look.data.ready && (
            <>
              {units.length > 1 && (
                <OneOf
                  name="unit"
                  label={say('exchange.unit')}
                  required
                  fault={null}
                  options={units.map((option) => ({ value: option.id, label: name(option.name) }))}
                  answer={unit}
                  onAnswer={setUnit}
                />
              )}
              <div className={lists['acts']}>
                <Button
                  loading={take.pending}
                  disabled={unit === null}
                  onClick={() => look.data && void keep(look.data).catch(() => undefined)}
                >
                  {say('exchange.take', { count: look.data.rows })}
                </Button>
              </div>
              <RefusalNote error={take.refused} />
            </>
          )}
          <PreviewTables preview={look.data} />
        </div>
      )}
    </Card>
  )
}
