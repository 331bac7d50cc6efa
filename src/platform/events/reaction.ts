import type { EventKind } from '../../kernel/event.ts'
import type { App } from '../context.ts'
import type { Tenant } from '../db/database.ts'

/** One row of the event log as readers see it. */
export interface RecordedEvent {
  id: string
  kind: string
  contactId: string | null
  companyId: string | null
  channel: string | null
  subjectType: string | null
  subjectId: string | null
  linkedId: string | null
  actorKind: string
  actorId: string | null
  occurredAt: Date
  recordedAt: Date
  data: Record<string, unknown>
}

/** Where a reaction works: in the transaction of the delivery. */
export interface Reacting extends Tenant {
  app: App
}

/** A reader of the log. Its effects commit together with the end of the events’ waiting, so each event counts once. */
export interface Reaction {
  name: string
  kinds: readonly Pick<EventKind, 'kind'>[] | 'all'
  react(ctx: Reacting, events: RecordedEvent[]): Promise<void>
}

declare module '../context.ts' {
  interface Declared {
    /** What can happen: all kinds of events that the slices declare. */
    events: readonly EventKind[]
  }
}
