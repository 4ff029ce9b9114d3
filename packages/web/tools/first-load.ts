import type { Plugin } from 'vite'

/** Which modules the first screens need, by what imports what: known once all are read. */
export interface FirstLoad {
  readonly plugin: Plugin
  readonly needs: (module: string) => boolean
}

/** Follows the imports of the entry and of the screens on which everybody begins, but not what is fetched later. */
export function firstLoad(entry: string, screens: readonly string[]): FirstLoad {
  const imports = new Map<string, readonly string[]>()
  let needed: Set<string> | undefined

  function follow(): Set<string> {
    const found = new Set([entry, ...screens])
    for (const module of found) for (const next of imports.get(module) ?? []) found.add(next)
    return found
  }

  return {
    plugin: {
      name: 'setu-first-load',
      buildStart() {
        imports.clear()
        needed = undefined
      },
      moduleParsed({ id, importedIds }) {
        imports.set(id, importedIds)
      },
    },
    needs(module) {
      needed ??= follow()
      // The entry stays a file of its own: the page names it.
      return module !== entry && needed.has(module)
    },
  }
}
