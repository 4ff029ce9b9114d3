/** The name of one list on which people were seen: police, shelter, NGO, hotline … */
export type ListName = string

/**
 * How many people were seen on exactly one combination of lists: the cell of a table from which the number who
 * were never seen is estimated. `on` names the lists of the combination; people on no list are never counted here.
 */
export interface Capture {
  readonly on: readonly [ListName, ...ListName[]]
  readonly people: number
}
