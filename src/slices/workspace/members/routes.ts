import { route } from '../../../platform/http/route.ts'
import { changeMember, changeRole } from './commands/change-member.ts'
import { inviteMember, renewInvitation, revokeInvitation } from './commands/invite.ts'
import { removeMember } from './commands/remove-member.ts'
import { getMember, listInvitations, listMembers } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listMembers, (ctx, { query }) => listMembers(ctx, query)),
  route(schema.listInvitations, async ctx => ({ items: await listInvitations(ctx) })),
  route(schema.inviteMember, async (ctx, { body }) => {
    const [invitation] = await listInvitations(ctx, await inviteMember(ctx, body))
    return invitation!
  }),
  route(schema.renewInvitation, async (ctx, { params }) => {
    await renewInvitation(ctx, params.id)
    const [invitation] = await listInvitations(ctx, params.id)
    return invitation!
  }),
  route(schema.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id)),
  route(schema.getMember, (ctx, { params }) => getMember(ctx, params.id)),
  route(schema.changeMember, async (ctx, { params, body }) => {
    await changeMember(ctx, params.id, body)
    return getMember(ctx, params.id)
  }),
  route(schema.changeRole, async (ctx, { params, body }) => {
    await changeRole(ctx, params.id, body.role)
    return getMember(ctx, params.id)
  }),
  route(schema.removeMember, (ctx, { params, query }) => removeMember(ctx, params.id, query.reassignTo ?? null)),
]
