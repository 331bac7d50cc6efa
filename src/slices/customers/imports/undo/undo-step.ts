import type { App } from '../../../../platform/context.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import type { UndoResult } from '../schema.ts'

/** One batch of an undo, in its transaction. */
export interface UndoStep extends Tenant {
  importId: string
  now: Date
  result: UndoResult
  app: App
}

const mostListed = 100

export function keep({ result }: UndoStep, object: string, id: string, name: string, reason: string): void {
  result.keptCount++
  if (result.kept.length < mostListed) result.kept.push({ object, id, name, reason })
}

export function conflict({ result }: UndoStep, object: string, id: string, name: string, field: string): void {
  result.conflictCount++
  if (result.conflicts.length < mostListed) result.conflicts.push({ object, id, name, field })
}
