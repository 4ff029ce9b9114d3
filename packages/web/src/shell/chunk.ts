import { lazyRouteComponent } from '@tanstack/react-router'
import { openRooms } from '../words/language.ts'
import type { WordRoom } from '../words/rooms.ts'

/** A screen in a chunk of its own, fetched together with the words of its rooms. */
export function from<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  rooms: readonly WordRoom[],
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), openRooms(rooms)])
    return module
  }, name)
}
