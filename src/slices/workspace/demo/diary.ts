import type { NewEvent } from '../../../kernel/event.ts'
import type { Random } from './random.ts'
import type { DemoEvent, DemoNote, DemoOrder, DemoReturn, DemoTask } from './life.ts'
import type { Register } from './people.ts'
import type { Shop } from './shop.ts'

interface Entry {
  actorId?: string
  /** What it adds to facts, in euro cents. */
  baseAmount?: number
}

/** What every life of a demo is made with; `random` is the contact's own. */
export interface Tools {
  shop: Shop
  register: Register
  random: Random
  newId: (at: number) => string
}

/** What is written down about one contact as its life goes on. Nothing that lies in the future is kept. */
export class Diary {
  readonly shop: Shop
  readonly register: Register
  readonly random: Random
  readonly newId: (at: number) => string
  readonly createdAt: number
  readonly contactId: string
  readonly companyId: string | null
  readonly events: DemoEvent[] = []
  readonly orders: DemoOrder[] = []
  readonly returns: DemoReturn[] = []
  readonly notes: DemoNote[] = []
  readonly tasks: DemoTask[] = []

  constructor({ shop, register, random, newId }: Tools, createdAt: number, companyId: string | null) {
    this.shop = shop
    this.register = register
    this.random = random
    this.newId = newId
    this.createdAt = createdAt
    this.contactId = newId(createdAt)
    this.companyId = companyId
  }

  get now(): number {
    return this.shop.plan.now
  }

  /** Whose events these are. */
  get keys(): { contactId: string; companyId: string | null } {
    const { contactId, companyId } = this
    return { contactId, companyId }
  }

  /** Writes an event; false when it would be in the future. */
  add(at: number, event: NewEvent, entry?: Entry): boolean {
    if (at > this.now) return false
    this.events.push(demoEvent(this.newId(at), at, event, entry))
    return true
  }
}

export function demoEvent(id: string, at: number, event: NewEvent, { actorId, baseAmount }: Entry = {}): DemoEvent {
  const { kind, contactId, companyId, channel, subjectType, subjectId, linkedId, data } = event
  return {
    id,
    kind,
    contactId: contactId ?? null,
    companyId: companyId ?? null,
    channel: channel ?? null,
    subjectType: subjectType ?? null,
    subjectId: subjectId ?? null,
    linkedId: linkedId ?? null,
    actorId: actorId ?? null,
    at,
    data: JSON.stringify(data),
    baseAmount: baseAmount ?? 0,
  }
}
