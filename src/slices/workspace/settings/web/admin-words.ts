import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('settings.permission', { settings: 'settings', mail: 'mail' })

export const actionWords = defineMessages('settings.action', {
  'settings.changed': 'Changed the settings',
  'settings.exchange-rates-changed': 'Changed exchange rates',
  'settings.mail-changed': 'Changed the mail server',
})

export const detailWords = defineMessages('settings.detail', { rates: 'Rates' })
