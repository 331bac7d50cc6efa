import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { defineMessages } from '../../../kernel/messages.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { sessionQuery, type Session } from '../../../slices/workspace/sign-in/web/public.tsx'
import { asProblem, ProblemError } from '../../../ui/api/problem-error.ts'
import { useMessages, useText } from '../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../ui/keyboard/shortcuts.ts'
import { AppFrame } from '../../../ui/layout/AppFrame.tsx'
import { useNavigateTo } from '../../../ui/layout/Link.tsx'
import { ProblemState } from '../../../ui/screen/ProblemState.tsx'
import { SettingsPlacesContext } from '../../../ui/screen/settings-places.ts'
import { PanelsContext, preparePanels } from '../../../ui/screen/slots.ts'
import { webSlices } from '../screens.ts'
import { Footer } from './Footer.tsx'
import { loadPalette } from './load-palette.ts'
import { useLive } from './use-live.ts'
import { usePreload } from './use-preload.ts'

const messages = defineMessages('app.shell', { go: 'Go to', create: 'Create' })

const Palette = lazy(loadPalette)
const panels = preparePanels(
  webSlices.flatMap(slice => slice.panels ?? []),
  webSlices.flatMap(slice => slice.records ?? []),
)

/** Everything around a screen, for whoever is signed in; others are sent to sign in and come back. */
export function Shell() {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const isOut = error instanceof ProblemError && error.code === 'unauthenticated'
  useEffect(() => {
    if (isOut)
      location.replace(
        `/sign-in${location.pathname === '/' ? '' : `?to=${encodeURIComponent(location.pathname + location.search)}`}`,
      )
  }, [isOut])
  if (session && !isOut) return <SignedIn session={session} />
  if (error && !isOut) return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
  return null
}

function SignedIn({ session }: { session: Session }) {
  const t = useMessages(messages)
  const words = useText()
  const navigate = useNavigateTo()
  const pathname = useRouterState({ select: state => state.location.pathname })
  const [palette, setPalette] = useState<boolean | null>(null)
  const connected = useLive(session)
  usePreload()
  const may = (needs: string | undefined) => needs === undefined || session.permissions.includes(needs)

  const [seen, settings] = useMemo(() => {
    const places = webSlices.flatMap(slice => slice.settings ?? [])
    const isSeen = ({ needs }: { needs?: Permission }) => needs === undefined || session.permissions.includes(needs)
    return [panels.filter(isSeen), places.filter(isSeen)]
  }, [session.permissions])
  const places = webSlices.flatMap(slice => slice.places ?? []).filter(place => may(place.needs))
  const besides = webSlices.flatMap(slice => slice.besides ?? []).filter(place => may(place.needs))
  const actions = webSlices.flatMap(slice => slice.actions ?? []).filter(action => may(action.needs))
  const items = places.map(({ label, href, icon, key }) => ({
    label: words(label),
    href,
    icon,
    keys: key && `g ${key}`,
    active: pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)),
  }))
  useShortcuts(
    t('go'),
    items.flatMap(({ keys, label, href }) => (keys ? [{ keys, label, run: () => navigate(href) }] : [])),
  )
  return (
    <AppFrame
      name={session.workspace.name}
      places={items}
      onSearch={() => setPalette(true)}
      footer={<Footer session={session} connected={connected} />}
    >
      <PanelsContext value={seen}>
        <SettingsPlacesContext value={settings}>
          <Outlet />
        </SettingsPlacesContext>
      </PanelsContext>
      {palette !== null && (
        <Suspense>
          <Palette
            opened={palette}
            onClose={() => setPalette(false)}
            places={places}
            further={[...besides, ...settings]}
            actions={actions}
          />
        </Suspense>
      )}
    </AppFrame>
  )
}
