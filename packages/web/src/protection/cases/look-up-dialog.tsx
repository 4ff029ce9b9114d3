import { Button } from '@mantine/core'
import type { ReadingReason } from '@setu/vocabulary'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import { typedPhone } from '../../forms/typed.ts'
import { useDoors } from '../../platform/doors.ts'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import type { CaseLookUp } from './door.ts'
import { ReasonQuestion } from './reason-question.tsx'

const fields = ['name', 'mobile', 'identityNumber'] as const satisfies readonly CaseLookUp['field'][]

type Field = (typeof fields)[number]

const words: Readonly<Record<Field, WordId>> = {
  name: 'look-up.name',
  mobile: 'look-up.mobile',
  identityNumber: 'look-up.identityNumber',
}

const shortest = 3

/** Somebody stands at the door and says who they are: is there a file? What was typed never enters an address. */
export function LookUpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { cases } = useDoors()
  const [field, setField] = useState<Field>('name')
  const [text, setText] = useState('')
  const [reason, setReason] = useState<ReadingReason>('contacting')
  const find = useMutation({ mutationFn: (asked: CaseLookUp) => cases.lookUp(asked) })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const asked = field === 'mobile' ? typedPhone(text) : text.trim()
    if (asked.length >= shortest) find.mutate({ field, text: asked, reason })
  }
  return (
    <Dialog title={say('look-up.title')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit}>
        <p className={dialogs['quiet']}>{say('look-up.what')}</p>
        <OneOf
          name="field"
          label={say('look-up.field')}
          required
          fault={null}
          options={fields.map((value) => ({ value, label: say(words[value]) }))}
          answer={field}
          onAnswer={(chosen) => setField(fields.find((known) => known === chosen) ?? 'name')}
        />
        <TextField
          name="text"
          label={say('look-up.text')}
          required
          fault={null}
          answer={text}
          onAnswer={(answer) => setText(typeof answer === 'string' ? answer : '')}
        />
        <ReasonQuestion answer={reason} onAnswer={(chosen) => setReason(chosen ?? 'contacting')} />
        <RefusalNote error={find.error} />
        <div className={dialogs['acts']}>
          <Button type="submit" loading={find.isPending} disabled={text.trim().length < shortest}>
            {say('look-up.find')}
          </Button>
        </div>
        <div role="status">
          {find.data?.items.length === 0 && <p>{say('look-up.none')}</p>}
          <ul className={lists['rows']}>
            {find.data?.items.map((file) => (
              <li key={file.id} className={lists['row']}>
                <Link
                  to="/cases/$org/$id"
                  params={{ org: file.org, id: file.id }}
                  className={lists['code']}
                  onClick={onClose}
                >
                  {file.code}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </form>
    </Dialog>
  )
}
