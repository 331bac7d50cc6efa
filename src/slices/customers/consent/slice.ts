import { mountPages } from '../../../platform/http/visit.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { consentEvents } from './events.ts'
import { demo } from './demo.ts'
import { confirmationPage } from './pages/confirm-consent.ts'
import { preferencesPage } from './pages/preferences.ts'
import { unsubscribePage } from './pages/unsubscribe.ts'
import { pageWords } from './pages/words.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const consentSlice = defineSlice({
  name: 'customers/consent',
  permissions: { 'consent:read': 'member', 'consent:write': 'member', 'consent:manage': 'admin' },
  routes,
  mount: mountPages(pageWords, [preferencesPage, confirmationPage, unsubscribePage]),
  personalData,
  events: [consentEvents],
  demo,
  tables: ['consent_purposes', 'consent_texts', 'consents', 'consent_proofs', 'suppressions'],
  appendOnly: ['consents', 'consent_texts'],
})
