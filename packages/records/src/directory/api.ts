import { codesOf, organisationTypes, roles, serviceTypes, signInNameShape } from '@setu/vocabulary'
import { z } from 'zod'
import { id, phone, place, storableText } from '../kit/check.ts'
import { bilingual, change, command, language } from '../platform/api.ts'

const service = z.enum(codesOf(serviceTypes))
const orgType = z.enum(codesOf(organisationTypes))

export const unitView = z.strictObject({
  org: id,
  id,
  name: bilingual,
  district: z.string().nullable(),
  active: z.boolean(),
})

export const organisationView = z.strictObject({
  id,
  name: bilingual,
  type: z.string(),
  district: z.string().nullable(),
  phone: z.string().nullable(),
  ownsCases: z.boolean(),
  work: z.string(),
  active: z.boolean(),
  version: z.number().int(),
  units: z.array(unitView),
})

export const whoFor = z.enum(['women', 'men', 'girls', 'boys'])

export const serviceView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  unit: z.strictObject({ id, name: bilingual }),
  organisation: z.strictObject({ id, name: bilingual, type: z.string(), work: z.string() }),
  service: z.string(),
  takes: z.array(whoFor),
  districts: z.array(z.string()),
  free: z.number().int().nullable(),
  places: z.number().int().nullable(),
  /** Free places of a home for whom, where it counts them: numbers, and nobody behind them. */
  freeFor: z.array(z.strictObject({ who: whoFor, free: z.number().int() })),
  active: z.boolean(),
})

export const serviceQuery = z.strictObject({
  service: service.optional(),
  district: place.optional(),
  takes: whoFor.optional(),
})

export const capacityChange = change.extend({
  free: z.number().int().min(0).max(10_000).nullable(),
  places: z.number().int().min(0).max(10_000).nullable(),
})

export const siteAddress = command.extend({ address: storableText(500) })
export const siteView = z.strictObject({ address: z.string().nullable() })

export const serviceAdd = command.extend({
  id,
  unit: id,
  service,
  takes: z.array(whoFor).min(1),
  districts: z.array(place).max(64),
  places: z.number().int().min(0).max(10_000).nullable(),
  free: z.number().int().min(0).max(10_000).nullable(),
})

export const accountView = z.strictObject({
  id,
  name: z.string(),
  signInName: z.string(),
  post: bilingual,
  language,
  roles: z.array(z.string()),
  units: z.array(z.strictObject({ id, supervises: z.boolean(), focal: z.boolean(), onCall: z.boolean() })),
  disabled: z.boolean(),
  version: z.number().int(),
})

/** Whoever is on call answers emergency requests; where it is not said, it stays as it is. */
const membership = z.strictObject({
  id,
  supervises: z.boolean(),
  focal: z.boolean(),
  onCall: z.boolean().optional(),
})

export const accountAdd = command.extend({
  id,
  name: storableText(200),
  signInName: z.string().regex(signInNameShape),
  postEn: storableText(200),
  postBn: storableText(200),
  language,
  roles: z
    .array(z.enum(codesOf(roles)))
    .min(1)
    .max(11),
  units: z.array(membership).max(50),
  password: z.string().min(12).max(200),
})

export const accountChange = change.extend({
  roles: z
    .array(z.enum(codesOf(roles)))
    .min(1)
    .max(11)
    .optional(),
  units: z.array(membership).max(50).optional(),
  disabled: z.boolean().optional(),
  password: z.string().min(12).max(200).optional(),
})

export const organisationAdd = command.extend({
  id,
  nameEn: storableText(200),
  nameBn: storableText(200),
  type: orgType,
  district: place.nullable(),
  phone: phone.nullable(),
  /** Its first unit and its first administrator, who from then on administer it themselves. */
  first: z
    .strictObject({
      unit: z.strictObject({ id, nameEn: storableText(200), nameBn: storableText(200) }),
      account: z.strictObject({
        id,
        name: storableText(200),
        signInName: z.string().regex(signInNameShape),
        postEn: storableText(200),
        postBn: storableText(200),
        language,
        password: z.string().min(12).max(200),
      }),
    })
    .optional(),
})

export const unitAdd = command.extend({
  id,
  nameEn: storableText(200),
  nameBn: storableText(200),
  district: place.nullable(),
})

const holiday = z.strictObject({
  date: z.iso.date(),
  en: storableText(120),
  bn: storableText(120),
  provisional: z.boolean().optional(),
  worked: z.boolean().optional(),
  vacation: z.boolean().optional(),
  source: storableText(300).optional(),
})

export const calendarView = z.strictObject({
  jurisdiction: z.string(),
  institution: z.string(),
  version: z.string(),
  validFrom: z.string(),
  weekend: z.array(z.number().int()),
  holidays: z.array(holiday),
})

export const calendarAdd = command.extend({
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  institution: z.string().regex(/^[a-z]{2,20}$/),
  version: z.string().regex(/^[0-9A-Za-z.-]{4,30}$/),
  validFrom: z.iso.date(),
  weekend: z.array(z.number().int().min(0).max(6)).max(3),
  holidays: z.array(holiday).max(400),
})

export const boundaryView = z.strictObject({
  id,
  level: z.string(),
  licence: z.string(),
  source: z.string(),
  dated: z.string(),
  features: z.array(z.strictObject({ place: z.string(), geometry: z.unknown() })),
})

export const boundaryAdd = command.extend({
  id,
  level: z.enum(['district', 'upazila', 'admin1']),
  licence: storableText(300).min(2),
  source: storableText(300).min(2),
  dated: z.iso.date(),
  geojson: z.unknown(),
})

export type UnitView = z.infer<typeof unitView>
export type OrganisationView = z.infer<typeof organisationView>
export type ServiceView = z.infer<typeof serviceView>
export type AccountView = z.infer<typeof accountView>
export type CalendarView = z.infer<typeof calendarView>
export type BoundaryView = z.infer<typeof boundaryView>
export type WhoFor = z.infer<typeof whoFor>
