import type { Channel, Sayer, Way } from './consent.ts'

interface Said {
  /** Key of the purpose. */
  purpose: string
  channel: Channel
  how: Way
  saidBy: Sayer
}

/** What consent publishes; the subject is the record. */
export interface ConsentEvents {
  'consent.requested': Said
  'consent.granted': Said
  'consent.withdrawn': Said
}
