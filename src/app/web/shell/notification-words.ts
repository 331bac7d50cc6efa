import { defineMessages } from '../../../kernel/messages.ts'

export const notificationWords = defineMessages('app.notification', {
  bell: '{count, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}',
  title: 'Notifications',
  readAll: 'Mark all as read',
  empty: 'Nothing new. Mentions, reminders and finished imports appear here.',
  unread: 'Unread',
})
