import { instanceRoute, route, type Route, settingsRoute } from '../../../platform/http/route.ts'
import { acceptInvitation, getInvitation } from './commands/invitations.ts'
import { addPasskey, removePasskey, renamePasskey, startPasskey } from './commands/passkeys.ts'
import { changePassword, requestPasswordReset, resetPassword } from './commands/passwords.ts'
import { changeProfile } from './commands/profile.ts'
import { changeWorkspace, endOtherSessions, endSession, renewCookie, signOut } from './commands/sessions.ts'
import { checkSetup, setUp } from './commands/setup.ts'
import { signIn, signInPasskey, signInSecondFactor, startPasskeySignIn } from './commands/sign-in.ts'
import {
  confirmTwoFactor,
  findTwoFactor,
  renewBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from './commands/two-factor.ts'
import { signedInPerson } from './person.ts'
import { getSession, listDevices, listPasskeys } from './queries.ts'
import * as schema from './schema.ts'

export const routes: Route[] = [
  instanceRoute(schema.signIn, (app, input) => signIn(app, input, input.body)),
  instanceRoute(schema.signInSecondFactor, (app, input) => signInSecondFactor(app, input, input.body.code)),
  instanceRoute(schema.startPasskeySignIn, (app, input) => startPasskeySignIn(app, input)),
  instanceRoute(schema.signInPasskey, (app, input) => signInPasskey(app, input, input.body.response)),
  route(schema.getSession, async (ctx, input) => {
    renewCookie(ctx, input)
    return getSession(ctx)
  }),
  route(schema.signOut, (ctx, input) => signOut(ctx, input)),
  route(schema.changeWorkspace, (ctx, { body }) => changeWorkspace(ctx, body.workspaceId)),
  route(schema.listSessions, async ctx => ({ items: await listDevices(ctx, signedInPerson(ctx)) })),
  route(schema.endSession, (ctx, { params }) => endSession(ctx, params.id)),
  route(schema.endOtherSessions, async ctx => ({ count: await endOtherSessions(ctx) })),

  instanceRoute(schema.requestPasswordReset, (app, input) => requestPasswordReset(app, input, input.body.email)),
  instanceRoute(schema.resetPassword, (app, input) =>
    resetPassword(app, input, input.params.token, input.body.password),
  ),
  route(schema.changePassword, (ctx, input) => changePassword(ctx, input, input.body)),

  route(schema.getTwoFactor, ctx => findTwoFactor(ctx)),
  route(schema.startTwoFactor, (ctx, input) => startTwoFactor(ctx, input, input.body.password)),
  route(schema.confirmTwoFactor, (ctx, input) => confirmTwoFactor(ctx, input, input.body.code)),
  route(schema.renewBackupCodes, async (ctx, input) => ({
    backupCodes: await renewBackupCodes(ctx, input, input.body.password),
  })),
  route(schema.stopTwoFactor, (ctx, input) => stopTwoFactor(ctx, input, input.body.password)),

  route(schema.listPasskeys, async ctx => ({ items: await listPasskeys(ctx.db, signedInPerson(ctx).userId) })),
  route(schema.startPasskey, (ctx, input) => startPasskey(ctx, input, input.body.password)),
  route(schema.addPasskey, (ctx, input) => addPasskey(ctx, input, input.body)),
  route(schema.renamePasskey, (ctx, { params, body }) => renamePasskey(ctx, params.id, body.name)),
  route(schema.removePasskey, (ctx, { params }) => removePasskey(ctx, params.id)),

  instanceRoute(schema.getInvitation, (app, input) => getInvitation(app, input, input.params.token)),
  instanceRoute(schema.acceptInvitation, (app, input) => acceptInvitation(app, input, input.params.token, input.body)),
  instanceRoute(schema.getSetup, (app, input) => checkSetup(app, input, input.params.token)),
  instanceRoute(schema.setUp, (app, input) => setUp(app, input, input.params.token, input.body)),

  settingsRoute(schema.changeProfile, changeProfile, getSession),
]
