/** How alike two values of one field are: from 0, nothing in common, to 1, the same; `null` where one is unknown. */
export type Likeness = number | null

/**
 * Two records laid side by side, field by field. It is what a person decides on; no comparison decides by itself
 * that two people are one.
 */
export interface Comparison {
  readonly left: string
  readonly right: string
  readonly fields: Readonly<Record<string, Likeness>>
}
