import { command, noticeChannel, noticeChannels, noticeView } from '@setu/records/api'
import { id } from '@setu/records/check'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, nothing, ok } from '../http/endpoint.ts'
import { Problem } from '../problem.ts'
import {
  dropChannel,
  dropDevice,
  keepDevice,
  keepEmail,
  markSeen,
  ownChannels,
  ownNotices,
} from './notice-store.ts'
import { isPushService } from './push-service.ts'

const forOneself: Access = { part: 'none', relations: ['signedIn'], writes: false }
const changesOneself: Access = { ...forOneself, writes: true }

const listing = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/notices',
  access: forOneself,
  summary: 'What waits for the signed-in person',
  answers: z.strictObject({ items: z.array(noticeView) }),
  run: async (work) => {
    const items = await ownNotices(work.db)
    work.counted(items.length)
    return ok({ items })
  },
})

const seeing = endpoint({
  name: 'markNoticesSeen',
  method: 'POST',
  path: '/notices/seen',
  access: changesOneself,
  summary: 'Mark notices as seen',
  body: command.extend({ ids: z.array(id).min(1).max(200) }),
  run: async (work, { body }) => {
    await markSeen(work.db, body.ids)
    return nothing
  },
})

const keeping = endpoint({
  name: 'keepNoticeChannel',
  method: 'POST',
  path: '/notices/channels',
  access: changesOneself,
  summary: 'Be told elsewhere that something waits, and no more than that',
  body: noticeChannel,
  run: async ({ db, actor }, { body }) => {
    if (body.channel === 'email') {
      await keepEmail(db, actor, body.address)
      return nothing
    }
    if (!isPushService(body.endpoint)) {
      throw new Problem('bad-request', { fields: [{ field: 'endpoint', problem: 'not-a-push-service' }] })
    }
    await keepDevice(db, actor, body)
    return nothing
  },
})

const dropping = endpoint({
  name: 'dropNoticeChannel',
  method: 'DELETE',
  path: '/notices/channels/:channel',
  access: changesOneself,
  summary: 'No longer be told there',
  params: z.strictObject({ channel: z.enum(['email', 'push']) }),
  run: async (work, { params }) => {
    await dropChannel(work.db, params.channel)
    return nothing
  },
})

const showing = endpoint({
  name: 'showNoticeChannels',
  method: 'GET',
  path: '/notices/channels',
  access: forOneself,
  summary: 'Where the signed-in person is told that something waits',
  answers: noticeChannels,
  run: async ({ db, pushKey }) => ok({ pushKey, ...(await ownChannels(db)) }),
})

const droppingDevice = endpoint({
  name: 'dropNoticeDevice',
  method: 'DELETE',
  path: '/notices/devices/:id',
  access: changesOneself,
  summary: 'No longer be told on one device',
  params: z.strictObject({ id }),
  run: async ({ db }, { params }) => {
    if (!(await dropDevice(db, params.id))) throw new Problem('not-found')
    return nothing
  },
})

/** What waits for somebody, and where they are told of it. */
export const noticeEndpoints: readonly Endpoint[] = [
  listing,
  seeing,
  showing,
  keeping,
  dropping,
  droppingDevice,
]
