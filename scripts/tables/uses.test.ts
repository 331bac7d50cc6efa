import { expect, test } from 'vitest'
import { mergedInto, usesIn, writesUnnamed } from './uses.ts'

const owners = new Map([
  ['deals', ['src/slices/sales/deals']],
  ['deal_stages', ['src/slices/sales/deals']],
  ['contacts', ['src/slices/customers/contacts']],
  [mergedInto, ['src/slices/customers/contacts']],
])
const definitions = new Map([['dealRecord', 'deals']])

const statements =
  "import { insertRecords, lockRecords, ownLocks } from '../../platform/record/statements.ts'\n" +
  "import { deleteRows } from '../../platform/db/row.ts'\n"
const demo = "import { isDemoRecord, letGoOfDemo } from '../../platform/record/demo-records.ts'\n"

const uses = (source: string, file = 'src/slices/customers/tasks/store.ts') =>
  [...new Set(usesIn(file, source, { owners, definitions }).map(({ kind, table }) => `${kind} ${table}`))].sort()

test.each([
  ['await sql`insert into deals (id) values (1)`', ['writes deals']],
  ['await sql`update only deals set name = null`', ['writes deals']],
  ['await sql`UPDATE deals SET name = null`', ['writes deals']],
  ['await sql`delete from public.deals`', ['writes deals']],
  ["const path = '/v1/*'\nawait sql`delete from deals` /* all */", ['writes deals']],
  ['await sql`select from tasks t, deals d, deal_stages s`', ['reads deal_stages', 'reads deals']],
  ['await sql`select from (deals d join tasks t on true)`', ['reads deals']],
  ["await db.selectFrom(['tasks', 'deals as d']).execute()", ['reads deals']],
  ['await sql`\n  delete from deals d where d.id = 1`', ['writes deals']],
  ['await sql`update tasks t set name = d.name from deals d`', ['reads deals']],
  ['await sql`delete from tasks t using deals d`', ['reads deals']],
  ['await sql`select from tasks t join deal_stages s on true`', ['reads deal_stages']],
  ["await tx.updateTable('deals').set({}).execute()", ['writes deals']],
  ["await tx.insertInto('dealStages').values({}).execute()", ['writes deal_stages']],
  ["await db.selectFrom('tasks').innerJoin('dealStages', on).execute()", ['reads deal_stages']],
  ['await sql`truncate tasks, deals`', ['writes deals']],
  ['await sql`truncate table only deals cascade`', ['writes deals']],
  ['await sql`truncate tasks, public.deals, "deal_stages"`', ['writes deal_stages', 'writes deals']],
  ['await sql`update -- whose name changed\n deals set name = null`', ['writes deals']],
  ['await sql`insert /* one */ into deals (id) values (1)`', ['writes deals']],
  ['await sql`select from -- all\n deals`', ['reads deals']],
  ['await sql`lock table tasks, deals in share mode`', ['writes deals']],
  ['await sql`lock only deals`', ['writes deals']],
  ['await sql`alter table if exists only deals disable trigger all`', ['writes deals']],
  ['await sql`drop table if exists tasks, deals`', ['writes deals']],
  ['await sql`copy deals (id) from stdin`', ['writes deals']],
  ['await sql`table deals`', ['reads deals']],
  ['await sql`insert into tasks (table only deals)`', ['reads deals']],
  ['await sql`SELECT FROM tasks AS t, deals AS d, DEAL_STAGES AS s`', ['reads deal_stages', 'reads deals']],
  ['await sql`SELECT FROM f(1) AS t, deals AS d ON true`', ['reads deals']],
])('SQL and its builder: %s', (source, expected) => {
  expect(uses(source)).toEqual(expected)
})

test.each([
  ['await insertRecords(tx, workspaceId, dealRecord, deals, now)', ['writes deals']],
  [
    'await insertRecords<Deal, { id: string }>(\n  tx,\n  workspaceId,\n  dealRecord,\n  [{ id }],\n)',
    ['writes deals'],
  ],
  ["await deleteRows(tx, 'deals', ids)", ['writes deals']],
  ["await lockRecords(tx, workspaceId, 'deals', columns, ids)", ['reads deals']],
  ['const { all } = ownLocks(dealRecord, columns, noDeal)', ['reads deals']],
  ['await insertRecords(tx, workspaceId, taskRecord, tasks, now)', []],
  ["import { deleteRows as drop } from '../db.ts'", []],
  ["const drop = (which: 'tasks' | 'deals') => deleteRows(tx, which, ids)", ['writes deals']],
])('what the platform offers for any table: %s', (source, expected) => {
  expect(uses(statements + source)).toEqual(expected)
})

