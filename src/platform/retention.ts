import type { RawBuilder } from 'kysely'
import type { Text } from '../kernel/message-params.ts'
import type { Ctx } from './context.ts'

/** The term that a kind of data is asked with. What is kept for somebody under legal hold is asked for by these two. */
export interface Term {
  /** What is older is past its term. */
  before: Date
  /** Whether the contact in the column `of` (`x.contact_id`) is under no legal hold. */
  isFree(of: string): RawBuilder<boolean>
  /** Whether the e-mail address in the column `of` is nobody's who is under legal hold. */
  isFreeAddress(of: string): RawBuilder<boolean>
}

/**
 * A kind of data with a term of its own. What is past it is counted, shown and taken away every night where an admin has
 * switched that on; each slice says so of its own tables.
 */
export interface Retention {
  /** What the rule is stored under. */
  kind: string
  label: Text
  /** What exactly goes, and since when the term runs. */
  detail: Text
  /** The days that are proposed. */
  days: number
  /** Its tenant table, with an `id`. */
  table: string
  /** Whether the row `x` of the table is past its term; the workspace is asked for already. */
  isExpired(term: Term): RawBuilder<boolean>
  /** Its rows are deleted where nothing else is said. */
  remove?(ctx: Ctx, ids: string[]): Promise<void>
}

declare module './context.ts' {
  interface Declared {
    retention: readonly Retention[]
  }
}
