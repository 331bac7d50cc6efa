import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { mergedColumns, type MergeableRow } from '../record.ts'
import { addressParts, isBlank, valuesOf, type Address, type Values } from './values.ts'

const mergeable = selectOf(mergedColumns, 'c')

export interface Described {
  id: string
  name: string
  lifecycle: string
  source: string | null
  createdAt: string
  values: Values
}

/** What contacts show, value by value, as a merge compares them. */
export async function readValues(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, Described>> {
  const { rows } = await sql<MergeableRow & { id: string; source: string | null; createdAt: Date }>`
    select c.id, c.source, c.created_at, ${mergeable}
    from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ id, source, createdAt, ...row }) => [
      id,
      {
        id,
        name: row.name,
        lifecycle: row.lifecycle,
        source,
        createdAt: createdAt.toISOString(),
        values: valuesOf(row),
      },
    ]),
  )
}

/** Whether there is nothing under `key`; of an address, not one part of it. */
export function isBlankValue(key: string, value: unknown): boolean {
  return key === 'address' ? addressParts.every(part => isBlank((value as Address)[part])) : isBlank(value)
}
