import type { Verdict } from './schema.ts'

/** What identity publishes; the merge itself is `contact.merged`. */
export interface IdentityEvents {
  'identity.decided': { verdict: Verdict; aId: string; bId: string; probability: number | null }
  'identity.decision-taken-back': { verdict: Verdict; aId: string; bId: string }
  'identity.candidate-changed': { assigneeId?: string | null; isLater?: boolean }
  'identity.settings-changed': { reviewThreshold: number; autoThreshold: number; isAutomatic: boolean }
}
