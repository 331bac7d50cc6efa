declare module '../../../ui/screen/slots.ts' {
  interface Slots {
    /** What to do next: the wide column of Home. */
    'home.main': object
    /** What else there is to know. */
    'home.side': object
  }
}

export {}
