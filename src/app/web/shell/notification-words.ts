import { defineMessages } from '../../../ui/i18n/i18n.tsx'

export const notificationWords = defineMessages({
  en: {
    bell: '{count, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}',
    title: 'Notifications',
    readAll: 'Mark all as read',
    empty: 'Nothing new. Mentions, reminders and finished imports appear here.',
    unread: 'Unread',
    more: 'Show older',
  },
  cs: {
    bell: '{count, plural, =0 {Oznámení} one {Oznámení, # nepřečtené} few {Oznámení, # nepřečtená} many {Oznámení, # nepřečteného} other {Oznámení, # nepřečtených}}',
    title: 'Oznámení',
    readAll: 'Označit vše jako přečtené',
    empty: 'Nic nového. Tady se objeví zmínky, připomenutí a hotové importy.',
    unread: 'Nepřečtené',
    more: 'Zobrazit starší',
  },
})
