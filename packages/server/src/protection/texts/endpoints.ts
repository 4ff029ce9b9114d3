import { ownTextChoose, ownTexts, textChoose, textStop, textsView } from '@setu/records/api'
import { type Endpoint, endpoint, nothing, ok, ownEndpoint } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { chooseOwnTexts, ownTextsOf, stopOwnTexts } from './own-texts.ts'
import { chooseTexts, readTexts, stopTexts } from './text-store.ts'

const working = { part: 'status', relations: ['own', 'supervise'], writes: false } as const
const herself = { part: 'status', relations: ['self'], writes: false } as const

/** Automatic reminders: what a survivor chose, for those who work on her case and for herself. */
export const textEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'texts.view',
    method: 'GET',
    path: '/cases/:org/:id/texts',
    summary: 'Whether the survivor of a case is reminded by texts, and how they went',
    access: working,
    params: caseAddress,
    answers: textsView,
    run: async (work, { params }) => ok(await readTexts(work, params)),
  }),
  endpoint({
    name: 'texts.choose',
    method: 'POST',
    path: '/cases/:org/:id/texts',
    summary: 'Write down that the survivor of a case chose to be reminded by texts, and to which number',
    access: { ...working, relations: ['own'], writes: true },
    params: caseAddress,
    body: textChoose,
    run: async (work, { params, body }) => {
      await chooseTexts(work, params, body)
      return nothing
    },
  }),
  endpoint({
    name: 'texts.stop',
    method: 'POST',
    path: '/cases/:org/:id/texts/stop',
    summary: 'End the reminders by text in a case, at once; the number is forgotten',
    access: { ...working, writes: true },
    params: caseAddress,
    body: textStop,
    run: async (work, { params }) => {
      await stopTexts(work, params)
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.texts',
    method: 'GET',
    path: '/own/texts',
    summary: 'Whether one is reminded by texts',
    access: herself,
    answers: ownTexts,
    run: async (work) => ok(await ownTextsOf(work)),
  }),
  ownEndpoint({
    name: 'own.chooseTexts',
    method: 'POST',
    path: '/own/texts',
    summary: 'Choose to be reminded by texts, and to which number',
    access: { ...herself, writes: true },
    body: ownTextChoose,
    run: async (work, { body }) => {
      await chooseOwnTexts(work, body)
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.stopTexts',
    method: 'POST',
    path: '/own/texts/stop',
    summary: 'Have no more reminders by text; the number is forgotten',
    access: { ...herself, writes: true },
    run: async (work) => {
      await stopOwnTexts(work)
      return nothing
    },
  }),
]
