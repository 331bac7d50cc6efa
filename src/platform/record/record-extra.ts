import type { RawBuilder } from 'kysely'
import type { RecordDefinition } from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'
import type { ExportColumn } from '../list/export.ts'
import type { ListColumn } from '../list/filter.ts'

/** What a slice looks after in records of any kind that have the column: tags, custom fields. `name` is the kind's. */
export interface RecordExtra {
  column: string
  /**
   * Refuses the call unless all is there that the records are to have. Answers what of it a record holds then, so far
   * as it was asked for; of a new one, for which `before` is undefined, all.
   */
  given(ctx: Ctx, name: string, items: readonly object[]): Promise<(item: object, before?: any) => object>
  /** What else a list filters and sorts by, where the query asks for it; `column` is that of the record. */
  listed?(ctx: Ctx, name: string, query: object, column: RawBuilder<unknown>): Promise<Record<string, ListColumn>>
  exported?(ctx: Ctx, name: string): Promise<ExportColumn<any>[]>
}

/** The extras of a kind of record. */
export function extrasOf({ app }: Pick<Ctx, 'app'>, { columns }: Pick<RecordDefinition, 'columns'>) {
  return app.recordExtras.filter(({ column }) => column in columns)
}

declare module '../context.ts' {
  interface Declared {
    recordExtras: readonly RecordExtra[]
  }
}
