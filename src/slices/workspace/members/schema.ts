import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { emailAddress, lineOf } from '../../../kernel/input.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { roles } from '../../../kernel/permissions.ts'

const line = (length: number) => lineOf(length)
const email = emailAddress

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  jobTitle: z.string().nullable(),
  teamIds: z.array(id),
  avatarFileId: id.nullable(),
  /** False for people of the demo company, who only act in its story. */
  hasAccount: z.boolean(),
  isTwoFactorOn: z.boolean(),
  createdAt: z.string(),
  removedAt: z.string().nullable(),
})
export type Member = z.output<typeof member>

export const invitation = z.object({
  id,
  email: z.string(),
  role: z.enum(roles),
  teamIds: z.array(id),
  invitedBy: id,
  invitedByName: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  isExpired: z.boolean(),
})
export type Invitation = z.output<typeof invitation>

export const invitationInput = z.strictObject({ email, role: z.enum(roles), teamIds: z.array(id).max(100).default([]) })
export type InvitationInput = z.output<typeof invitationInput>

export const memberPatch = z.strictObject({
  name: line(120).min(1).optional(),
  jobTitle: line(120).nullish(),
  teamIds: z.array(id).max(100).optional(),
})
export type MemberPatch = z.output<typeof memberPatch>

/** Who is listed: those who belong to the workspace now, those who did, or both. */
export const memberListQuery = listQuery.extend({ status: z.enum(['active', 'removed', 'all']).default('active') })
export type MemberListQuery = z.output<typeof memberListQuery>

const { get, patch, put, remove, create, post } = endpointsOf('members', {
  read: 'members:read',
  write: 'members:manage',
})

export const listMembers = get('/members', 'List members', {
  query: memberListQuery,
  response: page(member),
})
export const getMember = get('/members/{id}', 'Get a member', { response: member })
export const changeMember = patch('/members/{id}', 'Change name, job title or teams of a member', {
  body: memberPatch,
  response: member,
})
export const changeRole = put('/members/{id}/role', 'Change the role of a member', {
  body: z.strictObject({ role: z.enum(roles) }),
  response: member,
})
export const removeMember = remove('/members/{id}', 'Remove a member and give what they own to another', {
  query: z.strictObject({ reassignTo: id.optional() }),
})

export const listInvitations = get('/members/invitations', 'List invitations that wait to be accepted', {
  access: 'members:manage',
  response: itemsOf(invitation),
})
export const inviteMember = create('/members/invitations', 'Invite a person by e-mail', {
  body: invitationInput,
  response: invitation,
})
export const renewInvitation = post('/members/invitations/{id}/renewal', 'Send an invitation again with a new link', {
  response: invitation,
})
export const revokeInvitation = remove('/members/invitations/{id}', 'Withdraw an invitation')
