import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('privacy.permission', { privacy: 'privacy requests' })

export const actionWords = defineMessages('privacy.action', {
  'contact.data-downloaded': 'Downloaded the data of a person',
  'contact.data-exported': 'Exported the data of a person',
  'contact.erased': 'Erased a person',
  'contact.held': 'Put a contact under legal hold',
  'contact.released': 'Ended a legal hold',
  'privacy-request.created': 'Noted a privacy request',
  'privacy-request.completed': 'Completed a privacy request',
  'privacy-request.extended': 'Extended a privacy request',
  'privacy-request.identified': 'Confirmed who makes a privacy request',
  'privacy-request.refused': 'Refused a privacy request',
  'privacy-request.reopened': 'Reopened a privacy request',
  'privacy-request.withdrawn': 'Noted that a privacy request was withdrawn',
  'retention.changed': 'Changed how long data is kept',
})

export const detailWords = defineMessages('privacy.detail', { items: 'Periods', until: 'Held until' })
