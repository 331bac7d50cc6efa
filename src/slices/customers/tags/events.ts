/** What tags publish, and the data of each. */
export interface TagEvents {
  'tag.created': { name: string; color: string }
  'tag.changed': { changes: Record<string, [unknown, unknown]> }
  /** `contacts` and `companies` tell how many carried it. */
  'tag.deleted': { name: string; contacts: number; companies: number }
}
