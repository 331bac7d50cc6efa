import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { Columns } from '../../kernel/record/record.ts'

const words = defineMessages('platform.changes', {
  changedSince: 'Someone changed this since you opened it. Nothing was saved; reload and try again.',
})

/** Values before and after, by column. */
export type Differences = Record<string, [unknown, unknown]>

/** What `changes` make different, as the event tells it; columns that are made of others are none. */
export function changesOf(columns: Columns, before: object, changes: object): Differences {
  const differences: Differences = {}
  for (const [key, after] of Object.entries(changes)) {
    if (columns[key]?.uses.includes('derived')) continue
    const was = (before as Record<string, unknown>)[key]
    if (!isDeepStrictEqual(was, after)) differences[key] = [was, after]
  }
  return differences
}

/** Refuses a change by somebody who has read an earlier version. */
export function requireVersion({ version }: { version?: number }, read: number | undefined): void {
  if (read === undefined || read === version) return
  throw new AppError('conflict', say(words, 'changedSince'), { version })
}
