import { sql, type RawBuilder } from 'kysely'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import {
  complete,
  keysOf,
  type Changes,
  type Columns,
  type New,
  type RecordDefinition,
  type Stored,
} from '../../kernel/record/record.ts'
import type { Owned } from '../../kernel/permissions.ts'
import type { Ctx } from '../context.ts'
import { memberNow } from '../auth/memberships.ts'
import type { Tenant } from '../db/database.ts'
import { findRows, insertAll, updateEach, updateRows, type Table } from '../db/row.ts'
import { mayTouch } from '../list/visible.ts'
import { isOwner } from './named-members.ts'

const words = defineMessages('platform.statements', {
  othersOwn: 'This belongs to somebody else, and your role changes only its own and its team’s. Nothing was saved.',
})

/** Rows for new records by one statement, whatever their number; what may be left out has its default. */
export async function insertRecords<C extends Columns, Returned = never>(
  tenant: Tenant,
  { table, columns }: RecordDefinition<string, C>,
  records: readonly New<C>[],
  now?: Date,
  ending?: RawBuilder<Returned>,
): Promise<Returned[]> {
  const inserted = Object.entries(columns).filter(([, column]) => !column.uses.includes('later'))
  const stamps: Record<string, unknown> = { createdAt: now, updatedAt: now }
  const rows = records.map(record =>
    Object.fromEntries(
      inserted.map(([key, { empty, uses }]) => {
        const value = (record as Record<string, unknown>)[key]
        if (value !== undefined) return [key, value]
        const fallback = uses.includes('defaulted') ? (stamps[key] ?? empty) : undefined
        if (fallback === undefined) throw new Error(`A new row of ${table} has no ${key}.`)
        return [key, fallback]
      }),
    ),
  )
  return insertAll(tenant, table as Table, rows, ending)
}

/** These records by their ids, only looked at. */
export async function findRecords<C extends Columns>(
  tenant: Tenant,
  table: string,
  columns: C,
  ids: readonly string[],
  isSeen: RawBuilder<boolean> = sql`true`,
  lock: RawBuilder<unknown> = sql``,
): Promise<Stored<C>[]> {
  const inOrder = sql`and ${isSeen} order by id ${lock}`
  return (await findRows(tenant, table as Table, keysOf(columns) as never[], ids, inOrder)) as unknown as Stored<C>[]
}

/** The same, locked for a change. */
export function lockRecords<C extends Columns>(
  tenant: Tenant,
  table: string,
  columns: C,
  ids: readonly string[],
  isSeen?: RawBuilder<boolean>,
): Promise<Stored<C>[]> {
  return findRecords(tenant, table, columns, ids, isSeen, sql`for update`)
}

/** Locks records that the actor may change; one that is unknown or not the actor's refuses the whole call with `absent`. */
export function ownLocks<C extends Columns & Record<'deletedAt', Columns[string]>>(
  { table, isShared }: Pick<RecordDefinition, 'table' | 'isShared'>,
  columns: C,
  absent: () => AppError,
  /** Where that is not whose it is. */
  isSeen?: (ctx: Ctx, alias: string) => RawBuilder<boolean>,
) {
  const isOwn = (ctx: Ctx, row: object) => !('ownerId' in columns) || mayTouch(ctx, row as Owned)
  const all = async (ctx: Ctx, ids: string[]): Promise<Stored<C>[]> => {
    const found = await lockRecords(ctx, table, columns, ids, isSeen?.(ctx, 't'))
    const areOwn = found.every(row => isOwn(ctx, row))
    if (found.length < new Set(ids).size || !(areOwn || isShared)) throw absent()
    if (!areOwn) throw new AppError('forbidden', say(words, 'othersOwn'))
    return found
  }
  return {
    lockRows: all,
    /** Those in the bin too; answers their ids. */
    async lockAll(ctx: Ctx, ids: string[]): Promise<string[]> {
      await all(ctx, ids)
      return ids
    },
    async lockOne(ctx: Ctx, id: string): Promise<Stored<C>> {
      const [row] = await all(ctx, [id])
      if ((row as { deletedAt: Date | null }).deletedAt) throw absent()
      return row!
    },
  }
}

/** That its row counts a change, and when somebody made it. */
function stampsOf({ columns }: Pick<RecordDefinition, 'columns'>, now?: Date): RawBuilder<unknown>[] {
  return [
    ...('version' in columns ? [sql`version = t.version + 1`] : []),
    ...(now && 'updatedAt' in columns ? [sql`updated_at = ${now}`] : []),
  ]
}

/** Sets what has changed of a record, or of several alike, and counts the change. */
export async function updateRecord<C extends Columns>(
  tenant: Tenant,
  definition: RecordDefinition<string, C>,
  id: string | readonly string[],
  changes: Changes<C>,
  now?: Date,
): Promise<void> {
  await updateRows(tenant, definition.table as Table, id, changes, stampsOf(definition, now))
}

export interface Rewriting {
  /** When somebody edited them; left out when nobody did. */
  now?: Date
  /** Keeps only references to what is still there. */
  keepsOnlyThere?: boolean
}

/**
 * Sets these columns of many records by one statement. A row that lacks one of them is refused before anything is
 * written: it would be emptied. Nothing is given to a member who left; nor is anything else named that is gone, where only
 * what is there is kept.
 */
export async function rewriteRecords<C extends Columns>(
  tenant: Tenant,
  definition: RecordDefinition,
  columns: C,
  rows: readonly Stored<C>[],
  { now, keepsOnlyThere = false }: Rewriting = {},
): Promise<void> {
  const { workspaceId } = tenant
  const setTo = (key: string, given: RawBuilder<unknown>) => {
    const { refersTo, type } = columns[key]!
    if (isOwner(columns[key]!)) return memberNow(workspaceId, given)
    if (!keepsOnlyThere || refersTo === undefined || type !== 'uuid') return given
    return sql`
      (select kept.id from ${sql.table(refersTo)} kept where kept.workspace_id = ${workspaceId} and kept.id = ${given})`
  }
  const all = rows.map(row => complete(columns, row))
  await updateEach(tenant, definition.table as Table, ['id'], all, { besides: stampsOf(definition, now), setTo })
}

/** The same for records of one kind. */
export function insertingOf<C extends Columns>(definition: RecordDefinition<string, C>) {
  return async (tenant: Tenant, records: readonly New<C>[], now?: Date): Promise<void> => {
    await insertRecords(tenant, definition, records, now)
  }
}

export function updatingOf<C extends Columns>(definition: RecordDefinition<string, C>) {
  return (tenant: Tenant, id: string | readonly string[], changes: Changes<C>, now?: Date) =>
    updateRecord(tenant, definition, id, changes, now)
}

export function rewritingOf<C extends Columns>(definition: RecordDefinition, columns: C) {
  return (tenant: Tenant, rows: readonly Stored<C>[], now: Date) =>
    rewriteRecords(tenant, definition, columns, rows, { now })
}
