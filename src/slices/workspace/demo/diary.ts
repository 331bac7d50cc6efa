import type { NewEvent } from '../../../kernel/event.ts'
import type { Random } from './random.ts'
import { demoEvent, type Entry, type Life } from './life.ts'
import type { Register } from './people.ts'
import type { Shop } from './shop.ts'

/** What every life of a demo is made with; `random` is the contact's own. */
export interface Tools {
  shop: Shop
  register: Register
  random: Random
  newId: (at: number) => string
}

/** What is written down about one contact as its life goes on. Nothing that lies in the future is kept. */
export function openDiary(tools: Tools, createdAt: number, companyId: string | null) {
  const { now } = tools.shop.plan
  /** Whose events these are. */
  const keys = { contactId: tools.newId(createdAt), companyId }
  const written: Omit<Life, 'contact' | 'handles'> = { orders: [], returns: [], notes: [], tasks: [], events: [] }
  return {
    ...tools,
    ...keys,
    ...written,
    keys,
    createdAt,
    now,
    /** Writes an event; false when it would be in the future. */
    add(at: number, event: NewEvent, entry?: Entry): boolean {
      if (at > now) return false
      written.events.push(demoEvent(tools.newId(at), at, event, entry))
      return true
    },
  }
}
export type Diary = ReturnType<typeof openDiary>
