declare module '../../../../ui/screen/slots.ts' {
  interface Slots {
    /** Above a company's timeline: what can be written. */
    'company.compose': { companyId: string; name: string }
    /** The middle of a company's page. */
    'company.main': { companyId: string; name: string }
    /** What is going on with a company. */
    'company.now': { companyId: string; name: string }
  }
}

export {}
