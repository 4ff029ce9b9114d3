import { knownCourts } from '@setu/vocabulary'
import { at } from '../../organisations-table.ts'
import type { Bench } from './story.ts'

/** The offices around a tribunal, by the keys of their units. */
export interface BenchOffices {
  /** The id of its court. */
  readonly court: string
  readonly prosecution: string
  readonly desk: string
  readonly legalAid: string
}

function courtIn(district: string): string {
  const found = knownCourts.find((court) => court.district === district)
  if (!found) throw new TypeError(`no tribunal in ${district}`)
  return found.id
}

/** The two tribunals of the demonstration. */
export const benches: Readonly<Record<Bench, BenchOffices>> = {
  dhaka: {
    court: courtIn(at.dhaka),
    prosecution: 'prosecution.dhaka',
    desk: 'tribunal.dhaka',
    legalAid: 'door.dhaka',
  },
  khulna: {
    court: courtIn(at.khulna),
    prosecution: 'prosecution.jashore',
    desk: 'tribunal.khulna',
    legalAid: 'door.jashore',
  },
}

/** The cell at the headquarters that watches over them all. */
export const monitoringCell = 'police.cell'
