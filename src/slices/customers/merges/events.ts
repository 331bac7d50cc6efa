import type { How } from './merge.ts'

/** What merges publish. `contactId` in the data is the other contact. */
export interface MergeEvents {
  /** On the survivor. */
  'contact.merged': { mergeId: string; contactId: string; name: string; how: How }
  /** On both. */
  'contact.unmerged': { mergeId: string; contactId: string; name: string }
  /** On both: handles went from one contact to a new one. */
  'contact.split': { contactId: string; name: string; handles: number }
  /** A customer confirmed that a handle is his. */
  'handle.claimed': { claimId: string; kind: string; value: string; mergeId: string | null }
}
