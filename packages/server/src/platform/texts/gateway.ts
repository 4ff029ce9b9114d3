/** How handing over went. Only where nothing can have been taken is it tried again. */
export type Handed = 'handed' | 'refused' | 'later' | 'unknown'

/** One text to one number. Its name is the same however often it is tried. */
export interface OutgoingText {
  readonly id: string
  readonly number: string
  readonly text: string
}

/** What can be had back of texts that lie somewhere until they are fetched. */
export interface WayBack {
  /** The names of those that were put there and not fetched. */
  lying(): Promise<readonly string[]>
  /**
   * Has one back. What is to be remembered of it is written once nobody can fetch it any more, and before it is gone;
   * `false` where it was fetched.
   */
  take(id: string, remember: () => Promise<void>): Promise<boolean>
}

/** A way to a telephone operator. */
export interface TextGateway {
  hand(text: OutgoingText): Promise<Handed>
  /** Whether it could be used right now, without handing anything over. */
  works(): Promise<boolean>
  /** Only where a text lies before it goes out. */
  readonly back?: WayBack
}
