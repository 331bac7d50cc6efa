import { AppError, defineAbsence } from '../../../../kernel/errors.ts'
import type { Text } from '../../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { requireAll } from '../../../../platform/list/visible.ts'
import type { ImportStatus } from '../schema.ts'
import { lockImport, type StoredImport } from '../store.ts'

const words = defineMessages('imports.require', {
  notNow:
    'This import {status, select, checking {is being checked} running {is running} done {has run} undoing {is being undone} undone {was undone} failed {stopped half-way} other {is not ready}}, so it cannot be {wish, select, changed {changed} checked {checked} run {run} undone {undone} other {deleted}}.',
})

export const noImport = defineAbsence('imports.no-import', 'import')

export function conflict(text: Text, { status }: StoredImport): AppError {
  return new AppError('conflict', text, { status })
}

/** The import, locked, if it is in one of these states. */
export async function lockIn(
  ctx: Ctx,
  id: string,
  statuses: readonly ImportStatus[],
  wish: 'changed' | 'checked' | 'run' | 'undone' | 'deleted',
): Promise<StoredImport> {
  requireAll(ctx)
  const found = noImport.unless(await lockImport(ctx, id))
  const { status } = found
  if (!statuses.includes(status)) throw conflict(say(words, 'notNow', { status, wish }), found)
  return found
}
