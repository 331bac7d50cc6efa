import type { Counting } from '../../../kernel/event.ts'
import type { App } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** While this is so of one of its records, it counts for the customer whose it is; how much, its events declare. */
    countedWhile?: string
  }
}

/** Whose facts, and what manifests say of what counts for them. */
export interface Folding extends Tenant {
  app: Pick<App, 'events' | 'records'>
}

/** Kinds that are counted so, by their names, with where in their data the worth is. */
export function countedAs({ app }: Pick<Folding, 'app'>, ...ways: Counting['as'][]): Map<string, string> {
  return new Map(
    app.events.flatMap(({ kind, declaration: { counts } }) =>
      counts && ways.includes(counts.as) ? [[kind, 'amount' in counts ? counts.amount : ''] as const] : [],
    ),
  )
}
