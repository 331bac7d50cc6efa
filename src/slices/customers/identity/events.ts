/** What identity publishes, on both contacts; that two became one is `contact.merged`. `contactId` is the other contact. */
export interface IdentityEvents {
  'identity.parted': { decisionId: string; contactId: string; name: string }
  'identity.parting-taken-back': { decisionId: string; contactId: string; name: string }
}
