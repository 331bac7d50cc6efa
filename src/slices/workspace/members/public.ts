export { getOpenInvitation, takeInvitation, type OpenInvitation } from './invitation.ts'
export { insertMember, isMember } from './store.ts'
