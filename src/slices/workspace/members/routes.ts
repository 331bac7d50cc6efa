import type { Ctx } from '../../../platform/context.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeMember, changeRole } from './commands/change-member.ts'
import { inviteMember, renewInvitation, revokeInvitation } from './commands/invite.ts'
import { removeMember } from './commands/remove-member.ts'
import { getMember, listInvitations, listMembers } from './queries.ts'
import * as schema from './schema.ts'

const getInvitation = async (ctx: Ctx, id: string) => (await listInvitations(ctx, id))[0]!

export const routes = [
  route(schema.listMembers, (ctx, { query }) => listMembers(ctx, query)),
  route(schema.listInvitations, async ctx => ({ items: await listInvitations(ctx) })),
  route(schema.inviteMember, async (ctx, { body }) => getInvitation(ctx, await inviteMember(ctx, body))),
  commandRoute(schema.renewInvitation, renewInvitation, getInvitation),
  route(schema.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id)),
  route(schema.getMember, (ctx, { params }) => getMember(ctx, params.id)),
  commandRoute(schema.changeMember, changeMember, getMember),
  commandRoute(schema.changeRole, (ctx, id, body) => changeRole(ctx, id, body.role), getMember),
  route(schema.removeMember, (ctx, { params, query }) => removeMember(ctx, params.id, query.reassignTo ?? null)),
]
