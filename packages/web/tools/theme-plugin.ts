import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import type { Plugin } from 'vite'
import { colours, theme } from '../src/shell/theme.ts'

const asked = 'virtual:theme.css'
const resolved = '\0theme.css'

const unused = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in colours) && name !== 'dark')

function kept(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) => !unused.some((colour) => name.startsWith(`--mantine-color-${colour}-`)),
    ),
  )
}

/**
 * Writes the theme's variables into a style sheet while building. Mantine would add them as a style element
 * in the page, which the content security policy refuses.
 */
export function staticTheme(): Plugin {
  return {
    name: 'static-theme',
    resolveId: (id) => (id === asked ? resolved : null),
    load(id) {
      if (id !== resolved) return null
      const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
      return convertCssVariables(
        { variables: kept(variables), light: kept(light), dark: kept(dark) },
        ':root',
      )
    },
  }
}
