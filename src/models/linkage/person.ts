/** What is compared of one person. All texts are folded (lower case, no accents); '' and [] say that nothing is known. */
export interface Person {
  firstName: string
  lastName: string
  /** ISO day, `1980-05-12`; also one that does not exist. */
  birthday: string
  /** Name of the street, without the number. */
  street: string
  house: string
  city: string
  region: string
  postalCode: string
  company: string
  /** Without those known as shared. */
  emails: string[]
  /** International, `+420777123456`; without those known as shared. */
  phones: string[]
  /** @names on networks and the local parts of e-mails, letters and figures only. */
  handles: string[]
  /** E-mails, numbers and devices that many people have: `kind:value`. */
  shared: string[]
  /** Values of custom fields, by key. */
  fields: Record<string, string>
}

export const nobody: Person = {
  firstName: '',
  lastName: '',
  birthday: '',
  street: '',
  house: '',
  city: '',
  region: '',
  postalCode: '',
  company: '',
  emails: [],
  phones: [],
  handles: [],
  shared: [],
  fields: {},
}
