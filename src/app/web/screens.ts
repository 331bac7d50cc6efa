import { collectWeb } from '../../slices/channels/collect/web/screens.tsx'
import { formsWeb } from '../../slices/channels/forms/web/screens.tsx'
import { companiesWeb } from '../../slices/customers/companies/web/screens.tsx'
import { consentWeb } from '../../slices/customers/consent/web/screens.tsx'
import { privacyWeb } from '../../slices/customers/privacy/web/screens.tsx'
import { contactsWeb } from '../../slices/customers/contacts/web/screens.tsx'
import { factsWeb } from '../../slices/customers/facts/web/screens.tsx'
import { fieldsWeb } from '../../slices/customers/fields/web/screens.tsx'
import { filesWeb } from '../../slices/customers/files/web/screens.tsx'
import { identityWeb } from '../../slices/customers/identity/web/screens.tsx'
import { importsWeb } from '../../slices/customers/imports/web/screens.tsx'
import { mergesWeb } from '../../slices/customers/merges/web/screens.tsx'
import { notesWeb } from '../../slices/customers/notes/web/screens.tsx'
import { ordersWeb } from '../../slices/customers/orders/web/screens.tsx'
import { searchWeb } from '../../slices/customers/search/web/screens.tsx'
import { tagsWeb } from '../../slices/customers/tags/web/screens.tsx'
import { timelineWeb } from '../../slices/customers/timeline/web/screens.tsx'
import { productsWeb } from '../../slices/sales/products/web/screens.tsx'
import { tasksWeb } from '../../slices/sales/tasks/web/screens.tsx'
import { apiKeysWeb } from '../../slices/workspace/api-keys/web/screens.tsx'
import { auditWeb } from '../../slices/workspace/audit/web/screens.tsx'
import { demoWeb } from '../../slices/workspace/demo/web/screens.tsx'
import { jobsWeb } from '../../slices/workspace/jobs/web/screens.tsx'
import { membersWeb } from '../../slices/workspace/members/web/screens.tsx'
import { eventsWeb } from '../../slices/workspace/events/web/screens.tsx'
import { outboxWeb } from '../../slices/workspace/outbox/web/screens.tsx'
import { rolesWeb } from '../../slices/workspace/roles/web/screens.tsx'
import { settingsWeb } from '../../slices/workspace/settings/web/screens.tsx'
import { signInWeb } from '../../slices/workspace/sign-in/web/screens.tsx'
import { teamsWeb } from '../../slices/workspace/teams/web/screens.tsx'
import { viewsWeb } from '../../slices/workspace/views/web/screens.tsx'
import type { WebSlice } from '../../ui/screen/web-slice.ts'
import { homeWeb } from './home/screens.tsx'

/** THE list: what the web app is made of, in the order of its navigation. */
export const webSlices: readonly WebSlice[] = [
  homeWeb,
  contactsWeb,
  privacyWeb,
  companiesWeb,
  ordersWeb,
  productsWeb,
  tasksWeb,
  identityWeb,
  mergesWeb,
  formsWeb,
  collectWeb,
  importsWeb,
  timelineWeb,
  factsWeb,
  notesWeb,
  filesWeb,
  consentWeb,
  searchWeb,
  fieldsWeb,
  tagsWeb,
  signInWeb,
  membersWeb,
  teamsWeb,
  rolesWeb,
  apiKeysWeb,
  auditWeb,
  eventsWeb,
  viewsWeb,
  outboxWeb,
  jobsWeb,
  demoWeb,
  settingsWeb,
]
