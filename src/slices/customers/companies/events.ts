/** What companies publish, and the data of each. */
export interface CompanyEvents {
  'company.created': { name: string; source: string | null }
  /** `changes` holds the value before and after, by field. */
  'company.changed': { changes: Record<string, [unknown, unknown]> }
  'company.deleted': { name: string }
  'company.restored': { name: string }
}
