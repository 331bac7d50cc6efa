import { newId } from '../kernel/ids.ts'
import type { Role } from '../kernel/permissions.ts'
import { createUser } from '../platform/auth/users.ts'
import * as signIn from '../slices/workspace/sign-in/schema.ts'
import { BrowserClient } from './browser-client.ts'
import type { TestApp } from './test-app.ts'

export interface Person {
  userId: string
  memberId: string
  email: string
  password: string
  /** A browser that has just signed in. */
  signIn(): Promise<BrowserClient>
}

/** A member with a password of their own. */
export async function aPerson(
  t: TestApp,
  workspaceId: string,
  role: Role = 'owner',
  name = 'Petra Person',
): Promise<Person> {
  const memberId = newId()
  const email = `${memberId}@example.test`
  const password = 'correct horse battery'
  const userId = await createUser(t.app.db, { name, email, password })
  await t.app.db.insertInto('members').values({ workspaceId, id: memberId, userId, name, email, role }).execute()
  return {
    userId,
    memberId,
    email,
    password,
    async signIn() {
      const browser = new BrowserClient(t.server)
      await browser.call(signIn.signIn, { body: { email, password } })
      return browser
    },
  }
}
