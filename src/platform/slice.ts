import type { Slice } from '../kernel/slice.ts'
import type { Reaction } from './events/reaction.ts'
import type { Route } from './http/route.ts'
import type { Job } from './jobs/jobs.ts'

export type AppSlice = Slice<Route, Job, Reaction>

export function defineSlice(slice: AppSlice): AppSlice {
  return slice
}
