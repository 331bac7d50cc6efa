import { contactsSlice } from '../slices/customers/contacts/slice.ts'
import { factsSlice } from '../slices/customers/facts/slice.ts'
import { apiKeysSlice } from '../slices/workspace/api-keys/slice.ts'
import { auditSlice } from '../slices/workspace/audit/slice.ts'
import { membersSlice } from '../slices/workspace/members/slice.ts'
import { notificationsSlice } from '../slices/workspace/notifications/slice.ts'
import { rolesSlice } from '../slices/workspace/roles/slice.ts'
import { settingsSlice } from '../slices/workspace/settings/slice.ts'
import { signInSlice } from '../slices/workspace/sign-in/slice.ts'
import { teamsSlice } from '../slices/workspace/teams/slice.ts'
import { viewsSlice } from '../slices/workspace/views/slice.ts'
import type { AppSlice } from '../platform/slice.ts'

/** THE list: what Rapport is made of. */
export const slices: AppSlice[] = [
  contactsSlice,
  factsSlice,
  signInSlice,
  membersSlice,
  teamsSlice,
  rolesSlice,
  apiKeysSlice,
  auditSlice,
  notificationsSlice,
  viewsSlice,
  settingsSlice,
]
