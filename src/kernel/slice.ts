import type { Permission, Role } from './permissions.ts'

/**
 * Manifest of a slice: everything composition needs to know about it. The parameters keep the kernel free of the
 * platform's types: `Route` is a handled endpoint, `Job` background work, `Reaction` a reader of the event log.
 */
export interface Slice<Route, Job, Reaction> {
  name: string
  /** Least role that holds each permission. */
  permissions?: Record<Permission, Role>
  routes?: Route[]
  jobs?: Job[]
  reactions?: Reaction[]
  /** Tables that only this slice writes. */
  tables: string[]
  /** Those of them whose rows nothing but an erasure or retention may change or delete. */
  appendOnly?: string[]
}
