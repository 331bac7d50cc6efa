declare module '../../../../ui/screen/slots.ts' {
  interface Slots {
    /** Further buttons for selected contacts. */
    'contacts.bulk': { ids: readonly string[]; onDone: () => void }
  }
}

export {}
