import {
  IconBuilding,
  IconDatabaseOff,
  IconGavel,
  IconHeartHandshake,
  IconHistory,
  IconHourglass,
  IconKey,
  IconMail,
  IconRefreshAlert,
  IconShieldCheck,
  IconShieldLock,
  IconTags,
  IconForms,
  IconUsers,
  IconUsersGroup,
  IconWorldUpload,
} from '@tabler/icons-react'
import type { Text } from '../../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Permission } from '../../../../kernel/permissions.ts'
import type { Place } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('settings.places', {
  workspace: 'Workspace',
  general: 'General',
  members: 'Members',
  teams: 'Teams',
  roles: 'Roles',
  customers: 'Customers',
  fields: 'Fields',
  tags: 'Tags',
  consent: 'Consent',
  privacy: 'Privacy',
  requests: 'Requests',
  retention: 'Retention',
  legalHolds: 'Legal holds',
  system: 'System',
  sources: 'Sources',
  mail: 'Mail',
  apiKeys: 'API keys',
  auditLog: 'Audit log',
  jobs: 'Jobs',
  demoData: 'Demo data',
})

export interface SettingsGroup {
  label: Text
  places: readonly Place[]
}

const place = (key: keyof typeof words.english, path: string, icon: Place['icon'], needs?: Permission): Place => ({
  label: say(words, key),
  href: `/settings/${path}`,
  icon,
  needs,
})

/** What there is to set, in the order of the settings' own navigation. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    label: say(words, 'workspace'),
    places: [
      place('general', 'workspace', IconBuilding),
      place('members', 'members', IconUsers, 'members:read'),
      place('teams', 'teams', IconUsersGroup, 'teams:read'),
      place('roles', 'roles', IconShieldCheck),
    ],
  },
  {
    label: say(words, 'customers'),
    places: [
      place('fields', 'fields', IconForms, 'fields:read'),
      place('tags', 'tags', IconTags, 'tags:read'),
      place('consent', 'consent', IconHeartHandshake, 'consent:read'),
    ],
  },
  {
    label: say(words, 'privacy'),
    places: [
      place('requests', 'privacy/requests', IconShieldLock, 'privacy:read'),
      place('retention', 'privacy/retention', IconHourglass, 'privacy:read'),
      place('legalHolds', 'privacy/holds', IconGavel, 'privacy:read'),
    ],
  },
  {
    label: say(words, 'system'),
    places: [
      place('sources', 'sources', IconWorldUpload, 'collect:read'),
      place('mail', 'mail', IconMail, 'mail:manage'),
      place('apiKeys', 'api-keys', IconKey, 'api-keys:manage'),
      place('auditLog', 'audit', IconHistory, 'audit:read'),
      place('jobs', 'jobs', IconRefreshAlert, 'jobs:manage'),
      place('demoData', 'demo', IconDatabaseOff, 'demo:remove'),
    ],
  },
]
