import type { NewEvent } from '../../../kernel/event.ts'
import type { Random } from './random.ts'
import {
  demoEvent,
  type DemoEvent,
  type DemoNote,
  type DemoOrder,
  type DemoReturn,
  type DemoTask,
  type Entry,
} from './life.ts'
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
  const events: DemoEvent[] = []
  return {
    ...tools,
    ...keys,
    keys,
    createdAt,
    now,
    events,
    orders: [] as DemoOrder[],
    returns: [] as DemoReturn[],
    notes: [] as DemoNote[],
    tasks: [] as DemoTask[],
    /** Writes an event; false when it would be in the future. */
    add(at: number, event: NewEvent, entry?: Entry): boolean {
      if (at > now) return false
      events.push(demoEvent(tools.newId(at), at, event, entry))
      return true
    },
  }
}
export type Diary = ReturnType<typeof openDiary>
