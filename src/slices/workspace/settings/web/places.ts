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

/** What there is to set, in the order of the settings' own navigation. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    label: say(words, 'workspace'),
    places: [
      { label: say(words, 'general'), href: '/settings/workspace', icon: IconBuilding },
      { label: say(words, 'members'), href: '/settings/members', icon: IconUsers, needs: 'members:read' },
      { label: say(words, 'teams'), href: '/settings/teams', icon: IconUsersGroup, needs: 'teams:read' },
      { label: say(words, 'roles'), href: '/settings/roles', icon: IconShieldCheck },
    ],
  },
  {
    label: say(words, 'customers'),
    places: [
      { label: say(words, 'fields'), href: '/settings/fields', icon: IconForms, needs: 'fields:read' },
      { label: say(words, 'tags'), href: '/settings/tags', icon: IconTags, needs: 'tags:read' },
      {
        label: say(words, 'consent'),
        href: '/settings/consent',
        icon: IconHeartHandshake,
        needs: 'consent:read',
      },
    ],
  },
  {
    label: say(words, 'privacy'),
    places: [
      {
        label: say(words, 'requests'),
        href: '/settings/privacy/requests',
        icon: IconShieldLock,
        needs: 'privacy:read',
      },
      {
        label: say(words, 'retention'),
        href: '/settings/privacy/retention',
        icon: IconHourglass,
        needs: 'privacy:read',
      },
      {
        label: say(words, 'legalHolds'),
        href: '/settings/privacy/holds',
        icon: IconGavel,
        needs: 'privacy:read',
      },
    ],
  },
  {
    label: say(words, 'system'),
    places: [
      {
        label: say(words, 'sources'),
        href: '/settings/sources',
        icon: IconWorldUpload,
        needs: 'collect:read',
      },
      { label: say(words, 'mail'), href: '/settings/mail', icon: IconMail, needs: 'mail:manage' },
      {
        label: say(words, 'apiKeys'),
        href: '/settings/api-keys',
        icon: IconKey,
        needs: 'api-keys:manage',
      },
      {
        label: say(words, 'auditLog'),
        href: '/settings/audit',
        icon: IconHistory,
        needs: 'audit:read',
      },
      { label: say(words, 'jobs'), href: '/settings/jobs', icon: IconRefreshAlert, needs: 'jobs:manage' },
      {
        label: say(words, 'demoData'),
        href: '/settings/demo',
        icon: IconDatabaseOff,
        needs: 'demo:remove',
      },
    ],
  },
]
