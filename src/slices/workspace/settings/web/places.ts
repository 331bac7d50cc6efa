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
import type { Place } from '../../../../ui/screen/web-slice.ts'
import type { Words } from '../../../../ui/screen/words.ts'

export interface SettingsGroup {
  label: Words
  places: readonly Place[]
}

/** What there is to set, in the order of the settings' own navigation. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    label: { en: 'Workspace', cs: 'Pracovní prostor' },
    places: [
      { label: { en: 'General', cs: 'Obecné' }, href: '/settings/workspace', icon: IconBuilding },
      { label: { en: 'Members', cs: 'Členové' }, href: '/settings/members', icon: IconUsers, needs: 'members:read' },
      { label: { en: 'Teams', cs: 'Týmy' }, href: '/settings/teams', icon: IconUsersGroup, needs: 'teams:read' },
      { label: { en: 'Roles', cs: 'Role' }, href: '/settings/roles', icon: IconShieldCheck },
    ],
  },
  {
    label: { en: 'Customers', cs: 'Zákazníci' },
    places: [
      { label: { en: 'Fields', cs: 'Pole' }, href: '/settings/fields', icon: IconForms, needs: 'fields:read' },
      { label: { en: 'Tags', cs: 'Štítky' }, href: '/settings/tags', icon: IconTags, needs: 'tags:read' },
      {
        label: { en: 'Consent', cs: 'Souhlasy' },
        href: '/settings/consent',
        icon: IconHeartHandshake,
        needs: 'consent:read',
      },
    ],
  },
  {
    label: { en: 'Privacy', cs: 'Soukromí' },
    places: [
      {
        label: { en: 'Requests', cs: 'Žádosti' },
        href: '/settings/privacy/requests',
        icon: IconShieldLock,
        needs: 'privacy:read',
      },
      {
        label: { en: 'Retention', cs: 'Uchování' },
        href: '/settings/privacy/retention',
        icon: IconHourglass,
        needs: 'privacy:read',
      },
      {
        label: { en: 'Legal holds', cs: 'Právní blokace' },
        href: '/settings/privacy/holds',
        icon: IconGavel,
        needs: 'privacy:read',
      },
    ],
  },
  {
    label: { en: 'System', cs: 'Systém' },
    places: [
      {
        label: { en: 'Sources', cs: 'Zdroje' },
        href: '/settings/sources',
        icon: IconWorldUpload,
        needs: 'collect:read',
      },
      { label: { en: 'Mail', cs: 'Pošta' }, href: '/settings/mail', icon: IconMail, needs: 'mail:manage' },
      {
        label: { en: 'API keys', cs: 'Klíče API' },
        href: '/settings/api-keys',
        icon: IconKey,
        needs: 'api-keys:manage',
      },
      {
        label: { en: 'Audit log', cs: 'Auditní záznam' },
        href: '/settings/audit',
        icon: IconHistory,
        needs: 'audit:read',
      },
      { label: { en: 'Jobs', cs: 'Úlohy' }, href: '/settings/jobs', icon: IconRefreshAlert, needs: 'jobs:manage' },
      {
        label: { en: 'Demo data', cs: 'Ukázková data' },
        href: '/settings/demo',
        icon: IconDatabaseOff,
        needs: 'demo:remove',
      },
    ],
  },
]
