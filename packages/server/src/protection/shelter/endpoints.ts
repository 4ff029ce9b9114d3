import { homeList, placesChange, stayReceive, stayReview, stayStep, written } from '@setu/records/api'
import { type Access, type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { readHomes } from './read-homes.ts'
import { setPlaces } from './set-places.ts'
import { receiveStay, reviewStay, stepStay } from './step-stay.ts'

const access: Access = {
  part: 'protection',
  relations: ['signedIn'],
  writes: true,
  roles: ['caseworker', 'supervisor'],
}

/** What those who run a home do with its places and with the stays in it. */
export const shelterEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'shelter.homes',
    method: 'GET',
    path: '/shelter',
    summary:
      'The homes of one’s own units with the stays in them, and stays in which there is something to look at',
    access: { ...access, writes: false },
    answers: homeList,
    run: async (work) => ok(await readHomes(work)),
  }),
  endpoint({
    name: 'shelter.setPlaces',
    method: 'POST',
    path: '/shelter/:org/:id/places',
    summary: 'Say how many places a home of one’s own unit has, and for whom',
    access: { ...access, part: 'none' },
    params: caseAddress,
    body: placesChange,
    answers: written,
    run: async (work, { params, body }) => ok(await setPlaces(work, params, body)),
  }),
  endpoint({
    name: 'shelter.receive',
    method: 'POST',
    path: '/shelter/:org/:id/stays',
    summary: 'Begin a stay in a home of one’s own unit, on a case that is named to it',
    access,
    params: caseAddress,
    body: stayReceive,
    answers: written,
    run: async (work, { params, body }) => made(await receiveStay(work, params, body)),
  }),
  endpoint({
    name: 'shelter.step',
    method: 'POST',
    path: '/shelter/:org/:id/stays/:item/step',
    summary: 'Admit somebody to a home of one’s own unit, say that it cannot take them, or that they left',
    access,
    params: itemAddress,
    body: stayStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepStay(work, params, body)),
  }),
  endpoint({
    name: 'shelter.review',
    method: 'POST',
    path: '/shelter/:org/:id/stays/:item/review',
    summary: 'Look at a stay in a home of one’s own unit again',
    access,
    params: itemAddress,
    body: stayReview,
    answers: written,
    run: async (work, { params, body }) => ok(await reviewStay(work, params, body)),
  }),
]
