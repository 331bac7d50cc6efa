import { globSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { RecordDefinition } from '../kernel/record/record.ts'
import { tenantTables } from '../platform/db/tables.gen.ts'
import { columnName } from '../platform/db/column-name.ts'
import { aTestApp } from '../testing/test-app.ts'

/** Tables whose rows are no records of their own, and why. */
const others: Record<string, string> = {
  ...because(
    'definitions and settings of the workspace',
    'collect_sources',
    'consent_purposes',
    'consent_texts',
    'exchange_rates',
    'forms',
    'identity_settings',
    'import_mappings',
    'legal_holds',
    'retention_rules',
    'views',
  ),
  ...because('people of the company and their keys', 'api_keys', 'invitations', 'members', 'team_members', 'teams'),
  ...because(
    'beside a record: kept in step with it, or read with it',
    'company_facts',
    'contact_facts',
    'device_people',
    'erased_handles',
    'identity_features',
    'intake_traits',
    'merge_values',
  ),
  ...because(
    'what happened: written once',
    'audit_entries',
    'consent_proofs',
    'consents',
    'erasures',
    'event_batches',
    'events',
    'form_submissions',
    'merges',
    'notifications',
    'retention_runs',
    'suppressions',
  ),
  ...because(
    'work in progress',
    'claims',
    'collect_orders',
    'collect_rejections',
    'event_deliveries',
    'idempotency_keys',
    'identity_candidates',
    'identity_decisions',
    'identity_models',
    'identity_runs',
    'identity_waiting',
    'import_changes',
    'import_errors',
    'imports',
    'merge_undoings',
    'outgoing_mail',
    'parked_events',
    'privacy_requests',
    'privacy_steps',
  ),
}

function because(why: string, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(tables.map(table => [table, why]))
}

const t = await aTestApp()

async function definitions(): Promise<RecordDefinition[]> {
  const files = globSync('slices/*/*/record.ts', { cwd: join(import.meta.dirname, '..') })
  const modules = await Promise.all(files.map(file => import(join(import.meta.dirname, '..', file))))
  return modules.flatMap(module => Object.values(module as object).filter(isDefinition))
}

function isDefinition(value: unknown): value is RecordDefinition {
  return typeof value === 'object' && value !== null && 'table' in value && 'columns' in value
}

test('records are defined with the columns that the database has', async () => {
  const { rows } = await sql<{ tableName: string; columnName: string; type: string; isNullable: boolean }>`
    select c.table_name, c.column_name, format_type(a.atttypid, null) as type, c.is_nullable = 'YES' as is_nullable
    from information_schema.columns c
      join pg_attribute a on a.attrelid = c.table_name::regclass and a.attname = c.column_name
    where c.table_schema = 'public' and c.column_name <> 'workspace_id'`.execute(t.app.db)
  const all = await definitions()
  expect(all.length).toBeGreaterThan(5)
  for (const { table, columns } of all) {
    const inDatabase = rows.filter(row => row.tableName === table)
    const described = inDatabase.map(row => [row.columnName, typeOf(row.type), row.isNullable]).sort()
    const defined = Object.entries(columns).map(([key, { type, isNullable }]) => [
      columnName(key),
      typeOf(type),
      isNullable,
    ])
    expect({ table, columns: defined.sort() }).toEqual({ table, columns: described })
  }
})

/** As PostgreSQL calls it; a code of fixed length is text to everybody. */
function typeOf(type: string): string {
  return type === 'timestamptz' ? 'timestamp with time zone' : type === 'character' ? 'text' : type
}

test('every table of a workspace is defined, or says why it is no record', async () => {
  const tables = (await definitions()).map(definition => definition.table)
  const forgotten = tenantTables.filter(table => !tables.includes(table) && !(table in others))
  expect(forgotten).toEqual([])
  expect(Object.keys(others).filter(table => tables.includes(table))).toEqual([])
})
