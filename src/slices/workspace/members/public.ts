export { getOpenInvitation, takeInvitation, type OpenInvitation } from './invitation.ts'
export { findOwner } from './owner.ts'
export { insertMember, isMember } from './store.ts'
