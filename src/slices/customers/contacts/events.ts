/** What contacts publish, and the data of each. */
export interface ContactEvents {
  'contact.created': { name: string; source: string | null }
  /** `changes` holds the value before and after, by field. */
  'contact.changed': { changes: Record<string, [unknown, unknown]> }
  'contact.deleted': { name: string }
  'contact.restored': { name: string }
  'handle.added': { kind: string; value: string }
  'handle.removed': { kind: string; value: string }
}
