import { z } from 'zod'
import type { App } from '../context.ts'

/** Background work: retried with growing delay until it succeeds, then parked. Its effects must be idempotent. */
export interface Job {
  name: string
  payload: z.ZodType
  run(app: App, payload: any, signal: AbortSignal): Promise<void>
  /** Five cron fields, UTC; the payload is then `{}`. */
  schedule?: string
}

export function defineJob<P extends z.ZodType = z.ZodObject>(job: {
  name: string
  /** None, where it is left out. */
  payload?: P
  run(app: App, payload: z.output<P>, signal: AbortSignal): Promise<void>
  schedule?: string
}): Job {
  return { payload: z.object({}), ...job }
}
