import { collectSlice } from '../slices/channels/collect/slice.ts'
import { formsSlice } from '../slices/channels/forms/slice.ts'
import { companiesSlice } from '../slices/customers/companies/slice.ts'
import { consentSlice } from '../slices/customers/consent/slice.ts'
import { contactsSlice } from '../slices/customers/contacts/slice.ts'
import { factsSlice } from '../slices/customers/facts/slice.ts'
import { fieldsSlice } from '../slices/customers/fields/slice.ts'
import { filesSlice } from '../slices/customers/files/slice.ts'
import { identitySlice } from '../slices/customers/identity/slice.ts'
import { importsSlice } from '../slices/customers/imports/slice.ts'
import { mergesSlice } from '../slices/customers/merges/slice.ts'
import { notesSlice } from '../slices/customers/notes/slice.ts'
import { ordersSlice } from '../slices/customers/orders/slice.ts'
import { privacySlice } from '../slices/customers/privacy/slice.ts'
import { searchSlice } from '../slices/customers/search/slice.ts'
import { tagsSlice } from '../slices/customers/tags/slice.ts'
import { timelineSlice } from '../slices/customers/timeline/slice.ts'
import { productsSlice } from '../slices/sales/products/slice.ts'
import { tasksSlice } from '../slices/sales/tasks/slice.ts'
import { apiKeysSlice } from '../slices/workspace/api-keys/slice.ts'
import { auditSlice } from '../slices/workspace/audit/slice.ts'
import { avatarsSlice } from '../slices/workspace/avatars/slice.ts'
import { demoSlice } from '../slices/workspace/demo/slice.ts'
import { eventsSlice } from '../slices/workspace/events/slice.ts'
import { jobsSlice } from '../slices/workspace/jobs/slice.ts'
import { membersSlice } from '../slices/workspace/members/slice.ts'
import { notificationsSlice } from '../slices/workspace/notifications/slice.ts'
import { outboxSlice } from '../slices/workspace/outbox/slice.ts'
import { rolesSlice } from '../slices/workspace/roles/slice.ts'
import { settingsSlice } from '../slices/workspace/settings/slice.ts'
import { signInSlice } from '../slices/workspace/sign-in/slice.ts'
import { teamsSlice } from '../slices/workspace/teams/slice.ts'
import { viewsSlice } from '../slices/workspace/views/slice.ts'
import type { AppSlice } from '../platform/slice.ts'

/** THE list: what Rapport is made of. */
export const slices: AppSlice[] = [
  contactsSlice,
  companiesSlice,
  consentSlice,
  factsSlice,
  fieldsSlice,
  ordersSlice,
  tagsSlice,
  timelineSlice,
  notesSlice,
  filesSlice,
  mergesSlice,
  identitySlice,
  importsSlice,
  formsSlice,
  searchSlice,
  privacySlice,
  collectSlice,
  productsSlice,
  tasksSlice,
  eventsSlice,
  jobsSlice,
  signInSlice,
  membersSlice,
  avatarsSlice,
  teamsSlice,
  rolesSlice,
  apiKeysSlice,
  auditSlice,
  notificationsSlice,
  outboxSlice,
  viewsSlice,
  settingsSlice,
  demoSlice,
]
