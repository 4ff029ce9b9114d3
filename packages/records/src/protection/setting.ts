import { z } from 'zod'
import { day } from '../kit/check.ts'
import { command } from '../platform/api.ts'
import { moment } from './shapes.ts'

const rules = z.record(z.string(), z.unknown())

/** One version of a set of rules: from which day it holds, and who laid it down. */
const settingVersion = z.strictObject({
  version: z.string(),
  validFrom: day,
  made: moment,
  /** A colleague by name; nobody where Setu brought it or somebody of another organisation laid it down. */
  by: z.string().nullable(),
  rules,
})

/** The sets of rules that are laid down on the screen for rules, each with all its versions, the newest first. */
export const settingList = z.strictObject({
  mayChange: z.boolean(),
  items: z.array(
    z.strictObject({
      kind: z.string(),
      /** How many versions there are: what a change begins from. */
      base: z.number().int(),
      rules,
      versions: z.array(settingVersion),
    }),
  ),
})

/** What an administrator lays down anew, from today on; what is not named stays. */
export const settingLay = command.extend({
  kind: z.string().max(40),
  base: z.number().int().min(0),
  values: z.record(z.string().max(80), z.unknown()),
})

export type SettingList = z.infer<typeof settingList>
export type SettingLay = z.infer<typeof settingLay>
