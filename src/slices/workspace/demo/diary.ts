import type { Random } from './random.ts'
import type { DemoEvent, DemoNote, DemoOrder, DemoReturn, DemoTask } from './life.ts'
import type { Register } from './people.ts'
import type { Shop } from './shop.ts'

export interface Subject {
  type: string
  id: string
}

interface Entry {
  channel?: string
  subject?: Subject
  actorId?: string
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

  /** Writes an event with `data` as JSON text; false when it would be in the future. */
  add(at: number, kind: string, data: string, { channel, subject, actorId, baseAmount = 0 }: Entry = {}): boolean {
    if (at > this.now) return false
    this.events.push({
      id: this.newId(at),
      kind,
      contactId: this.contactId,
      companyId: this.companyId,
      channel: channel ?? null,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      actorId: actorId ?? null,
      at,
      data,
      baseAmount,
    })
    return true
  }
}
