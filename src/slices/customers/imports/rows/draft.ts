import type { HandleKind, Contact } from '../../contacts/schema.ts'
import type { Field } from '../../fields/schema.ts'
import type { OrderStatus } from '../../orders/schema.ts'
import type { ImportObject } from '../schema.ts'
import type { Mapping } from '../mapping.ts'
import type { DateOrder, DecimalMark } from '../schema.ts'

/** How the cells of one import are to be understood. */
export interface RowRules {
  object: ImportObject
  source: string
  columns: string[]
  mapping: Mapping
  dateOrder: DateOrder
  decimalMark: DecimalMark
  currency: string
  timeZone: string
  country: string
  isNegativeReturn: boolean
  /** Definitions of the custom fields that the mapping names. */
  fields: Field[]
  /** Choices of choice fields by their key; those of a field that the import makes grow with what the file holds. */
  choices: ReadonlyMap<string, Choices>
  /** Currencies that can be counted in the workspace's. */
  currencies: ReadonlySet<string>
  /** Ids of members by e-mail and by name, in lower case. */
  members: ReadonlyMap<string, string>
}

export interface Choices {
  /** By the choice in lower case. */
  options: Map<string, string>
  isOpen: boolean
}

/** Something about a row that its file's owner should know. Refused rows are not imported. */
export interface Problem {
  column: string | null
  reason: string
}

export interface ParsedRow<Draft> {
  row: number
  draft: Draft
  /** Why the row is refused; empty when it is not. */
  problems: Problem[]
  /** What was left out of the row or kept in another way. */
  warnings: Problem[]
}

export interface DraftHandle {
  kind: HandleKind
  value: string
  normal: string
  isIdentifying: boolean
  confidence: number
}

/** By what a company is looked for, best first. */
export interface CompanyKey {
  sourceId: string | null
  domain: string | null
  name: string | null
}

export interface ContactValues {
  jobTitle?: string
  street?: string
  city?: string
  region?: string
  postalCode?: string
  country?: string
  language?: string
  timeZone?: string
  birthday?: string
  lifecycle?: Contact['lifecycle']
}

export interface ContactDraft {
  row: number
  /** Normal of its `external` handle: `hubspot:1051`. */
  externalId: string | null
  name: string | null
  firstName: string | null
  lastName: string | null
  /** The external one first, then in the order of the columns. */
  handles: DraftHandle[]
  company: CompanyKey | null
  ownerId: string | null
  values: ContactValues
  fields: Record<string, unknown>
  tags: string[]
  note: string | null
  createdAt: Date | null
}

export interface CompanyValues {
  domain?: string
  industry?: string
  employees?: number
  phone?: string
  website?: string
  street?: string
  city?: string
  region?: string
  postalCode?: string
  country?: string
}

export interface CompanyDraft {
  row: number
  sourceId: string | null
  name: string
  /** Whether the file gave the name, rather than the domain standing for it. */
  isNamed: boolean
  values: CompanyValues
  parent: string | null
  ownerId: string | null
  fields: Record<string, unknown>
  tags: string[]
  note: string | null
  createdAt: Date | null
}

export interface DraftItem {
  sku: string | null
  name: string
  quantity: number
  unitAmount: number
  amount: number
}

export interface OrderDraft {
  row: number
  number: string
  sourceId: string
  /** Neither a number nor an id was given: the source id is made from the row's cells. */
  isNumberless: boolean
  placedAt: Date
  /** Minor units; null when the items are to be summed. */
  amount: number | null
  currency: string
  quantity: number | null
  status: OrderStatus | null
  item: DraftItem | null
  customer: ContactDraft | null
  company: CompanyKey | null
  fields: Record<string, unknown>
  returnOf: string | null
  returnReason: string | null
}

export interface NoteDraft {
  row: number
  sourceId: string | null
  body: string
  contact: ContactDraft | null
  company: CompanyKey | null
  authorId: string | null
  createdAt: Date | null
}

export interface Drafts {
  contacts: ContactDraft
  companies: CompanyDraft
  orders: OrderDraft
  notes: NoteDraft
}
