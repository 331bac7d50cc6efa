import { useCallback } from 'react'
import { defineMessages, hasKey } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'

const nouns = defineMessages('roles.permission-noun', {
  contacts: 'contacts',
  companies: 'companies',
  orders: 'orders',
  imports: 'imports',
  notes: 'notes',
  tasks: 'tasks',
  files: 'files',
  tags: 'tags',
  fields: 'custom fields',
  members: 'members',
  teams: 'teams',
  roles: 'roles',
  settings: 'settings',
  mail: 'mail',
  'api-keys': 'API keys',
  audit: 'the audit log',
  views: 'views',
  jobs: 'jobs',
  demo: 'demo data',
  search: 'the search',
  events: 'events',
  timeline: 'what happened lately',
  identity: 'comparisons of contacts',
  merges: 'merges',
  consent: 'consent',
  forms: 'forms',
  collect: 'sources',
  privacy: 'privacy requests',
})

const verbs = defineMessages('roles.permission-verb', {
  read: 'See',
  write: 'Create and change',
  manage: 'Manage',
  export: 'Export',
  share: 'Share',
  undo: 'Undo',
  remove: 'Remove',
  run: 'Run',
  decide: 'Decide on',
})

/** `contacts:read` as "See contacts"; one that has no words stands as it is written. */
export function usePermissionWords(): (permission: string) => string {
  const nounOf = useMessages(nouns)
  const verbOf = useMessages(verbs)
  return useCallback(
    permission => {
      const [noun = '', verb = ''] = permission.split(':')
      return hasKey(nouns, noun) && hasKey(verbs, verb) ? `${verbOf(verb)} ${nounOf(noun)}` : permission
    },
    [nounOf, verbOf],
  )
}
