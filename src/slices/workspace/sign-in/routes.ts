import { handle, handleInstance, type Route } from '../../../platform/http/route.ts'
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
import { personOf } from './person.ts'
import { getSession, listDevices, listPasskeys } from './queries.ts'
import * as schema from './schema.ts'

export const routes: Route[] = [
  handleInstance(schema.signIn, (app, input) => signIn(app, input, input.body)),
  handleInstance(schema.signInSecondFactor, (app, input) => signInSecondFactor(app, input, input.body.code)),
  handleInstance(schema.startPasskeySignIn, (app, input) => startPasskeySignIn(app, input)),
  handleInstance(schema.signInPasskey, (app, input) => signInPasskey(app, input, input.body.response)),
  handle(schema.getSession, async (ctx, input) => {
    renewCookie(ctx, input)
    return getSession(ctx)
  }),
  handle(schema.signOut, (ctx, input) => signOut(ctx, input)),
  handle(schema.changeWorkspace, (ctx, { body }) => changeWorkspace(ctx, body.workspaceId)),
  handle(schema.listSessions, async ctx => ({ items: await listDevices(ctx, personOf(ctx)) })),
  handle(schema.endSession, (ctx, { params }) => endSession(ctx, params.id)),
  handle(schema.endOtherSessions, async ctx => ({ count: await endOtherSessions(ctx) })),

  handleInstance(schema.requestPasswordReset, (app, input) => requestPasswordReset(app, input, input.body.email)),
  handleInstance(schema.resetPassword, (app, input) =>
    resetPassword(app, input, input.params.token, input.body.password),
  ),
  handle(schema.changePassword, (ctx, input) => changePassword(ctx, input, input.body)),

  handle(schema.getTwoFactor, ctx => findTwoFactor(ctx)),
  handle(schema.startTwoFactor, (ctx, input) => startTwoFactor(ctx, input, input.body.password)),
  handle(schema.confirmTwoFactor, (ctx, input) => confirmTwoFactor(ctx, input, input.body.code)),
  handle(schema.renewBackupCodes, async (ctx, input) => ({
    backupCodes: await renewBackupCodes(ctx, input, input.body.password),
  })),
  handle(schema.stopTwoFactor, (ctx, input) => stopTwoFactor(ctx, input, input.body.password)),

  handle(schema.listPasskeys, async ctx => ({ items: await listPasskeys(ctx.db, personOf(ctx).userId) })),
  handle(schema.startPasskey, (ctx, input) => startPasskey(ctx, input, input.body.password)),
  handle(schema.addPasskey, (ctx, input) => addPasskey(ctx, input, input.body)),
  handle(schema.renamePasskey, (ctx, { params, body }) => renamePasskey(ctx, params.id, body.name)),
  handle(schema.removePasskey, (ctx, { params }) => removePasskey(ctx, params.id)),

  handleInstance(schema.getInvitation, (app, input) => getInvitation(app, input, input.params.token)),
  handleInstance(schema.acceptInvitation, (app, input) => acceptInvitation(app, input, input.params.token, input.body)),
  handleInstance(schema.getSetup, (app, input) => checkSetup(app, input, input.params.token)),
  handleInstance(schema.setUp, (app, input) => setUp(app, input, input.params.token, input.body)),

  handle(schema.changeProfile, async (ctx, { body }) => {
    await changeProfile(ctx, body)
    return getSession(ctx)
  }),
]
