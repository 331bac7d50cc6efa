/** What tags publish, and the data of each. */
export interface TagEvents {
  'tag.created': { name: string; color: string }
  'tag.changed': { changes: Record<string, [unknown, unknown]> }
  /** `uses` tells how many records of each kind carried it. */
  'tag.deleted': { name: string; uses: Record<string, number> }
}
