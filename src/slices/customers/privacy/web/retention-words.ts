import { defineMessages } from '../../../../kernel/messages.ts'

export const retentionWords = defineMessages('privacy.retention', {
  anonymous: 'Anonymous visitors',
  anonymousText: 'strangers without address or order, since their last visit',
  leads: 'Leads who never bought',
  leadsText: 'since anything happened with them',
  submissions: 'Answers of forms',
  submissionsText: 'since they were sent; the contact stays',
  notes: 'Notes',
  notesText: 'since they were last edited; pinned ones stay',
  mail: 'Mail that was sent',
  mailText: 'with its text, since it was written',
  notifications: 'Notifications of members',
  notificationsText: 'since they came',
  reads: 'Who read which contact',
  readsText: 'entries of the audit log about reading',
})