test('a record lets go of those of the demo: its own table is written', () => {
  expect(uses(`${demo}await letGoOfDemo(tx, workspaceId, 'tasks', 'deal_id', 'deals')`)).toEqual([])
  expect(uses(`${demo}await letGoOfDemo(tx, workspaceId, 'deals', 'task_id', 'tasks')`)).toEqual(['writes deals'])
})

test('whether a record is of the demo may be asked of any table', () => {
  expect(uses(`${demo}const isGone = isDemoRecord(workspaceId, sql.ref('t.deal_id'), 'deals')`)).toEqual([])
})

test.each([
  ["await sql`delete from ${sql.table('deals')} where id = 1`", ['writes deals']],
  ["await sql`select from ${sql.table('deals')}`", ['reads deals']],
  ['await sql`select from ${sql.table(dealRecord.table)}`', ['reads deals']],
  ['await sql`update ${sql.table(dealRecord.table)} set name = null`', ['writes deals']],
  ["for (const table of ['deals', 'tasks']) await sql`select from ${sql.table(table)}`.execute(db)", ['reads deals']],
  ["for (const table of ['deals']) await sql`delete from ${sql.table(table)}`.execute(db)", ['writes deals']],
  ["const table = sql.table('deals')\nawait sql`delete from ${table}`.execute(db)", ['writes deals']],
])('a table that is named by a variable: %s', (source, expected) => {
  expect(uses(source)).toEqual(expected)
})

test.each([
  ['await sql`update ${table} set name = null`', true],
  ['await sql`delete from ${sql.table(kind.name)} where id = 1`', true],
  ['await deleteRows(tenant, table, ids)', true],
  ['await sql`update only ${sql.table(kind.table_)} set name = null`', true],
  ["const table = 'deals' as const\nawait db.deleteFrom(table).execute()", true],
  ["import * as rows from '../../platform/db/row.ts'", true],
  ["import { deleteRows as drop } from '../../platform/db/row.ts'\nawait drop(tenant, table, ids)", true],
  ['await insertRecords(tenant, definition, rows, now)', true],
  ['const put = insertRecords\nawait put(tenant, dealRecord, rows, now)', true],
  ['const commands = commandsOf({ remove: deleteRows })', true],
  ['const commands = { deleteRows }', true],
  ["export { deleteRows } from '../../platform/db/row.ts'", true],
  ["export * from '../../platform/db/row.ts'", true],
  ["const { deleteRows } = await import('/src/platform/db/row.ts')", true],
  ["import { updateRows as set } from '../db/row.ts'\nawait set(tenant, table, ids, changes)", true],
  ['await sql`truncate ${table}`', true],
  ['await sql`lock table ${sql.table(kind.name)}`', true],
  ['const held = lockRecords', false],
  ["await sql`update ${sql.table('deals')} set name = null`", false],
  ['await deleteRows(tenant, dealRecord.table, ids)', false],
  ["await deleteRows(tenant, 'deals', ids)", false],
  ['const rows = await lockRecords(tenant, table, columns, ids)', false],
])('a table that is written and only a variable names: %s', (source, expected) => {
  expect(writesUnnamed(statements + source, { definitions })).toBe(expected)
})

test('whether contacts are merged is asked by contacts alone', () => {
  expect(uses('const root = sql`coalesce(c.merged_into, c.id)`')).toEqual([`reads ${mergedInto}`])
  expect(uses("const rows = db.selectFrom('tasks').select('c.mergedInto')")).toEqual([`reads ${mergedInto}`])
})

test('the owner may do all, and what stands in comments counts for nothing', () => {
  const source = 'await sql`update deals set name = null`'
  expect(uses(source, 'src/slices/sales/deals/commands/rename.ts')).toEqual([])
  expect(uses('/** Those that were taken from deals, and update contacts. */\n// delete from deals\n')).toEqual([])
})
