import { calendarAdd, calendarView, written } from '@setu/records/api'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { addCalendar } from './add-calendar.ts'
import { calendars, ruleSets } from './calendar-store.ts'

const forAll: Access = { part: 'none', relations: ['signedIn'], writes: false }
const ruleSetView = z.strictObject({
  kind: z.string(),
  version: z.string(),
  validFrom: z.string(),
  rules: z.unknown(),
})

const listing = endpoint({
  name: 'listCalendars',
  method: 'GET',
  path: '/calendars',
  access: forAll,
  summary: 'Working days of each country and institution, in every version',
  answers: z.strictObject({ items: z.array(calendarView) }),
  run: async (work) => ok({ items: await calendars(work.db) }),
})

const adding = endpoint({
  name: 'addCalendar',
  method: 'POST',
  path: '/calendars',
  access: { ...forAll, writes: true, roles: ['technicalAdministrator'] },
  summary: 'Write a new version of a calendar; what is still open is counted again',
  body: calendarAdd,
  answers: written,
  run: async (work, { body }) => ok(await addCalendar(work, body)),
})

const rules = endpoint({
  name: 'listRules',
  method: 'GET',
  path: '/rules',
  access: forAll,
  summary: 'Service levels and clocks, in every version',
  answers: z.strictObject({ items: z.array(ruleSetView) }),
  run: async (work) => ok({ items: await ruleSets(work.db) }),
})

export const calendarEndpoints: readonly Endpoint[] = [listing, adding, rules]
