import {
  historyQuery,
  networkFor,
  networkHistory,
  networkList,
  networkOfficeAdd,
  networkOfficeEnd,
  networkOpen,
  networkOpened,
  networkRemove,
  networkView,
  nodeHold,
  nodeKeep,
  tieKeep,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { criminalAddress as address } from '../addresses.ts'
import { holdNode, keepNode, removeNode } from './keep-node.ts'
import { keepTie, removeTie } from './keep-tie.ts'
import { listNetworks } from './list-networks.ts'
import { addNetworkOffice, endNetworkOffice } from './network-offices.ts'
import { openNetwork } from './open-network.ts'
import { readHistory } from './read-history.ts'
import { readNetwork } from './read-network.ts'

const roles = ['policeInvestigator', 'prosecutor'] as const
const writing = { part: 'none', relations: ['signedIn'], writes: true, roles } as const
const reading = { ...writing, writes: false } as const

/** Networks of accused people, companies and things: for the offices that work on them, and for nobody else. */
export const networkEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'networks.list',
    method: 'GET',
    path: '/networks',
    summary: 'The networks that one’s offices work on',
    access: reading,
    answers: networkList,
    run: async (work) => ok({ items: await listNetworks(work) }),
  }),
  endpoint({
    name: 'networks.open',
    method: 'POST',
    path: '/networks',
    summary: 'Begin a network for one’s own unit, out of a criminal case that it works on',
    access: writing,
    body: networkOpen,
    answers: networkOpened,
    run: async (work, { body }) => made(await openNetwork(work, body)),
  }),
  endpoint({
    name: 'networks.read',
    method: 'GET',
    path: '/networks/:org/:id',
    summary: 'A whole network, for a criminal case that one works on',
    access: reading,
    params: address,
    query: networkFor,
    answers: networkView,
    run: async (work, { params, query }) => ok(await readNetwork(work, params, query)),
  }),
  endpoint({
    name: 'networks.history',
    method: 'GET',
    path: '/networks/:org/:id/history',
    summary: 'What was changed in a network, and what stood there before',
    access: reading,
    params: address,
    query: historyQuery,
    answers: networkHistory,
    run: async (work, { params, query }) => ok(await readHistory(work, params, query)),
  }),
  endpoint({
    name: 'networks.keepNode',
    method: 'POST',
    path: '/networks/:org/:id/nodes',
    summary: 'Add somebody or something to a network, or correct what is known of it',
    access: writing,
    params: address,
    body: nodeKeep,
    answers: written,
    run: async (work, { params, body }) => ok(await keepNode(work, params, body)),
  }),
  endpoint({
    name: 'networks.removeNode',
    method: 'POST',
    path: '/networks/:org/:id/nodes/remove',
    summary: 'Take something out of a network, with its ties',
    access: writing,
    params: address,
    body: networkRemove,
    answers: written,
    run: async (work, { params, body }) => ok(await removeNode(work, params, body)),
  }),
  endpoint({
    name: 'networks.holdNode',
    method: 'POST',
    path: '/networks/:org/:id/nodes/hold',
    summary: 'Keep somebody out of files, for one’s own office alone to know',
    access: writing,
    params: address,
    body: nodeHold,
    answers: written,
    run: async (work, { params, body }) => ok(await holdNode(work, params, body)),
  }),
  endpoint({
    name: 'networks.keepTie',
    method: 'POST',
    path: '/networks/:org/:id/ties',
    summary: 'Say how two things of a network belong together and how well that is known, or correct it',
    access: writing,
    params: address,
    body: tieKeep,
    answers: written,
    run: async (work, { params, body }) => ok(await keepTie(work, params, body)),
  }),
  endpoint({
    name: 'networks.removeTie',
    method: 'POST',
    path: '/networks/:org/:id/ties/remove',
    summary: 'Take a tie out of a network',
    access: writing,
    params: address,
    body: networkRemove,
    answers: written,
    run: async (work, { params, body }) => ok(await removeTie(work, params, body)),
  }),
  endpoint({
    name: 'networks.addOffice',
    method: 'POST',
    path: '/networks/:org/:id/offices',
    summary: 'Let an office in to a network of one’s own office',
    access: writing,
    params: address,
    body: networkOfficeAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addNetworkOffice(work, params, body)),
  }),
  endpoint({
    name: 'networks.endOffice',
    method: 'POST',
    path: '/networks/:org/:id/offices/end',
    summary: 'End what an office does in a network',
    access: writing,
    params: address,
    body: networkOfficeEnd,
    answers: written,
    run: async (work, { params, body }) => ok(await endNetworkOffice(work, params, body)),
  }),
]
