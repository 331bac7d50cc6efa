import './theme/fonts.css'
import './theme/mantine.css'
import './theme/global.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { ConfirmLoss } from './feedback/ConfirmLoss.tsx'
import { Toasts } from './feedback/Toasts.tsx'
import { I18nProvider } from './i18n/i18n.tsx'
import { ShortcutSheet } from './keyboard/ShortcutSheet.tsx'
import { ShortcutProvider } from './keyboard/ShortcutProvider.tsx'
import { NavigateProvider } from './layout/Link.tsx'
import { cssVariablesResolver, theme } from './theme/theme.ts'

export interface UiProviderProps {
  /** BCP 47 tag, e.g. `cs-CZ`. */
  locale: string
  /** IANA name, e.g. `Europe/Prague`. */
  timeZone: string
  /** Goes to a page of the app; the router's own function. */
  navigate: (href: string) => void
  children: ReactNode
}

/** Theme, language, time zone, shortcuts, toasts and confirmations. One, above everything. */
export function UiProvider({ locale, timeZone, navigate, children }: UiProviderProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <I18nProvider locale={locale} timeZone={timeZone}>
        <NavigateProvider navigate={navigate}>
          <ShortcutProvider>
            {children}
            <ShortcutSheet />
            <ConfirmLoss />
            <Toasts />
          </ShortcutProvider>
        </NavigateProvider>
      </I18nProvider>
    </MantineProvider>
  )
}
