/** What sign-in publishes. */
export interface SignInEvents {
  'member.joined': { role: string; invitedBy: string | null }
  'member.changed': Record<string, never>
}
