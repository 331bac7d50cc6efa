declare module '../../../../ui/screen/slots.ts' {
  interface Slots {
    /** Above a contact's timeline: what can be written. */
    'contact.compose': { contactId: string; name: string }
    /** The middle of a contact's page. */
    'contact.main': { contactId: string; name: string }
    /** Further items of a contact's menu "More". */
    'contact.actions': { contactId: string; name: string }
    /** Further buttons for selected contacts. */
    'contacts.bulk': { ids: readonly string[]; onDone: () => void }
    /** What is going on with a contact. */
    'contact.now': { contactId: string; name: string; companyId: string | null }
  }
}

export {}
