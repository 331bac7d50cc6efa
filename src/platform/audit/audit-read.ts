import { onceFor } from '../../kernel/once-for.ts'
import type { App, Ctx } from '../context.ts'
import { toRow, type AuditEntry, type AuditRow } from './audit.ts'

const flushEvery = 1000
const maxWaiting = 20_000

interface Buffer {
  rows: Map<string, AuditRow>
  timer: NodeJS.Timeout | undefined
  flushing: Promise<void>
}

const bufferOf = onceFor((_: App): Buffer => ({ rows: new Map(), timer: undefined, flushing: Promise.resolve() }))

/**
 * Notes that personal data was read, without making the reader wait: entries are written together every second and at
 * shutdown. The same person reading the same record again within the second is one entry.
 */
export function auditRead(ctx: Ctx, entry: AuditEntry): void {
  const buffer = bufferOf(ctx.app)
  const key = `${ctx.workspaceId} ${ctx.actor.id} ${entry.action} ${entry.subjectId ?? ''}`
  if (buffer.rows.has(key)) return
  if (buffer.rows.size >= maxWaiting) {
    ctx.app.log.error(
      'reads of personal data could not be written to the audit log: too many are waiting for the database',
    )
    return
  }
  buffer.rows.set(key, toRow(ctx, entry))
  buffer.timer ??= setTimeout(() => void flushAuditReads(ctx.app), flushEvery).unref()
}

/** Writes what is waiting; called by the timer and at shutdown. What could not be written is kept for the next time. */
export function flushAuditReads(app: App): Promise<void> {
  const buffer = bufferOf(app)
  clearTimeout(buffer.timer)
  buffer.timer = undefined
  buffer.flushing = buffer.flushing.then(() => write(app, buffer))
  return buffer.flushing
}

async function write(app: App, buffer: Buffer): Promise<void> {
  const taken = [...buffer.rows]
  buffer.rows.clear()
  for (let at = 0; at < taken.length; at += 1000) {
    const chunk = taken.slice(at, at + 1000)
    try {
      await app.db
        .insertInto('auditEntries')
        .values(chunk.map(([, row]) => row))
        .execute()
    } catch (error) {
      app.log.warn({ error: String(error) }, 'reads of personal data wait for the database')
      for (const [key, row] of taken.slice(at)) buffer.rows.set(key, row)
      buffer.timer ??= setTimeout(() => void flushAuditReads(app), flushEvery).unref()
      return
    }
  }
}
