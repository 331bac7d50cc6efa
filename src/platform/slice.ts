import type { FastifyInstance } from 'fastify'
import type { AnyEvents } from '../kernel/event.ts'
import type { Slice } from '../kernel/slice.ts'
import type { App } from './context.ts'
import type { Reaction } from './events/reaction.ts'
import type { Route } from './http/route.ts'
import type { Job } from './jobs/jobs.ts'
import type { PersonalData } from './personal-data.ts'
import type { RecordExtra } from './record/record-extra.ts'
import type { RecordKind } from './record/record-kind.ts'
import type { Retention } from './retention.ts'

export interface AppSlice extends Slice<Route, Job, Reaction> {
  /** Foreign protocols and public pages, outside `/api/v1`. */
  mount?(server: FastifyInstance, app: App): void | Promise<void>
  personalData?: PersonalData[]
  /** What of its data has a term. */
  retention?: Retention[]
  /** What can happen, as its `events.ts` declares it. */
  events?: AnyEvents[]
  /** The kinds of record that it owns. */
  records?: RecordKind[]
  /** What it looks after in records of all kinds that have a column for it. */
  recordExtra?: RecordExtra
  /** What it offers to records of a kind, its own or another slice's. */
  recordRoutes?(kind: RecordKind): Route[]
}

export function defineSlice(slice: AppSlice): AppSlice {
  return slice
}
