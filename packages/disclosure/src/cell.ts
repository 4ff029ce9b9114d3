/** What a published table prints in one place: a count, or the word that says it may not be told. */
export type Printed = number | 'suppressed'

/** One place of a table before it is published: where it stands in each dimension, and how many people are in it. */
export interface Cell {
  readonly at: Readonly<Record<string, string>>
  readonly people: number
}
