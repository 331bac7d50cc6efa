import { z } from 'zod'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { App, Ctx } from '../context.ts'
import { systemCtx } from '../system-ctx.ts'

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

/** Background work of one workspace, which acts itself; `addJob` says in the payload which it is. */
export function defineWorkspaceJob<Shape extends z.ZodRawShape = {}>({
  name,
  payload,
  run,
}: {
  name: string
  payload?: Shape
  run(ctx: Ctx, payload: z.output<z.ZodObject<Shape>>, signal: AbortSignal): Promise<void>
}): Job {
  return {
    name,
    payload: z.object({ workspaceId: id, ...payload }),
    run: async (app, { workspaceId, ...given }, signal) =>
      run(await systemCtx(app, workspaceId as WorkspaceId), given, signal),
  }
}
