import { atEndOf, type Db } from '../db/database.ts'

let version = 0

/** Counts the changes that this process has made to who somebody is and what they may do. */
export function rightsVersion(): number {
  return version
}

/**
 * Says that sessions, members, their teams, keys or the settings of a workspace were changed: who asked a moment ago is
 * looked up again, at once or from the end of the transaction on.
 */
export function rightsChanged(tx?: Db): void {
  if (tx === undefined) version++
  else atEndOf(tx, () => version++)
}
