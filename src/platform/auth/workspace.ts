import { APIError } from 'better-auth/api'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** The workspace a new session works in: the one asked for if the person belongs to it, else the first they joined. */
export async function chooseWorkspace(db: Db, userId: string, wanted: unknown): Promise<string> {
  const preferred = typeof wanted === 'string' ? wanted : null
  const row = await db
    .selectFrom('workspaces as w')
    .innerJoin('members as m', 'm.workspaceId', 'w.id')
    .select('w.id')
    .where('m.userId', '=', userId)
    .where('m.removedAt', 'is', null)
    .orderBy(sql`(w.id = ${preferred}) desc nulls last`)
    .orderBy('m.createdAt')
    .orderBy('w.id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) {
    throw new APIError('FORBIDDEN', { code: 'NO_WORKSPACE', message: 'This account belongs to no workspace.' })
  }
  return row.id
}
