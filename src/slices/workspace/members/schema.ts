import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { emailAddress, lineOf } from '../../../kernel/input.ts'
import { listQuery, page } from '../../../kernel/page.ts'
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

const one = z.object({ id })
const tag = 'members'

/** Who is listed: those who belong to the workspace now, those who did, or both. */
export const memberListQuery = listQuery.extend({ status: z.enum(['active', 'removed', 'all']).default('active') })
export type MemberListQuery = z.output<typeof memberListQuery>

export const listMembers = endpoint({
  method: 'GET',
  path: '/members',
  access: 'members:read',
  tag,
  summary: 'List members',
  query: memberListQuery,
  response: page(member),
})
export const getMember = endpoint({
  method: 'GET',
  path: '/members/{id}',
  access: 'members:read',
  tag,
  summary: 'Get a member',
  params: one,
  response: member,
})
export const changeMember = endpoint({
  method: 'PATCH',
  path: '/members/{id}',
  access: 'members:manage',
  tag,
  summary: 'Change name, job title or teams of a member',
  params: one,
  body: memberPatch,
  response: member,
})
export const changeRole = endpoint({
  method: 'PUT',
  path: '/members/{id}/role',
  access: 'members:manage',
  tag,
  summary: 'Change the role of a member',
  params: one,
  body: z.strictObject({ role: z.enum(roles) }),
  response: member,
})
export const removeMember = endpoint({
  method: 'DELETE',
  path: '/members/{id}',
  access: 'members:manage',
  tag,
  summary: 'Remove a member and give what they own to another',
  params: one,
  query: z.strictObject({ reassignTo: id.optional() }),
})

export const listInvitations = endpoint({
  method: 'GET',
  path: '/members/invitations',
  access: 'members:manage',
  tag,
  summary: 'List invitations that wait to be accepted',
  response: z.object({ items: z.array(invitation) }),
})
export const inviteMember = endpoint({
  method: 'POST',
  path: '/members/invitations',
  access: 'members:manage',
  tag,
  summary: 'Invite a person by e-mail',
  body: invitationInput,
  response: invitation,
  status: 201,
})
export const renewInvitation = endpoint({
  method: 'POST',
  path: '/members/invitations/{id}/renewal',
  access: 'members:manage',
  tag,
  summary: 'Send an invitation again with a new link',
  params: one,
  response: invitation,
})
export const revokeInvitation = endpoint({
  method: 'DELETE',
  path: '/members/invitations/{id}',
  access: 'members:manage',
  tag,
  summary: 'Withdraw an invitation',
  params: one,
})
