import { type AnyRoute, createRootRoute, createRoute, createRouter, Outlet, useParams } from '@tanstack/react-router'
import { use } from 'react'
import type { Screen, WebSlice } from '../../ui/screen/web-slice.ts'
import { formatUrlState, parseUrlState } from '../../ui/screen/use-url-state.ts'
import { once } from './once.ts'
import { ErrorScreen, LoadingScreen, MissingScreen } from './shell/OtherScreens.tsx'
import { Shell } from './shell/Shell.tsx'

/** All screens of all slices; each one's code is fetched when it is first opened. */
export function createAppRouter(slices: readonly WebSlice[]) {
  const root = createRootRoute({ component: Outlet })
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
  const screens = slices.flatMap(slice => slice.screens ?? [])
  const route = (parent: unknown, { path, load }: Screen) =>
    createRoute({ getParentRoute: () => parent as never, path, component: lazyScreen(load) })
  const inside = screens.filter(screen => !screen.isPublic).map(screen => route(shell, screen))
  const outside = screens.filter(screen => screen.isPublic).map(screen => route(root, screen))
  const missing = createRoute({ getParentRoute: () => shell, path: '$', component: MissingScreen })
  const tree = root.addChildren([shell.addChildren([...inside, missing] as never), ...outside] as never)
  return createRouter({
    routeTree: tree as unknown as AnyRoute,
    parseSearch: text => parseUrlState(text.replace(/^\?/, '')),
    stringifySearch: formatUrlState,
    defaultErrorComponent: ErrorScreen,
    defaultPendingComponent: LoadingScreen,
    scrollRestoration: false,
  })
}

/** Fetches the code of a screen when it is shown. A fetch that failed is tried again when the screen is. */
function lazyScreen(load: Screen['load']) {
  const fetchOnce = once(load)
  return function ScreenOfAddress() {
    const params = useParams({ strict: false }) as Record<string, string>
    const Component = use(fetchOnce()).default
    return <Component params={params} />
  }
}
