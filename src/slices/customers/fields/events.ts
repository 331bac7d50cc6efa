/** What custom fields publish, and the data of each. */
export interface FieldEvents {
  'field.created': { object: string; key: string; label: string; type: string }
  /** `changes` holds the value before and after. */
  'field.changed': { object: string; key: string; changes: Record<string, [unknown, unknown]> }
  'field.archived': { object: string; key: string; label: string }
  'field.restored': { object: string; key: string; label: string }
}
