interface Whose {
  readonly org: string
  readonly account: string
}

/** Where each thing belongs that stands under the node's key: the place is bound into what is wrapped. */
export const nodePlaces = {
  totp: ({ org, account }: Whose): string => `totp|${org}|${account}`,
  log: (): string => 'log-signing',
  unit: (unit: string): string => `unit|${unit}`,
  index: (org: string): string => `index|${org}`,
  demo: ({ org, account }: Whose): string => `setu1|slot|demo|${org}|${account}`,
} as const
