import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { demoRecords, type Demo, type DemoRecords } from './schema.ts'

const countsUpTo = 10_000

export async function getDemo(ctx: Ctx): Promise<Demo> {
  const { isDemo } = ctx.workspace
  const records = demoRecords.map(async kind => {
    const count = isDemo ? await countDemo(ctx, kind) : 0
    return [kind, { count: Math.min(count, countsUpTo), isCapped: count > countsUpTo }]
  })
  return { isDemo, ...(Object.fromEntries(await Promise.all(records)) as Omit<Demo, 'isDemo'>) }
}

async function countDemo(ctx: Ctx, table: DemoRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${sql.table(table)} d where d.workspace_id = ${ctx.workspaceId} and d.is_demo limit ${countsUpTo + 1}
    ) counted`.execute(ctx.db)
  return rows[0]!.count
}

/** Locks the workspace; false when it holds no demo. */
export async function lockDemo({ db, workspaceId }: Tenant): Promise<boolean> {
  const row = await db
    .selectFrom('workspaces')
    .select('isDemo')
    .where('id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst()
  return row?.isDemo ?? false
}

/** The demo's staff, without whoever acts. */
export async function countDemoMembers({ db, workspaceId, actor }: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from members m
    where m.workspace_id = ${workspaceId} and m.is_demo and m.id is distinct from ${actor.memberId}::uuid`.execute(db)
  return rows[0]!.count
}
