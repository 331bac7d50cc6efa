import { APIError } from 'better-auth/api'
import type { Db } from '../db/database.ts'
import { listMemberships } from './memberships.ts'

/** The workspace a new session works in: the one asked for if the person belongs to it, else the first they joined. */
export async function chooseWorkspace(db: Db, userId: string, wanted: unknown): Promise<string> {
  const memberships = await listMemberships(db, { userId })
  const chosen = memberships.find(({ workspaceId }) => workspaceId === wanted) ?? memberships[0]
  if (chosen === undefined) {
    throw new APIError('FORBIDDEN', { code: 'NO_WORKSPACE', message: 'This account belongs to no workspace.' })
  }
  return chosen.workspaceId
}
