import { sql } from 'kysely'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { defineText } from '../../kernel/messages.ts'
import type { Db } from '../db/database.ts'
import { acrossWorkspaces } from '../db/guard/guard.ts'
import { rightsChanged } from './rights.ts'

const hasAccount = defineText('platform.users.hasAccount', 'There is an account for {email} already. Use its password.')

/** A person who can sign in with `password`, in the caller's transaction. `email` is lower case. */
export async function createUser(
  tx: Db,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  const id = newId()
  const made = await tx
    .insertInto('users')
    .values({ id, name, email })
    .onConflict(conflict => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new AppError('conflict', hasAccount({ email }))
  await tx
    .insertInto('accounts')
    .values({
      id: newId(),
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: await hashPassword(password),
    })
    .execute()
  return id
}

export async function findUser(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('users').select(['id', 'name']).where('email', '=', email).executeTakeFirst()
}

/** Whether there is such an account whose password was never changed. */
export async function hasFirstPassword(db: Db, email: string): Promise<boolean> {
  const user = await findUser(db, email)
  if (!user) return false
  const accounts = db.selectFrom('accounts').select('id').where('userId', '=', user.id)
  const untouched = accounts.where('providerId', '=', 'credential').whereRef('updatedAt', '=', 'createdAt')
  return (await untouched.executeTakeFirst()) !== undefined
}

export async function isPasswordOf(db: Db, userId: string, password: string): Promise<boolean> {
  const account = await db
    .selectFrom('accounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (!account?.password) return false
  const { verifyPassword } = await import('better-auth/crypto')
  return verifyPassword({ hash: account.password, password })
}

/** Which of these accounts ask for a second factor. */
export async function readTwoFactor(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  if (userIds.length === 0) return new Map()
  const users = await db.selectFrom('users').select(['id', 'twoFactorEnabled']).where('id', 'in', userIds).execute()
  return new Map(users.map(user => [user.id, user.twoFactorEnabled]))
}

/** Ends every challenge under way for a person: other reset links, half-finished sign-ins. */
export async function dropChallenges(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('verifications').where('value', '=', userId).execute()
}

/** Deletes those of these accounts that belong to no workspace any more. */
export async function deleteUnusedUsers(tx: Db, userIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`${sql.raw(acrossWorkspaces)}
    select u.id from users u where u.id = any(${userIds}::uuid[])
      and not exists (
        select from members m join workspaces w on w.id = m.workspace_id where m.user_id = u.id)`.execute(tx)
  const unused = rows.map(row => row.id)
  if (unused.length > 0) await tx.deleteFrom('users').where('id', 'in', unused).execute()
}

/** Signs a person out wherever they work in this workspace. */
export async function endSessions(tx: Db, userId: string, workspaceId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('userId', '=', userId).where('workspaceId', '=', workspaceId).execute()
  rightsChanged(tx)
}
