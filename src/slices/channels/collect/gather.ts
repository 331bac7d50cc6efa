import type { WorkspaceId } from '../../../kernel/ids.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import type { App } from '../../../platform/context.ts'
import { isClash, isPassing } from '../../../platform/passing.ts'
import { commit, keepRejections } from './commit.ts'
import type { Received } from './received.ts'

const notKept = defineText('collect.gather.notKept', 'The event could not be kept; the log of the server says why.')

/** The most that is written at once: beyond it a transaction only grows longer. */
const mostAtOnce = 2000

interface Waiting {
  received: Received[]
  done(): void
  failed(error: unknown): void
}

const queuesOf = onceFor((_: App) => new Map<WorkspaceId, Waiting[]>())

/**
 * Writes what was received and resolves once it is committed. Whatever comes for a workspace while its last write is in
 * flight is gathered and written together (group commit); when none is in flight, at once.
 */
export function gather(app: App, workspaceId: WorkspaceId, received: Received[]): Promise<void> {
  const byWorkspace = queuesOf(app)
  const waiting = byWorkspace.get(workspaceId)
  const queue = waiting ?? []
  const written = new Promise<void>((done, failed) => queue.push({ received, done, failed }))
  if (!waiting) {
    byWorkspace.set(workspaceId, queue)
    void drain(app, workspaceId, queue, byWorkspace)
  }
  return written
}

async function drain(
  app: App,
  workspaceId: WorkspaceId,
  queue: Waiting[],
  byWorkspace: Map<WorkspaceId, Waiting[]>,
): Promise<void> {
  while (queue.length > 0) {
    let count = 0
    let size = 0
    while (count < queue.length && (count === 0 || size + queue[count]!.received.length <= mostAtOnce))
      size += queue[count++]!.received.length
    const waiting = queue.splice(0, count)
    try {
      await write(
        app,
        workspaceId,
        waiting.flatMap(({ received }) => received),
      )
      for (const { done } of waiting) done()
    } catch (error) {
      for (const { failed } of waiting) failed(error)
    }
  }
  byWorkspace.delete(workspaceId)
}

/** A write that loses against another at the same moment is tried again; one that cannot be written is found by halving. */
async function write(app: App, workspaceId: WorkspaceId, received: Received[], attempt = 1): Promise<void> {
  try {
    await commit(app, workspaceId, received)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (isClash(error) && attempt < 5) return write(app, workspaceId, received, attempt + 1)
    if (isPassing(error) || code === '') throw error
    if (received.length > 1) {
      const half = received.length >> 1
      await write(app, workspaceId, received.slice(0, half))
      return write(app, workspaceId, received.slice(half))
    }
    app.log.error({ err: error }, 'an event could not be kept')
    const [{ source, message }] = received as [Received]
    await keepRejections(app, workspaceId, [{ source, reason: stored(notKept), body: JSON.stringify(message) }])
  }
}
