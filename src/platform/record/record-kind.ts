import type { RawBuilder } from 'kysely'
import type { Columns, RecordDefinition } from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'
import { visibilityOf } from '../list/visible.ts'

/**
 * A kind of record that a slice owns: what its manifest says about it, so that others need not know it by name. Each
 * contract is optional and is added here by the slice that reads it, by declaration:
 * `declare module '…/platform/record/record-kind.ts' { interface RecordKind { search?: … } }`.
 */
export interface RecordKind {
  /** One of it, as subjects of events and addresses of fields name it: `contact`. */
  name: string
  /** Its tenant table; also the plural noun of the API. */
  table: string
  columns?: Columns
  /** Whether the actor may see the record `alias`: asked by whoever shows something that belongs to it. */
  isVisible?(ctx: Ctx, alias: string): RawBuilder<boolean>
  /** Where its records are merged into others: what names one of them then stands for the other. */
  merged?: {
    /** The record that is asked for, `asked`, beside the one that it belongs to now, `c`. */
    askedAndRoot: RawBuilder<unknown>
    /** All ids that the history of the record `alias` is written with. */
    idsOfRoot(alias: string): RawBuilder<string[]>
  }
}

/** The kind that `record.ts` defines, with the contracts of its slice. */
export function kindOf(definition: RecordDefinition, contracts: Omit<RecordKind, keyof RecordDefinition>): RecordKind {
  const { name, table, columns } = definition
  const owned = 'ownerId' in columns && { isVisible: visibilityOf(definition), owned: { column: 'owner_id' } }
  return { name, table, columns, ...owned, ...contracts }
}

/** Whether its definition has the column. */
export function hasColumn({ columns = {} }: Pick<RecordKind, 'columns'>, key: string): boolean {
  return key in columns
}

/** The columns by which it names records of other kinds, and their tables. */
export function referencesOf({ table, columns = {} }: RecordKind): { column: string; to: string }[] {
  return Object.entries(columns).flatMap(([column, { type, refersTo: to }]) =>
    type === 'uuid' && to !== undefined && to !== table ? [{ column, to }] : [],
  )
}

declare module '../context.ts' {
  interface Declared {
    /** What kinds of record there are. */
    records: readonly RecordKind[]
  }
}
