import type { RecordDefinition } from '../../kernel/record/record.ts'

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
}

/** The kind that `record.ts` defines, with the contracts of its slice. */
export function kindOf(
  { name, table }: Pick<RecordDefinition, 'name' | 'table'>,
  contracts: Omit<RecordKind, 'name' | 'table'>,
): RecordKind {
  return { name, table, ...contracts }
}

declare module '../context.ts' {
  interface Declared {
    /** What kinds of record there are. */
    records: readonly RecordKind[]
  }
}
