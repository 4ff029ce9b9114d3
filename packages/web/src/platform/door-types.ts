import type { Id } from '@setu/vocabulary'

/** A write that names itself: sent twice, it has one effect. */
export interface Named {
  readonly command: Id
}

/** A change of something that exists, made from the version that was seen. */
export interface Change extends Named {
  readonly base: number
}

export interface Written {
  readonly id: string
  readonly version: number
}

/** A record of an organisation, wherever it is kept. */
export interface Address {
  readonly org: string
  readonly id: string
}

export interface Items<Item> {
  readonly items: readonly Item[]
}
