declare module '../../../../ui/screen/slots.tsx' {
  interface Slots {
    /** Below the mail server: the mail that it sends. */
    'settings.mail': {}
  }
}

export {}
