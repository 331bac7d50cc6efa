import { within, type App } from '../../../../platform/context.ts'
import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { createUser } from '../../../../platform/auth/users.ts'
import { hashKey, randomKey } from '../../../../platform/crypto/hash.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { memberEvents } from '../../members/events.ts'
import { insertMember } from '../../members/public.ts'
import { insertWorkspace } from '../../settings/public.ts'
import { countAttempt } from '../attempts.ts'
import { auditorOf } from '../audit-sign-in.ts'
import type { Browser } from '../person.ts'
import type { SetupInput } from '../schema.ts'
import { startSession } from './sign-in.ts'
import { hasWorkspaces } from '../../../../platform/workspaces.ts'

const words = defineMessages('sign-in.setup', {
  replacedLink: 'This link was used already or replaced by a newer one. Start Rapport again to get a new link.',
})

const key = 'owner-link'

/**
 * A one-time link to create the first workspace and its owner; null when there is a workspace. A new link replaces the
 * one before, so that only what was printed last works.
 */
export async function createOwnerLink({ db, config }: App): Promise<string | null> {
  if (await hasWorkspaces(db)) return null
  const token = randomKey()
  const value = JSON.stringify({ hash: hashKey(token).toString('hex') })
  await db
    .insertInto('instanceValues')
    .values({ key, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return `${config.origin}/setup/${token}`
}

export async function checkSetup(app: App, { request }: Browser, token: string): Promise<void> {
  const forgive = countAttempt(app, 'link', `setup ${request.ip}`, request)
  const row = await app.db.selectFrom('instanceValues').select('value').where('key', '=', key).executeTakeFirst()
  if ((row?.value as { hash?: string } | undefined)?.hash !== hashKey(token).toString('hex')) throw used()
  forgive()
}

export async function setUp(
  app: App,
  browser: Browser,
  token: string,
  body: SetupInput,
): Promise<{ twoFactorRequired: boolean }> {
  await checkSetup(app, browser, token)
  await inTransaction(app, async ({ db }) => {
    const taken = await db.deleteFrom('instanceValues').where('key', '=', key).returning('value').executeTakeFirst()
    if ((taken?.value as { hash?: string } | undefined)?.hash !== hashKey(token).toString('hex')) throw used()
    const now = app.clock.now()
    const { workspaceName, name, email, password, ...settings } = body
    const workspaceId = await insertWorkspace(db, { name: workspaceName, ...settings }, now)
    const userId = await createUser(db, { name, email, password })
    const memberId = await insertMember({ db, workspaceId }, { userId, name, email, role: 'owner' }, now)
    await record({ db, workspaceId, actor: { kind: 'member', memberId }, now: () => now }, [
      memberEvents.joined({ id: memberId }, { role: 'owner', invitedBy: null }),
    ])
    await audit(within(auditorOf(app, { workspaceId, memberId }, browser.request), db), {
      action: 'workspace.created',
      subjectType: 'member',
      subjectId: memberId,
    })
  })
  return startSession(app, browser, { email: body.email, password: body.password }, 'setup')
}

function used(): AppError {
  return new AppError('invalid', say(words, 'replacedLink'))
}
