import { Button } from '@mantine/core'
import type { ServiceView } from '@setu/records/api'
import { type FormEvent, type ReactNode, useState } from 'react'
import { LongTextField } from '../forms/text-fields.tsx'
import type { Named } from '../platform/door-types.ts'
import { useDoors } from '../platform/doors.ts'
import { useCommand } from '../platform/use-command.ts'
import { Dialog } from '../shell/dialog.tsx'
import { DialogActs } from '../shell/dialog-acts.tsx'
import dialogs from '../shell/dialog-parts.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { toast } from '../shell/toasts.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import type { Site } from './door.ts'

interface SiteDialogProps {
  readonly offer: ServiceView
  readonly onClose: () => void
}

/** Where a service really is. A shelter's address is sealed: showing it is an act, and it is written down. */
export function SiteDialog({ offer, onClose }: SiteDialogProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { directory } = useDoors()
  const [address, setAddress] = useState<unknown>(null)
  const [shown, setShown] = useState(0)
  const show = useCommand(
    (named: Named) => directory.readSite(offer, named),
    (site) => {
      setAddress(site.address)
      setShown(shown + 1)
    },
  )
  const keep = useCommand(
    (site: Site) => directory.setSite(offer, site),
    () => {
      toast(say('site.kept'))
      onClose()
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof address === 'string' && address.trim() !== '') keep.run({ address: address.trim() })
  }
  return (
    <Dialog title={say('site.title', { who: name(offer.unit.name) })} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit}>
        <p className={dialogs['quiet']}>{say('site.sealed')}</p>
        <div>
          <Button variant="default" loading={show.pending} onClick={() => show.run({})}>
            {say('site.show')}
          </Button>
        </div>
        <LongTextField
          key={shown}
          name="address"
          label={say('site.address')}
          required
          fault={null}
          answer={address}
          onAnswer={setAddress}
        />
        <RefusalNote error={show.refused ?? keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" loading={keep.pending}>
            {say('dialog.keep')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
