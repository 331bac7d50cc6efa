import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { contactRecord, mergedColumns, type MergeableRow } from '../record.ts'
import { addressParts, isBlank, valuesOf, type Address, type Values } from './values.ts'
import { only } from '../../../../kernel/record/record.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'

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
export async function readValues({ db, workspaceId }: Tenant, ids: readonly string[]): Promise<Map<string, Described>> {
  const { rows } = await sql<MergeableRow & { id: string; source: string | null; createdAt: Date }>`
    select c.id, c.source, c.created_at, ${mergeable}
    from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(db)
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

const filledColumns = { ...mergedColumns, ...only(contactRecord.columns, 'id', 'sortName', 'searchText') }

/**
 * Sets what a merge may fill, of many contacts by one statement. It is nobody's edit, so `updated_at` stays. What kept
 * values refer to may be gone for good by now.
 */
export async function writeRows(
  tenant: Tenant,
  contacts: (MergeableRow & { id: string; searchText: string })[],
): Promise<void> {
  const rows = contacts.map(contact => ({ ...contact, sortName: sortNameOf(contact.name) }))
  await rewriteRecords(tenant, contactRecord, filledColumns, rows, { keepsOnlyThere: true })
}
