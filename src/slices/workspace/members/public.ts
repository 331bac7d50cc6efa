export { getOpenInvitation, takeInvitation, type OpenInvitation } from './invitation.ts'
export { findMembersByName, isMemberId } from './find-members.ts'
export { findOwner } from './owner.ts'
export { insertMember, isMember } from './store.ts'
