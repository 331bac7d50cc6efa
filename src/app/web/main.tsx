import { createRoot } from 'react-dom/client'
import { EmptyState } from '../../ui/layout/EmptyState.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { UiProvider } from '../../ui/UiProvider.tsx'

createRoot(document.getElementById('root')!).render(
  <UiProvider
    locale={navigator.language}
    timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    navigate={href => window.location.assign(href)}
  >
    <Page title="Rapport">
      <EmptyState title="Screens appear here" />
    </Page>
  </UiProvider>,
)
