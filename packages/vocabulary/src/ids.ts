declare const brand: unique symbol

/** A text that only a `parse` function may mint, so that one kind never lands where another is due. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The name of one record: a version 4 UUID in lower case, drawn by whoever made the record. */
export type Id = Branded<'Id'>

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Reads the name of a record; null when the text is not one. */
export function parseId(text: string): Id | null {
  return uuid4.test(text) ? (text as Id) : null
}
