import { sql } from 'kysely'
import type { DemoPart } from '../demo/public.ts'

/** The workspace is one's own when the demo has left, and its name says so. */
export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    const isOwn = sql`
      update workspaces set is_demo = false, name = regexp_replace(name, ' \\(demo\\)$', '') where id = ${workspaceId}`
    return async () => void (await isOwn.execute(db))
  },
}
