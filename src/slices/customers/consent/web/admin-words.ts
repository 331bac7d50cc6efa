import { defineMessages } from '../../../../kernel/messages.ts'
import { consentWords } from '../schema.ts'

export const permissionWords = defineMessages('consent.permission', { consent: 'consent' })

export const actionWords = defineMessages('consent.action', {
  'consent-purpose.changed': 'Changed what customers are asked to agree to',
  'consent-purpose.created': 'Added what customers are asked to agree to',
  'consents.exported': 'Exported proof of consent',
  'contact-consents.read': 'Read the consent of a contact',
  'preference-link.made': 'Made a link to the preference centre',
  'suppressions.added': 'Suppressed addresses',
  'suppressions.removed': 'Took back suppressions',
})

export const detailWords = defineMessages('consent.detail', {
  channel: 'Channel',
  key: 'Key',
  textVersion: 'Version of the text',
})

export const detailValues = { channel: consentWords }
