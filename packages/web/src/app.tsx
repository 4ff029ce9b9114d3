import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { type Doors, DoorsContext } from './platform/doors.ts'
import { useSettings } from './platform/settings.ts'
import { useLeaveKeys } from './shell/leave/use-leave-keys.ts'
import type { Screens } from './shell/screens.ts'
import { theme } from './shell/theme.ts'
import { speak } from './words/language.ts'

interface AppProps {
  readonly doors: Doors
  readonly queries: QueryClient
  readonly screens: Screens
}

/** The whole application. Mantine's variables come from a style sheet, so it adds no style element itself. */
export function App({ doors, queries, screens }: AppProps): ReactNode {
  const { language, digits, density, scheme } = useSettings()
  useLeaveKeys()

  useEffect(() => {
    void speak(language, digits)
  }, [language, digits])

  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])

  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={forgetful}
        {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queries}>
          <DoorsContext value={doors}>
            <RouterProvider router={screens} />
          </DoorsContext>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  )
}

/** The colour scheme is kept with the reader's other choices, not under a name of Mantine's. */
const forgetful = {
  get: () => 'auto' as const,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
