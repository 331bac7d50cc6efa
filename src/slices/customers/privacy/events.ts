/** What privacy publishes. `contact.erased` is the last event of a contact. */
export interface PrivacyEvents {
  'contact.held': { until: string | null }
  'contact.released': {}
  'contact.erased': {}
}
