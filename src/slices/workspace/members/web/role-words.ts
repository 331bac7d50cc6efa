import { defineMessages } from '../../../../ui/i18n/i18n.tsx'

export const roleWords = defineMessages({
  en: { member: 'Member', manager: 'Manager', admin: 'Admin', owner: 'Owner' },
  cs: { member: 'Člen', manager: 'Manažer', admin: 'Správce', owner: 'Vlastník' },
})
