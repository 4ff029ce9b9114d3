import { codesOf, legalBases, notFreeReasons, placeGroups, stayFlags, stayStates } from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const group = z.enum(codesOf(placeGroups))
const places = z.number().int().min(0).max(10_000)

/** A stay as those who run the home, or answer for the case, see it: codes and days, and no name. */
export const stayView = z.strictObject({
  org: id,
  id,
  /** The case, for those who work on it or answer for it. */
  case: z.strictObject({ org: id, id }).nullable(),
  /** The code of the case, for those who know it under one. */
  code: z.string().nullable(),
  version: z.number().int(),
  state: z.enum(codesOf(stayStates)),
  home: z.strictObject({ id, name: bilingual }).nullable(),
  placeFor: z.string().nullable(),
  legalBasis: z.string().nullable(),
  admittedOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  freeToLeave: z.boolean().nullable(),
  whyNotFree: z.string().nullable(),
  days: z.number().int().nullable(),
  flags: z.array(z.enum(codesOf(stayFlags))),
  mayBecome: z.array(z.string()),
})

/** The places of a home for one group; free may not be known where they are not counted. */
export const homePlaces = z.strictObject({
  who: group,
  places,
  others: places,
  taken: z.number().int(),
  free: z.number().int(),
})

export const homeView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  name: bilingual,
  organisation: bilingual,
  takes: z.array(group),
  groups: z.array(homePlaces),
  stays: z.array(stayView),
  /** Referrals for shelter that the unit accepted and for which nobody has a place yet. */
  waiting: z.array(
    z.strictObject({ case: z.strictObject({ org: id, id }), code: z.string().nullable(), since: z.string() }),
  ),
})

export const homeList = z.strictObject({
  homes: z.array(homeView),
  /** Stays of cases that one works on or answers for, in which there is something to look at. */
  looks: z.array(stayView),
})

/** How many places a home has for whom, and how many of them are taken by people without a case here. */
export const placesChange = change.extend({
  groups: z.array(z.strictObject({ who: group, places, others: places })).max(4),
})

/** A home that accepted a referral begins a stay of its own. */
export const stayReceive = command.extend({
  id,
  of: z.strictObject({ org: id, id }),
  placeFor: group,
})

/** A home takes a stay of its own to its next state; `of` is the organisation under which the case is kept. */
export const stayStep = change.extend({
  of: id,
  to: storableText(60).min(1),
  values: z.record(z.string(), z.unknown()),
})

/** Those who run a home look at a stay again. */
export const stayReview = change.extend({
  of: id,
  legalBasis: z.enum(codesOf(legalBases)),
  freeToLeave: z.boolean(),
  whyNotFree: z.enum(codesOf(notFreeReasons)).nullable(),
  reviewOn: z.iso.date(),
})

export type StayView = z.infer<typeof stayView>
export type HomeView = z.infer<typeof homeView>
export type HomeList = z.infer<typeof homeList>
export type PlacesChange = z.infer<typeof placesChange>
export type StayReceive = z.infer<typeof stayReceive>
export type StayStep = z.infer<typeof stayStep>
export type StayReview = z.infer<typeof stayReview>
