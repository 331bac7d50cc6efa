import type { FieldType } from '../fields/schema.ts'

/** Where the cells of a column go. `label` and `type` describe a custom field that the import makes. */
export interface MappedColumn {
  target: string
  label?: string
  type?: FieldType
}
export type Mapping = (MappedColumn | null)[]
