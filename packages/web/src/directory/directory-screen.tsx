import { Button } from '@mantine/core'
import type { ServiceView, WhoFor } from '@setu/records/api'
import { isCode, type ServiceType, serviceTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { OneOf } from '../forms/choice-fields.tsx'
import { useDistricts } from '../forms/use-lists.ts'
import { useDoors } from '../platform/doors.ts'
import { useSignedIn } from '../platform/use-session.ts'
import { Card } from '../shell/card.tsx'
import { Icon } from '../shell/icons.tsx'
import lists from '../shell/lists.module.css'
import { Page } from '../shell/page.tsx'
import { Pending } from '../shell/pending.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import { CapacityForm } from './capacity-form.tsx'
import styles from './directory-screen.module.css'
import { DistrictMap } from './district-map.tsx'
import { who } from './for-whom.ts'
import { Organisations } from './organisations.tsx'
import { placeName } from './place-names.ts'
import { placesByDistrict } from './places-by-district.ts'
import { ServiceDialog } from './service-dialog.tsx'
import { SiteDialog } from './site-dialog.tsx'
import { useFree } from './use-free.ts'

const aPage = 20

/** Where is help: for what, for whom, in which district, with a place free now. */
export function DirectoryScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { directory } = useDoors()
  const places = useDistricts()
  const [shown, setShown] = useState(aPage)
  const [adding, setAdding] = useState(false)
  const addsServices = useSignedIn().roles.some(
    (role) => role === 'supervisor' || role === 'technicalAdministrator',
  )
  const [service, setService] = useState<ServiceType | null>(null)
  const [district, setDistrict] = useState<string | null>(null)
  const [takes, setTakes] = useState<WhoFor | null>(null)
  const { data } = useQuery({
    queryKey: ['services', service, district, takes],
    queryFn: () =>
      directory.services({
        ...(service === null ? {} : { service }),
        ...(district === null ? {} : { district }),
        ...(takes === null ? {} : { takes }),
      }),
    placeholderData: (before) => before,
  })
  const { data: everywhere } = useQuery({
    queryKey: ['services', service, null, takes],
    queryFn: () =>
      directory.services({ ...(service === null ? {} : { service }), ...(takes === null ? {} : { takes }) }),
    placeholderData: (before) => before,
  })
  const counts = useMemo(() => placesByDistrict(everywhere?.items ?? []), [everywhere])
  if (data === undefined) return <Pending />
  return (
    <Page
      title={say('directory.title')}
      acts={
        addsServices && (
          <Button leftSection={<Icon name="add" size={18} />} onClick={() => setAdding(true)}>
            {say('service.add')}
          </Button>
        )
      }
    >
      {adding && <ServiceDialog onClose={() => setAdding(false)} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Card title={say('directory.find')}>
            <div className={styles['filters']}>
              <OneOf
                name="service"
                label={say('directory.service')}
                required
                fault={null}
                options={serviceTypes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
                answer={service}
                onAnswer={(chosen) => setService(isCode(serviceTypes, chosen) ? chosen : null)}
              />
              <OneOf
                name="district"
                label={say('directory.district')}
                required
                fault={null}
                options={places}
                answer={district}
                onAnswer={setDistrict}
              />
              <OneOf
                name="takes"
                label={say('directory.for-whom')}
                required
                fault={null}
                options={[
                  { value: 'anyone', label: say('service.anyone') },
                  ...who.map(({ code, word }) => ({ value: code, label: say(word) })),
                ]}
                answer={takes ?? 'anyone'}
                onAnswer={(chosen) => setTakes(who.find(({ code }) => code === chosen)?.code ?? null)}
              />
            </div>
          </Card>
          <Card title={say('directory.found', { count: data.items.length })}>
            {data.items.length === 0 && <p className={lists['empty']}>{say('directory.none')}</p>}
            <ul className={lists['rows']}>
              {data.items.slice(0, shown).map((offer) => (
                <Offer key={offer.id} offer={offer} />
              ))}
            </ul>
            {data.items.length > shown && (
              <Button variant="default" onClick={() => setShown(shown + aPage)}>
                {say('list.more')}
              </Button>
            )}
          </Card>
        </div>
        <div className={styles['column']}>
          <Card title={say('directory.map')}>
            <p className={lists['quiet']}>{say('directory.map-what')}</p>
            <DistrictMap counts={counts} chosen={district} onChoose={setDistrict} />
          </Card>
          <Organisations />
        </div>
      </div>
    </Page>
  )
}

function Offer({ offer }: { readonly offer: ServiceView }): ReactNode {
  const say = useWords()
  const { language, code, name } = useLabels()
  const session = useSignedIn()
  const [changing, setChanging] = useState(false)
  const [placing, setPlacing] = useState(false)
  const ours = session.units.some(({ id }) => id === offer.unit.id)
  const runsHomes = session.roles.some((role) => role === 'caseworker' || role === 'supervisor')
  const free = useFree()
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['strong']}>{code(serviceTypes, offer.service)}</div>
        <div>{name(offer.organisation.name)}</div>
        <div className={lists['quiet']}>
          {[
            free(offer),
            offer.takes
              .map((taken) => say(who.find((entry) => entry.code === taken)?.word ?? 'service.women'))
              .join(', '),
            offer.districts
              .slice(0, 6)
              .map((place) => placeName(place, language))
              .join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {ours && !changing && (
        <div className={lists['acts']}>
          {offer.service === 'shelter' && runsHomes && (
            <Link className={lists['act']} to="/shelter">
              {say('service.homes')}
            </Link>
          )}
          {offer.freeFor.length === 0 && (
            <button type="button" className={styles['change']} onClick={() => setChanging(true)}>
              {say('service.change-capacity')}
            </button>
          )}
          <button type="button" className={styles['change']} onClick={() => setPlacing(true)}>
            {say('site.open')}
          </button>
        </div>
      )}
      {placing && <SiteDialog offer={offer} onClose={() => setPlacing(false)} />}
      {changing && <CapacityForm offer={offer} onClose={() => setChanging(false)} />}
    </li>
  )
}
