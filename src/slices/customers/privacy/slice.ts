import { defineSlice } from '../../../platform/slice.ts'
import { privacyEvents } from './events.ts'
import { demo } from './demo.ts'
import { eraseJob } from './jobs/erase.ts'
import { confirmMailJob } from './jobs/confirm-mail.ts'
import { exportJob } from './jobs/export.ts'
import { remindOfDeadlines } from './jobs/remind.ts'
import { retainJob, retainNightly } from './jobs/retain.ts'
import { mount } from './pages.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export const privacySlice = defineSlice({
  name: 'customers/privacy',
  permissions: { 'privacy:read': 'manager', 'privacy:write': 'admin' },
  routes,
  jobs: [eraseJob, exportJob, confirmMailJob, remindOfDeadlines, retainNightly, retainJob],
  personalData,
  retention,
  mount,
  events: [privacyEvents],
  demo,
  tables: [
    'privacy_requests',
    'privacy_steps',
    'erasures',
    'erased_handles',
    'legal_holds',
    'retention_rules',
    'retention_runs',
  ],
})
