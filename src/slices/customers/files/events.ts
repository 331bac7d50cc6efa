/** What files publish, for those that belong to a contact or company. */
export interface FileEvents {
  'file.added': { name: string; mediaType: string; size: number }
  'file.deleted': { name: string }
  'file.restored': { name: string }
}
