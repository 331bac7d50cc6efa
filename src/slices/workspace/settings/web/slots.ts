declare module '../../../../ui/screen/slots.ts' {
  interface Slots {
    /** Below the mail server: the mail that it sends. */
    'settings.mail': {}
  }
}

export {}
