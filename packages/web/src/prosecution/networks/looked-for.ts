import type { NetworkFor } from '@setu/records/api'
import { createContext, useContext } from 'react'

/** For which criminal case the network on the screen is looked at. */
export const LookedFor = createContext<NetworkFor | null>(null)

export function useLookedFor(): NetworkFor {
  const wanted = useContext(LookedFor)
  if (wanted === null) throw new TypeError('no criminal case around this network')
  return wanted
}
