import { sql } from 'kysely'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { deleteRows, type Table } from '../../../../platform/db/row.ts'
import { deleteDemoEvents } from '../../../../platform/events/take-out.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { letGoOfDemo } from '../../../../platform/record/demo-records.ts'
import { columnName } from '../../../../platform/db/column-name.ts'
import { namingColumns } from '../../../../platform/record/linked.ts'
import { hasColumn, referencesOf, type RecordKind } from '../../../../platform/record/record-kind.ts'
import { demoEvents } from '../events.ts'
import { countDemoMembers, lockDemo } from '../queries.ts'
import { ofEach, type Removed } from '../schema.ts'

const nothing: Removed = ofEach(0)

/**
 * Removes the demo company at one go, or nothing of it. The caller stays, with whatever is not demo; what of it pointed
 * at demo records points at nothing. Takes as long as it takes, a large demo some minutes.
 */
export async function removeDemo(ctx: Ctx): Promise<Removed> {
  return inTransaction(ctx, async ctx => {
    await sql`select set_config('statement_timeout', '0', true)`.execute(ctx.db)
    if (!(await lockDemo(ctx))) return nothing
    const members = await countDemoMembers(ctx)
    const afterwards: (() => Promise<void>)[] = []
    for (const { remove } of ctx.app.demoParts) {
      const settle = await remove?.(ctx)
      if (settle) afterwards.push(settle)
    }
    const records = await removeRecords(ctx)
    for (const settle of afterwards) await settle()

    const removed = { ...nothing, ...records, members }
    await record(ctx, [demoEvents.removed(null, removed)])
    await audit(ctx, { action: 'demo.removed', detail: removed })
    await tellLive(ctx, ['demo.removed'])
    return removed
  })
}

const customers = { contacts: 'contacts', companies: 'companies' }

/** Takes away records with their events, what names others first; how many of each kind there were. */
async function removeRecords({ db, app, workspaceId }: Ctx): Promise<Partial<Removed>> {
  const kinds = namingFirst(app.records.filter(kind => hasColumn(kind, 'isDemo')))
  const tables = kinds.map(({ table }) => table)
  const others = tables.filter(table => !Object.values(customers).includes(table))
  await deleteDemoEvents({ db, workspaceId }, customers, others)
  for (const kind of kinds) {
    const named = namingColumns(kinds, kind).filter(({ to }) => tables.includes(to))
    for (const { column, to } of named) await letGoOfDemo({ db, workspaceId }, kind.table, columnName(column), to)
  }
  const counts: Record<string, number> = {}
  for (const table of tables)
    counts[table] = await deleteRows({ db, workspaceId }, table as Table, { isDemo: true } as object)
  return Object.fromEntries(Object.entries(counts).filter(([table]) => table in nothing))
}

/** Kinds of records in an order in which each comes before those that it refers to. */
function namingFirst(kinds: readonly RecordKind[]): RecordKind[] {
  const ordered = new Set<RecordKind>()
  const add = (kind: RecordKind) => {
    if (ordered.has(kind)) return
    for (const other of kinds) if (referencesOf(other).some(({ to }) => to === kind.table)) add(other)
    ordered.add(kind)
  }
  for (const kind of kinds) add(kind)
  return [...ordered]
}
