import type { CaseView, ServiceView, WhoFor } from '@setu/records/api'
import { ageBands, type ServiceType } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { placeName } from '../../directory/place-names.ts'
import { useFree } from '../../directory/use-free.ts'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './referrals.module.css'

interface WhoCanProps {
  readonly file: CaseView
  readonly service: ServiceType
  readonly chosen: ServiceView | null
  readonly onChoose: (service: ServiceView) => void
}

/** For whom a place must be, as far as the file says; in doubt as a child. */
function whoIs({ sex, ageBand }: CaseView): WhoFor | undefined {
  const youngest = ageBands.entries.find(({ code }) => code === ageBand)?.youngest ?? null
  const child = youngest === null || youngest < 18
  if (sex === 'female') return child ? 'girls' : 'women'
  if (sex === 'male') return child ? 'boys' : 'men'
  return undefined
}

/** Who gives this service to such a person, those with a free place and nearest first. */
export function WhoCan({ file, service, chosen, onChoose }: WhoCanProps): ReactNode {
  const say = useWords()
  const { directory } = useDoors()
  const takes = whoIs(file)
  const district = file.homeDistrict
  const { data } = useQuery({
    queryKey: ['services', service, district, takes],
    queryFn: () =>
      directory.services({
        service,
        ...(district === null ? {} : { district }),
        ...(takes === undefined ? {} : { takes }),
      }),
  })
  if (data === undefined) return <Pending />
  const others = data.items.filter(({ org }) => org !== file.org)
  return (
    <section className={styles['step']}>
      <fieldset className={styles['fieldset']}>
        <legend className={styles['stepTitle']}>{say('refer.who')}</legend>
        {others.length === 0 && <p className={lists['empty']}>{say('refer.nobody')}</p>}
        <div className={styles['who']}>
          {others.map((offer) => (
            <Offer
              key={offer.id}
              offer={offer}
              chosen={offer.id === chosen?.id}
              onChoose={() => onChoose(offer)}
            />
          ))}
        </div>
      </fieldset>
    </section>
  )
}

interface OfferProps {
  readonly offer: ServiceView
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Offer({ offer, chosen, onChoose }: OfferProps): ReactNode {
  const { language, name } = useLabels()
  const free = useFree()
  return (
    <label className={styles['option']}>
      <input type="radio" name="who" value={offer.id} checked={chosen} onChange={onChoose} />
      <strong>{name(offer.organisation.name)}</strong>
      {name(offer.unit.name) !== name(offer.organisation.name) && (
        <span className={styles['desk']}>{name(offer.unit.name)}</span>
      )}
      <span className={styles['under']}>
        {[
          free(offer),
          offer.districts
            .slice(0, 4)
            .map((code) => placeName(code, language))
            .join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </label>
  )
}
