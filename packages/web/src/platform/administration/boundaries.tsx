import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { Card } from '../../shell/card.tsx'
import { FileButton } from '../../shell/file-button.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { useCommand } from '../use-command.ts'
import type { BoundaryAdd } from './door.ts'

const levels = ['district', 'upazila', 'admin1'] as const

const words: Readonly<Record<(typeof levels)[number], WordId>> = {
  district: 'boundary.district',
  upazila: 'boundary.upazila',
  admin1: 'boundary.admin1',
}

async function geojsonIn(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    throw new Refusal({ code: 'body-unreadable', status: 422 })
  }
}

/** Official outlines, with whose they are, under which licence, and of which day: nothing is drawn without. */
export function Boundaries(): ReactNode {
  const say = useWords()
  const { administration, directory } = useDoors()
  const { data } = useQuery({
    queryKey: ['boundaries', 'district'],
    queryFn: () => directory.boundaries('district'),
  })
  const [id, setId] = useState(newId)
  const [level, setLevel] = useState<(typeof levels)[number]>('district')
  const [source, setSource] = useState<unknown>(null)
  const [licence, setLicence] = useState<unknown>(null)
  const [dated, setDated] = useState<unknown>(null)
  const [file, setFile] = useState<{ readonly geojson: unknown } | { readonly error: unknown } | null>(null)
  const add = useCommand(
    (boundary: BoundaryAdd) => administration.addBoundary(boundary),
    () => {
      setId(newId())
      setFile(null)
      toast(say('boundary.added'))
    },
  )
  const read = async (chosen: File) => {
    try {
      setFile({ geojson: await geojsonIn(chosen) })
    } catch (error) {
      setFile({ error })
    }
  }
  const geojson = file !== null && 'geojson' in file ? file.geojson : null
  const complete = typeof source === 'string' && typeof licence === 'string' && typeof dated === 'string'
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (complete && geojson !== null) add.run({ id, level, source, licence, dated, geojson })
  }
  return (
    <Card title={say('admin.boundaries')}>
      <form className={lists['stack']} onSubmit={onSubmit} noValidate>
        <p>{say('boundary.what')}</p>
        <ul className={lists['rows']}>
          {data?.items.map((boundary) => (
            <li key={boundary.id} className={lists['row']}>
              <span>
                {boundary.source} · {boundary.licence} · <DayText day={boundary.dated} written />
              </span>
            </li>
          ))}
        </ul>
        <OneOf
          name="level"
          label={say('boundary.level')}
          required
          fault={null}
          options={levels.map((value) => ({ value, label: say(words[value]) }))}
          answer={level}
          onAnswer={(chosen) => setLevel(levels.find((known) => known === chosen) ?? 'district')}
        />
        <TextField
          name="source"
          label={say('boundary.source')}
          required
          fault={null}
          answer={source}
          onAnswer={setSource}
        />
        <TextField
          name="licence"
          label={say('boundary.licence')}
          required
          fault={null}
          answer={licence}
          onAnswer={setLicence}
        />
        <DayField
          name="dated"
          label={say('boundary.dated')}
          required
          fault={null}
          answer={dated}
          onAnswer={setDated}
        />
        <div>
          <FileButton accept=".geojson,.json" onFile={(chosen) => void read(chosen)}>
            {say(geojson === null ? 'boundary.file' : 'boundary.file-read')}
          </FileButton>
        </div>
        <RefusalNote error={file !== null && 'error' in file ? file.error : add.refused} />
        <div className={lists['acts']}>
          <Button type="submit" disabled={!complete || geojson === null} loading={add.pending}>
            {say('boundary.add')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
