import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { findRows } from '../../../platform/db/row.ts'
import { isDemoRecord, settleDemoRows } from '../../../platform/record/demo-records.ts'
import { hasColumn } from '../../../platform/record/record-kind.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { hasFields } from './fielded.ts'

/** Fields that one's own records fill in stay when the demo leaves. */
export const demo: DemoPart = {
  async remove(ctx) {
    await letGo(ctx)
    const { app, workspaceId } = ctx
    const isFilledIn = app.records.filter(hasFields).map(
      ({ name, table }) => sql`d.object = ${name} and exists (
          select from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and r.fields ? d.key)`,
    )
    return () => settleDemoRows(ctx, 'fields', sql<boolean>`${sql.join(isFilledIn, sql` or `)}`)
  },
}

/** One's own records name no demo record in a custom field. */
async function letGo({ db, app, workspaceId }: Ctx): Promise<void> {
  const referred = app.records.filter(kind => kind.reference && hasColumn(kind, 'isDemo'))
  const types = referred.map(({ name }) => name)
  const rows = await findRows({ db, workspaceId }, 'fields', ['object', 'key', 'type'], { type: types })
  for (const { object, key, type } of rows) {
    const { table } = app.records.find(kind => kind.name === object)!
    const to = referred.find(kind => kind.name === type)!.table
    const namesDemo = isDemoRecord(workspaceId, sql`(own.fields ->> ${key}::text)::uuid`, to)
    const emptied = sql`
      update ${sql.table(table)} own set fields = own.fields - ${key}::text
      where own.workspace_id = ${workspaceId} and not own.is_demo and own.fields ? ${key}::text and ${namesDemo}`
    await emptied.execute(db)
  }
}
