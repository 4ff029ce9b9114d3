import { createHash } from 'node:crypto'

/**
 * Who works on the measured node: forty organisations with three units each and a thousand people, always the
 * same from one seed.
 *
 * @typedef {import('../../packages/server/src/directory/index.ts').Beginning} Beginning
 * @typedef {Beginning['accounts'][number]} Account
 * @typedef {{ org: string, unit: string, account: string }} Seat
 * @typedef {Beginning & { caseworkers: Seat[], receivers: Seat[], supervisors: Seat[] }} People
 */

const organisations = /** @type {const} */ ([
  { type: 'ngo', many: 28, role: 'caseworker', owns: true },
  { type: 'socialServices', many: 4, role: 'caseworker', owns: true },
  { type: 'policeUnit', many: 4, role: 'policeInvestigator', owns: false },
  { type: 'legalAid', many: 4, role: 'caseworker', owns: false },
])
const unitsEach = 3
const workersEach = 7

/**
 * An id that the same seed draws again.
 *
 * @param {string} seed
 * @param {string} what
 */
export function idFrom(seed, what) {
  const hex = createHash('sha256').update(`${seed}|${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Everyone of the programme. The first supervisor answers for the unit that has the most cases, which is the
 * first caseworkers' too.
 *
 * @param {string} seed
 * @returns {People}
 */
export function peopleFrom(seed) {
  const offices = organisations.flatMap(({ many, ...kind }) =>
    Array.from({ length: many }, (_, at) => officeOf(seed, { ...kind, number: at + 1 })),
  )
  return {
    organisations: offices.map(({ organisation }) => organisation),
    units: offices.flatMap(({ units }) => units),
    accounts: offices.flatMap(({ accounts }) => accounts),
    caseworkers: offices.flatMap(({ owns, workers }) => (owns ? workers : [])),
    receivers: offices.flatMap(({ owns, workers }) => (owns ? [] : workers)),
    supervisors: offices.flatMap(({ supervisors }) => supervisors),
  }
}

/**
 * @param {string} seed
 * @param {{ type: string, role: Account['roles'][number], owns: boolean, number: number }} office
 */
function officeOf(seed, { type, role, owns, number }) {
  const org = idFrom(seed, `${type} ${number}`)
  const units = Array.from({ length: unitsEach }, (_, at) => ({
    org,
    id: idFrom(seed, `${type} ${number} unit ${at}`),
    nameEn: `${type} ${number}, unit ${at + 1}`,
    nameBn: `${type} ${number}, ইউনিট ${at + 1}`,
  }))
  /** @type {Account[]} */
  const accounts = []
  /**
   * @param {string} post
   * @param {Account['roles'][number]} held
   * @param {string} unit
   * @returns {Seat}
   */
  const seat = (post, held, unit) => {
    const signInName = `${type}${number}.${post}`.toLowerCase()
    const id = idFrom(seed, signInName)
    const memberOf = [{ id: unit, supervises: held === 'supervisor', focal: post.endsWith('worker1') }]
    const words = { name: signInName, postEn: '', postBn: '', language: /** @type {const} */ ('bn') }
    accounts.push({ org, id, signInName, ...words, roles: [held], units: memberOf, password: null })
    return { org, unit, account: id }
  }

  const workers = units.flatMap(({ id }, at) =>
    Array.from({ length: workersEach }, (_, worker) => seat(`unit${at + 1}.worker${worker + 1}`, role, id)),
  )
  const supervisors = units.map(({ id }, at) => seat(`unit${at + 1}.supervisor`, 'supervisor', id))
  seat('guard', 'dataProtectionOfficer', units[0]?.id ?? '')
  const organisation = { id: org, type, nameEn: `${type} ${number}`, nameBn: `${type} ${number}` }
  return { organisation, units, accounts, workers, supervisors, owns }
}
