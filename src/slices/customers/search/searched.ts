import type { RawBuilder } from 'kysely'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Needle } from './needle.ts'

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** How its records are found as one types. */
    search?: Searched
  }
}

/** Queries of at most `limit` records that the actor may see, as `id`, `title`, `subtitle` and `place`, best first. */
export interface Searched {
  /** Whoever may not do this finds none. */
  needs: Permission
  /** Null when the needle cannot mean such a record. */
  find(ctx: Ctx, needle: Needle, limit: number): RawBuilder<unknown> | null
  /** For a needle that finds nothing anywhere: what may have been meant by it. */
  findMeant?(ctx: Ctx, needle: Needle, limit: number): RawBuilder<unknown>
}
