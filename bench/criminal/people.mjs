import { idFrom } from '../database/people.mjs'

/**
 * The offices that prosecute in a whole country: a police desk, a prosecution desk and a bench office in each of 64
 * districts, and one cell at the headquarters that watches over all. Always the same from one seed.
 *
 * @typedef {import('../../packages/server/src/directory/index.ts').Beginning} Beginning
 * @typedef {Beginning['accounts'][number]} Account
 * @typedef {{ org: string, unit: string, account: string }} Seat
 * @typedef {Beginning & { police: Seat[], prosecution: Seat[], court: Seat[], cell: Seat }} Country
 */

const desksEach = 64

/**
 * @param {string} seed
 * @returns {Country}
 */
export function countryFrom(seed) {
  /** @type {{ type: string, role: Account['roles'][number], desks: number }[]} */
  const kinds = [
    { type: 'policeUnit', role: 'policeInvestigator', desks: desksEach + 1 },
    { type: 'prosecution', role: 'prosecutor', desks: desksEach },
    { type: 'court', role: 'courtOfficer', desks: desksEach },
  ]
  const [police, prosecution, court] = kinds.map((kind) => officesOf(seed, kind))
  if (!police || !prosecution || !court) throw new Error('a country without offices')
  const all = [police, prosecution, court]
  const cell = police.seats.at(-1)
  if (!cell) throw new Error('no cell')
  return {
    organisations: all.map(({ organisation }) => organisation),
    units: all.flatMap(({ units }) => units),
    accounts: all.flatMap(({ accounts }) => accounts),
    police: police.seats.slice(0, -1),
    prosecution: prosecution.seats,
    court: court.seats,
    cell,
  }
}

/**
 * @param {string} seed
 * @param {{ type: string, role: Account['roles'][number], desks: number }} kind
 */
function officesOf(seed, { type, role, desks }) {
  const org = idFrom(seed, type)
  const seats = Array.from({ length: desks }, (_, at) => ({
    org,
    unit: idFrom(seed, `${type} desk ${at}`),
    account: idFrom(seed, `${type} officer ${at}`),
  }))
  return {
    organisation: { id: org, type, nameEn: type, nameBn: type },
    units: seats.map(({ unit }, at) => ({
      org,
      id: unit,
      nameEn: `${type}, desk ${at + 1}`,
      nameBn: `${type}, ডেস্ক ${at + 1}`,
    })),
    accounts: seats.map(({ account, unit }, at) => ({
      org,
      id: account,
      signInName: `${type}.officer${at + 1}`.toLowerCase(),
      name: `${type} officer ${at + 1}`,
      postEn: '',
      postBn: '',
      language: /** @type {const} */ ('bn'),
      roles: [role],
      units: [{ id: unit, supervises: false, focal: true }],
      password: null,
    })),
    seats,
  }
}
