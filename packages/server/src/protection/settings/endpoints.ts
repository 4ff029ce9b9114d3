import { settingLay, settingList, written } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { layDownSettings } from './lay-down-settings.ts'
import { readSettings } from './read-settings.ts'

/** The rules that have no screen of their own beside what they are about. */
export const settingEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'settings.list',
    method: 'GET',
    path: '/settings',
    summary: 'Deadlines, weights and bounds that are laid down, in every version',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: settingList,
    run: async (work) => ok(await readSettings(work)),
  }),
  endpoint({
    name: 'settings.layDown',
    method: 'POST',
    path: '/settings',
    summary: 'Lay down some settings anew, from today on; the others stay as they are',
    access: {
      part: 'none',
      relations: ['signedIn'],
      writes: true,
      roles: ['technicalAdministrator'],
      stepUp: true,
    },
    body: settingLay,
    answers: written,
    run: async (work, { body }) => ok(await layDownSettings(work, body)),
  }),
]
