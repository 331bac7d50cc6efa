import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { rightsChanged } from './rights.ts'

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
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new AppError('conflict', `There is an account for ${email} already. Use its password.`)
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

/** Ends every challenge under way for a person: other reset links, half-finished sign-ins. */
export async function dropChallenges(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('verifications').where('value', '=', userId).execute()
}

/** Signs a person out wherever they work in this workspace. */
export async function endSessions(tx: Db, userId: string, workspaceId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('userId', '=', userId).where('workspaceId', '=', workspaceId).execute()
  rightsChanged(tx)
}
