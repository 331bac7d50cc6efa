import { hashKey, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuery } from '../../slices/workspace/sign-in/web/public.tsx'
import { createQueryClient } from '../../ui/api/query-client.ts'
import { chooseLocale, useChosenLocale } from '../../ui/i18n/chosen-locale.ts'
import { OutdatedContext } from '../../ui/api/outdated.ts'
import { AdminWordsContext } from '../../ui/screen/admin-words.ts'
import { EventGroupsContext } from '../../ui/screen/event-groups.ts'
import { EventRowsContext, type EventRows } from '../../ui/screen/event-rows.ts'
import { WebKindsContext } from '../../ui/record/web-kind.ts'
import { UiProvider } from '../../ui/UiProvider.tsx'
import { loadGroups, loadOutdated } from './events.ts'
import { once } from './once.ts'
import { createAppRouter } from './router.tsx'
import { webSlices } from './screens.ts'

const kinds = webSlices.flatMap(slice => slice.records ?? [])
const router = createAppRouter(webSlices)
const loadRows = once(async () => {
  const all = await Promise.all(webSlices.flatMap(slice => slice.rows?.() ?? []))
  return Object.assign({}, ...all.map(part => part.rows)) as EventRows
})
const loadAdminWords = once(() => Promise.all(webSlices.flatMap(slice => slice.adminWords?.() ?? [])))

// Whoever is told to sign in asks who they are; the shell acts on the answer.
const client = createQueryClient(queryKey => {
  if (hashKey(queryKey) !== hashKey(sessionQuery.queryKey))
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
})

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Localised />
    </QueryClientProvider>
  )
}

/** Speaks the language of whoever is signed in, else the one chosen in this browser. */
function Localised() {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false })
  const chosen = useChosenLocale()
  const locale = session ? (session.member.locale ?? session.workspace.locale) : chosen
  const timeZone = session
    ? (session.member.timeZone ?? session.workspace.timeZone)
    : Intl.DateTimeFormat().resolvedOptions().timeZone
  useEffect(() => {
    if (session) chooseLocale(locale)
  }, [session, locale])
  return (
    <UiProvider locale={locale} timeZone={timeZone} navigate={href => router.history.push(href)}>
      <OutdatedContext value={loadOutdated}>
        <EventGroupsContext value={loadGroups}>
          <EventRowsContext value={loadRows}>
            <WebKindsContext value={kinds}>
              <AdminWordsContext value={loadAdminWords}>
                <RouterProvider router={router} />
              </AdminWordsContext>
            </WebKindsContext>
          </EventRowsContext>
        </EventGroupsContext>
      </OutdatedContext>
    </UiProvider>
  )
}
