import type { Ctx } from './context.ts'
import type { Db } from './db/database.ts'

/**
 * What a slice holds about a person. The access export, the preview of an erasure and the erasure itself are made of
 * these, so that a new table of a slice is a part of all three. `ids` are the person's contact and all merged into it.
 */
export interface PersonalData {
  /** Its key in the export; the plural noun of the API, `orders`. */
  name: string
  label: { en: string; cs: string }
  /** The rows as plain JSON, in pages; what tells of other people is left out or redacted. */
  read(ctx: Ctx, ids: string[]): AsyncIterable<object[]>
  /** How much an erasure would take away, redact and keep, and why it keeps. */
  count(ctx: Ctx, ids: string[]): Promise<{ deleted?: number; redacted?: number; kept?: number; why?: string }>
  /** Takes the person out of it; counts and sums stay as they are. Repeating it changes nothing. */
  erase(tx: Db, ctx: Ctx, ids: string[]): Promise<void>
}
