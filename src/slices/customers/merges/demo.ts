import { sql } from 'kysely'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { unmergeContacts } from './commands/unmerge-contacts.ts'

/** Merges of a demo contact with one's own are undone before the demo leaves. */
export const demo: DemoPart = {
  async remove(ctx) {
    const { rows } = await sql<{ id: string }>`
      select m.id from merges m
        join contacts s on s.workspace_id = m.workspace_id and s.id = m.survivor_id
        join contacts d on d.workspace_id = m.workspace_id and d.id = m.merged_id
      where m.workspace_id = ${ctx.workspaceId} and m.undone_at is null and s.is_demo <> d.is_demo`.execute(ctx.db)
    await unmergeContacts(
      ctx,
      rows.map(row => row.id),
    )
  },
}
