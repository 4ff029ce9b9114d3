import { codesFor, fill, inhabit } from '../database/programme.mjs'
import { criminalCasesBy } from './cases.mjs'
import { countryFrom } from './people.mjs'

/** @typedef {Omit<import('../database/programme.mjs').Inhabited, 'owner'> & { country: import('./people.mjs').Country }} Made */

/**
 * A database with the offices of a country and so many criminal cases.
 *
 * @param {{ server: string, cases: number, seed: string, home: string }} wanted server: the address of a superuser
 * @returns {Promise<Made>}
 */
export async function makeCountry({ server, cases, seed, home }) {
  const country = countryFrom(seed)
  const { owner, ...inhabited } = await inhabit({
    server,
    called: `criminal_${cases}`,
    home,
    people: country,
  })
  await fill(owner, criminalCasesBy(country, cases, codesFor(cases, seed)), seed)
  return { ...inhabited, country }
}
