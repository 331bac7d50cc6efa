import type { Locale } from '../../../../ui/i18n/i18n.tsx'

const nouns: Record<string, Record<Locale, string>> = {
  contacts: { en: 'contacts', cs: 'kontakty' },
  companies: { en: 'companies', cs: 'firmy' },
  orders: { en: 'orders', cs: 'objednávky' },
  imports: { en: 'imports', cs: 'importy' },
  notes: { en: 'notes', cs: 'poznámky' },
  tasks: { en: 'tasks', cs: 'úkoly' },
  files: { en: 'files', cs: 'soubory' },
  tags: { en: 'tags', cs: 'štítky' },
  fields: { en: 'custom fields', cs: 'vlastní pole' },
  members: { en: 'members', cs: 'členy' },
  teams: { en: 'teams', cs: 'týmy' },
  roles: { en: 'roles', cs: 'role' },
  settings: { en: 'settings', cs: 'nastavení' },
  mail: { en: 'mail', cs: 'poštu' },
  'api-keys': { en: 'API keys', cs: 'klíče API' },
  audit: { en: 'the audit log', cs: 'auditní záznam' },
  views: { en: 'views', cs: 'pohledy' },
  jobs: { en: 'jobs', cs: 'úlohy' },
  demo: { en: 'demo data', cs: 'ukázková data' },
  search: { en: 'the search', cs: 'hledání' },
  events: { en: 'events', cs: 'události' },
  timeline: { en: 'what happened lately', cs: 'co se stalo' },
  identity: { en: 'comparisons of contacts', cs: 'porovnání kontaktů' },
  merges: { en: 'merges', cs: 'sloučení' },
  consent: { en: 'consent', cs: 'souhlasy' },
  forms: { en: 'forms', cs: 'formuláře' },
  collect: { en: 'sources', cs: 'zdroje' },
  privacy: { en: 'privacy requests', cs: 'žádosti o údaje' },
}

const verbs: Record<string, Record<Locale, string>> = {
  read: { en: 'See', cs: 'Vidět' },
  write: { en: 'Create and change', cs: 'Vytvářet a měnit' },
  manage: { en: 'Manage', cs: 'Spravovat' },
  export: { en: 'Export', cs: 'Exportovat' },
  share: { en: 'Share', cs: 'Sdílet' },
  undo: { en: 'Undo', cs: 'Vracet' },
  remove: { en: 'Remove', cs: 'Odstranit' },
  run: { en: 'Run', cs: 'Spouštět' },
  decide: { en: 'Decide on', cs: 'Rozhodovat o' },
}

/** `contacts:read` as "See contacts"; one that has no words stands as it is written. */
export function permissionWords(permission: string, locale: Locale): string {
  const [noun = '', verb = ''] = permission.split(':')
  const words = [verbs[verb]?.[locale], nouns[noun]?.[locale]]
  return words.every(Boolean) ? words.join(' ') : permission
}
