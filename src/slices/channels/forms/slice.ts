import { defineSlice } from '../../../platform/slice.ts'
import { formEvents } from './events.ts'
import { demo } from './demo.ts'
import { mount } from './pages/mount.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export const formsSlice = defineSlice({
  name: 'channels/forms',
  // Whoever owns a form is told what comes in through it.
  records: [{ name: 'form', table: 'forms', owned: { column: 'owner_id' } }],
  permissions: { 'forms:read': 'member', 'forms:write': 'manager' },
  routes,
  mount,
  personalData,
  retention,
  events: [formEvents],
  demo,
  tables: ['form_slugs', 'forms', 'form_submissions'],
})
