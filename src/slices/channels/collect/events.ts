/** What sources publish, and the data of each. */
export interface SourceEvents {
  'source.created': { name: string }
  'source.changed': { name: string }
  'source.deleted': { name: string }
  'source.key-replaced': { name: string }
}
