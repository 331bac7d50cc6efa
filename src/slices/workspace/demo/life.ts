import type { z } from 'zod'
import type { NewEvent } from '../../../kernel/event.ts'
import type { Columns, Key, RecordDefinition, Stored } from '../../../kernel/record/record.ts'
import type { companyRecord } from '../../customers/companies/record.ts'
import type { contactRecord, handleRecord } from '../../customers/contacts/record.ts'
import type { noteRecord } from '../../customers/notes/record.ts'
import type { orderRecord, returnRecord } from '../../customers/orders/record.ts'
import type { taskRecord } from '../../sales/tasks/record.ts'
import type { BasketItem } from './purchases.ts'

type Timed<T> = T extends Date ? number : T
type NeededKey<C extends Columns> = { [K in Key<C>]: C[K]['given'] extends z.ZodOptional ? never : K }[Key<C>]

/** A record as plain values: times are milliseconds, and what is left out has its default. */
type Made<R extends RecordDefinition> = Needed<R['columns']> & Partial<All<R['columns']>>
type All<C extends Columns> = { [K in Key<C>]: Timed<Stored<C>[K]> }
type Needed<C extends Columns> = Pick<All<C>, NeededKey<C>>

export type DemoContact = Made<typeof contactRecord>
export type DemoHandle = Made<typeof handleRecord>
export type DemoCompany = Made<typeof companyRecord> & { domain: string; ownerId: string; teamId: string }
export type DemoOrder = Made<typeof orderRecord> & { items: BasketItem[] }
export type DemoReturn = Made<typeof returnRecord> & { order: DemoOrder }
export type DemoNote = Made<typeof noteRecord>
export type DemoTask = Made<typeof taskRecord>

export interface Entry {
  /** The member who did it; left out: the system. */
  actorId?: string | null
  /** What it adds to facts, in euro cents. */
  baseAmount?: number
}

/** `at` is in milliseconds, the data JSON text. */
export function demoEvent(id: string, at: number, event: NewEvent, { actorId = null, baseAmount = 0 }: Entry = {}) {
  const { kind, contactId = null, companyId = null, channel = null, linkedId = null } = event
  const { subjectType = null, subjectId = null } = event
  const data = JSON.stringify(event.data)
  return { id, kind, contactId, companyId, channel, subjectType, subjectId, linkedId, actorId, at, data, baseAmount }
}
export type DemoEvent = ReturnType<typeof demoEvent>

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
