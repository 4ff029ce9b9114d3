/** Why something of a case does not reach another system as it is. */
export const bridgeLosses = [
  'noField',
  'staysHere',
  'noCode',
  'other',
  'coarser',
  'precision',
  'onlyFirst',
] as const

/** One of the reasons for which something is lost. */
export type BridgeLoss = (typeof bridgeLosses)[number]
