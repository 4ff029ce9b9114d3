import { accountAdd, accountChange, accountView, command, written } from '@setu/records/api'
import { id } from '@setu/records/check'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, nothing, ok } from '../../platform/index.ts'
import { accounts } from './account-store.ts'
import { addColleague } from './add-colleague.ts'
import { changeAccount } from './change-account.ts'
import { resetFactors } from './reset-factors.ts'

const forAdministrators: Access = {
  part: 'none',
  relations: ['signedIn'],
  writes: true,
  roles: ['technicalAdministrator'],
}
/** Who may do what, and by which password: asked for with a fresh proof. */
const gravely: Access = { ...forAdministrators, stepUp: true }

const listing = endpoint({
  name: 'listAccounts',
  method: 'GET',
  path: '/admin/accounts',
  access: { ...forAdministrators, writes: false },
  summary: 'The accounts of one’s own organisation',
  answers: z.strictObject({ items: z.array(accountView) }),
  run: async (work) => {
    const items = await accounts(work.db)
    work.counted(items.length)
    return ok({ items })
  },
})

const adding = endpoint({
  name: 'addAccount',
  method: 'POST',
  path: '/admin/accounts',
  access: gravely,
  summary: 'Make an account for a colleague',
  body: accountAdd,
  answers: written,
  run: async (work, { body }) => ok(await addColleague(work, body)),
})

const changing = endpoint({
  name: 'changeAccount',
  method: 'POST',
  path: '/admin/accounts/:id',
  access: gravely,
  summary: 'Change a colleague’s roles, units or password, or close their account',
  params: z.strictObject({ id }),
  body: accountChange,
  answers: written,
  run: async (work, { params, body }) => ok(await changeAccount(work, params.id, body)),
})

const resetting = endpoint({
  name: 'resetFactors',
  method: 'POST',
  path: '/admin/accounts/:id/factors/reset',
  access: gravely,
  summary: 'Take away the second factor of a colleague who lost it; they enrol again at their next sign-in',
  params: z.strictObject({ id }),
  body: command,
  run: async (work, { params }) => {
    await resetFactors(work, params.id)
    return nothing
  },
})

export const accountEndpoints: readonly Endpoint[] = [listing, adding, changing, resetting]
