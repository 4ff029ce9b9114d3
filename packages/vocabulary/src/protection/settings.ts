import type { TimeAllowed } from '../directory/calendar.ts'
import type { Words } from '../words.ts'

/** In what a time is counted. */
export type TimeUnit = TimeAllowed['unit']

interface Asked {
  /** Where in the rules it stands: names, from outside in. */
  readonly at: string
  readonly label: Words
}

/** One thing that can be laid down: a number, a time, a yes or no, or the numbers to call. */
export type Setting = Asked &
  (
    | { readonly kind: 'count'; readonly least: number; readonly most: number }
    | {
        readonly kind: 'time'
        readonly most: number
        readonly units: readonly TimeUnit[]
        /** The shortest and the longest it may be, in days, whatever it is counted in. */
        readonly days: readonly [least: number, most: number]
      }
    | { readonly kind: 'yesNo' }
    | { readonly kind: 'numbers'; readonly most: number }
  )

/** Settings that are read together. */
export interface SettingGroup {
  readonly label: Words
  readonly settings: readonly Setting[]
}

/** A set of rules that an administrator lays down on one screen. */
export interface SettingSet {
  readonly kind: string
  /** What Setu begins with. */
  readonly first: Readonly<Record<string, unknown>>
  readonly label: Words
  readonly what: Words
  readonly groups: readonly SettingGroup[]
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where in a list something stands: by its place, or the one for an act and what it needs. */
function placeOf(list: readonly unknown[], name: string): number {
  if (/^\d+$/.test(name)) return Number(name)
  return list.findIndex((one) => isTree(one) && `${String(one['act'])}:${String(one['needs'])}` === name)
}

/** Of a list, what stands at a place of it; of anything else, what stands under the name. */
function under(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[placeOf(value, name)]
  return isTree(value) ? value[name] : undefined
}

/** What stands at a setting; nothing where the rules do not know it. */
export function settingIn(rules: unknown, at: string): unknown {
  return at.split('.').reduce(under, rules)
}

function inside(rules: unknown, path: readonly string[], value: unknown): unknown {
  const [name] = path
  if (name === undefined) return value
  if (!Array.isArray(rules)) return put(isTree(rules) ? rules : {}, path, value)
  const place = placeOf(rules, name)
  return rules.map((one: unknown, at) => (at === place ? inside(one, path.slice(1), value) : one))
}

function put(rules: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree {
  return { ...rules, [name]: inside(rules[name], rest, value) }
}

const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

const isShort = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most && !/\p{Cc}/u.test(value)

function isNumber(value: unknown): boolean {
  if (!isTree(value)) return false
  const { number, name } = value
  if (!isTree(name) || Object.keys(value).length !== 2 || Object.keys(name).length !== 2) return false
  return (
    typeof number === 'string' &&
    /^\+?[0-9]{2,15}$/.test(number) &&
    isShort(name['en'], 80) &&
    isShort(name['bn'], 80)
  )
}

/** How long a unit is for bounds. A month counts as its shortest, so that twelve of them are never more than a year. */
const daysIn: Readonly<Record<TimeUnit, number>> = {
  hours: 1 / 24,
  calendarDays: 1,
  workingDays: 1,
  calendarMonths: 30,
}

/** Why a value cannot be laid down for a setting; nothing where it can. */
export function settingFault(setting: Setting, value: unknown): string | null {
  switch (setting.kind) {
    case 'count':
      return isWhole(value, setting.least, setting.most) ? null : 'out-of-range'
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'not-a-choice'
    case 'numbers':
      // A page that tells somebody in danger to call nobody is worse than no page.
      return Array.isArray(value) && value.length > 0 && value.length <= setting.most && value.every(isNumber)
        ? null
        : 'out-of-range'
    case 'time': {
      if (!isTree(value) || Object.keys(value).length !== 2) return 'out-of-range'
      if (!setting.units.some((unit) => unit === value['unit'])) return 'not-a-choice'
      const { amount, unit } = value
      if (!isWhole(amount, 0, setting.most)) return 'out-of-range'
      const days = Number(amount) * daysIn[setting.units.find((one) => one === unit) ?? 'calendarDays']
      return days >= setting.days[0] && days <= setting.days[1] ? null : 'out-of-range'
    }
  }
}

/** All settings of a set, in the order in which they are read. */
export function settingsOf({ groups }: SettingSet): readonly Setting[] {
  return groups.flatMap(({ settings }) => settings)
}

/** Rules with some of their settings laid down anew, or the settings that cannot be. What is not named stays. */
export function laidDown(
  set: SettingSet,
  before: Tree,
  given: Tree,
):
  | { readonly rules: Tree }
  | { readonly faults: readonly { readonly field: string; readonly problem: string }[] } {
  const faults = Object.entries(given).flatMap(([field, value]) => {
    const setting = settingsOf(set).find(({ at }) => at === field)
    if (setting === undefined || settingIn(before, field) === undefined)
      return [{ field: 'values', problem: 'not-a-choice' }]
    const problem = settingFault(setting, value)
    return problem === null ? [] : [{ field, problem }]
  })
  if (faults.length > 0) return { faults }
  return {
    rules: Object.entries(given).reduce<Tree>(
      (rules, [at, value]) => put(rules, at.split('.'), value),
      before,
    ),
  }
}

/** The settings in which two versions of a set differ. */
export function settingsChanged(set: SettingSet, before: unknown, after: unknown): readonly Setting[] {
  return settingsOf(set).filter(
    ({ at }) => canonical(settingIn(before, at)) !== canonical(settingIn(after, at)),
  )
}

/** The database keeps the names of a value in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isTree(value)) return JSON.stringify(value) ?? ''
  return `{${Object.keys(value)
    .toSorted()
    .map((name) => `${name}:${canonical(value[name])}`)
    .join()}}`
}
