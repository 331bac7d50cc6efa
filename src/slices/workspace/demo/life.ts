import type { HandleKind, NewContact } from '../../customers/contacts/record.ts'
import type { BasketItem } from './purchases.ts'

/** Rows of the demo as plain values, by table. Times are milliseconds. */
export interface DemoContact extends Omit<NewContact, 'sortName' | 'createdAt' | 'updatedAt'> {
  createdAt: number
  updatedAt: number
}

export interface DemoHandle {
  id: string
  contactId: string
  kind: HandleKind
  value: string
  normal: string
  label: string | null
  isPrimary: boolean
  verifiedAt: number | null
  source: string
  createdAt: number
}

export interface DemoCompany {
  id: string
  name: string
  domain: string
  industry: string
  employees: number
  phone: string | null
  website: string
  street: string
  city: string
  region: string
  postalCode: string
  country: string
  parentId: string | null
  ownerId: string
  teamId: string
  tagIds: string[]
  fields: Record<string, unknown>
  createdAt: number
}

export interface DemoOrder {
  id: string
  number: string
  contactId: string
  companyId: string | null
  placedAt: number
  currency: string
  amount: number
  rate: number
  baseAmount: number
  quantity: number
  status: string
  fields: Record<string, unknown>
  source: string
  items: BasketItem[]
}

export interface DemoReturn {
  id: string
  order: DemoOrder
  returnedAt: number
  amount: number
  baseAmount: number
  quantity: number
  reason: string
}

export interface DemoNote {
  id: string
  contactId: string | null
  companyId: string | null
  body: string
  mentionIds: string[]
  isPinned: boolean
  authorId: string
  createdAt: number
}

export interface DemoTask {
  id: string
  title: string
  contactId: string
  assigneeId: string
  dueAt: number
  createdBy: string
  createdAt: number
  doneAt: number | null
}

export interface DemoEvent {
  id: string
  kind: string
  contactId: string | null
  companyId: string | null
  channel: string | null
  subjectType: string | null
  subjectId: string | null
  /** The member who did it; null: the system. */
  actorId: string | null
  at: number
  /** JSON text. */
  data: string
  /** What the event adds to facts, in euro cents. */
  baseAmount: number
}

/** A contact's life: everything that is written about it. */
export interface Life {
  contact: DemoContact
  handles: DemoHandle[]
  orders: DemoOrder[]
  returns: DemoReturn[]
  notes: DemoNote[]
  tasks: DemoTask[]
  /** Oldest first. */
  events: DemoEvent[]
}

/** A company with the lives of those who work there; or, without a company, one person's life. */
export interface Household {
  company: DemoCompany | null
  lives: Life[]
  /** Events of the company itself. */
  events: DemoEvent[]
}
