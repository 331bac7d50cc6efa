import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { columnName } from '../../platform/db/column-name.ts'
import { hasColumn, referencesOf, type RecordKind } from '../../platform/record/record-kind.ts'
import { attached } from '../../slices/customers/contacts/record.ts'
import { hasFields } from '../../slices/customers/fields/fielded.ts'
import { aTestApp } from '../../testing/test-app.ts'
import { events, permissions, records } from '../compose.ts'
import { routes } from '../http.ts'
import { slices } from '../slices.ts'
import { webSlices } from '../web/screens.ts'

/** What others offer to every kind of record, a manifest takes, or says here why it does not. */
const t = await aTestApp()
const columns = new Map<string, Set<string>>()

beforeAll(async () => {
  const all = sql<{ table: string; name: string }>`
    select table_name as table, column_name as name from information_schema.columns where table_schema = 'public'`
  for (const { table, name } of (await all.execute(t.app.db)).rows)
    columns.set(table, (columns.get(table) ?? new Set()).add(name))
})

const keeps = (table: string) => (kind: RecordKind) =>
  kind.keeps !== undefined && referencesOf(kind).some(({ to }) => to === table)

/** Records of a kind are those whose table has the columns; the contract is what a manifest then says. */
const contracts: { columns: string[]; contract: string; isTaken(kind: RecordKind): boolean }[] = [
  { columns: ['tag_ids'], contract: 'tagIds', isTaken: ({ columns = {} }) => 'tagIds' in columns },
  { columns: ['fields', 'version'], contract: 'fields', isTaken: hasFields },
  { columns: ['owner_id'], contract: 'owned', isTaken: kind => kind.owned?.column === 'owner_id' },
  { columns: ['assignee_id'], contract: 'owned', isTaken: kind => kind.owned?.column === 'assignee_id' },
  { columns: ['search_text', 'deleted_at'], contract: 'search', isTaken: kind => kind.search !== undefined },
  { columns: ['import_id', 'deleted_at'], contract: 'importTarget', isTaken: kind => kind.importTarget !== undefined },
  { columns: ['import_id'], contract: 'imported', isTaken: kind => kind.imported !== undefined },
  { columns: ['base_amount', 'deleted_at'], contract: 'baseAmount', isTaken: kind => hasColumn(kind, 'baseAmount') },
  { columns: ['contact_id', 'deleted_at'], contract: 'keeps', isTaken: keeps('contacts') },
  { columns: ['company_id', 'deleted_at'], contract: 'keeps', isTaken: keeps('companies') },
]

/** Tables and kinds that leave a contract open, and why. */
const open: Record<string, string> = {
  'identity_candidates owned': 'a pair is everybody’s to decide; an assignee only narrows the list',
  'privacy_requests owned': 'a request is every admin’s to answer; an assignee only narrows the list',
  'handles importTarget': 'a part of the contact',
  'handles keeps': 'a part of the contact',
  'handles imported': 'a part of the contact',
  'events imported': 'go with the records that they are about',
  'consents imported': 'proof of what somebody agreed to, which an undo does not take back',
  'import_changes imported': 'what the import itself remembers',
  'import_errors imported': 'what the import itself remembers',
  'returns importTarget': 'come in the file of the orders',
}

describe.each(contracts)('a table with $columns', ({ columns: wanted, contract, isTaken }) => {
  test(`belongs to a kind of record that says ${contract}`, () => {
    const faults = [...columns]
      .filter(([, has]) => has.has('workspace_id') && wanted.every(column => has.has(column)))
      .map(([table]) => table)
      .filter(table => !records.some(kind => kind.table === table && isTaken(kind)) && !open[`${table} ${contract}`])
    expect(faults).toEqual([])
  })
})

test('who may see a record is said of every kind that others refer to, that has a timeline or is a customer’s', () => {
  const asked = records.filter(kind => kind.reference || kind.timeline || kind.linked || hasColumn(kind, 'contactId'))
  expect(asked.filter(kind => !kind.isVisible)).toEqual([])
})

test('a kind whose events are worth something to a customer says which of its records count', () => {
  const worth = events.flatMap(({ noun, declaration: { counts } }) => (counts && 'amount' in counts ? noun : []))
  expect(records.filter(kind => kind.countedWhile).map(({ name }) => name)).toEqual([...new Set(worth)])
})

test('what a manifest says of a kind, its table can hold', () => {
  const needs = records.flatMap(kind => [
    ...Object.keys(kind.columns ?? {}).map(key => [kind.table, columnName(key)]),
    ...(kind.owned ? [[kind.table, kind.owned.column]] : []),
    ...(kind.reference || kind.search || kind.linked ? [[kind.table, 'deleted_at']] : []),
    ...(kind.linked ? [[kind.table, columnName(kind.linked.called)]] : []),
    ...(kind.importTarget || kind.imported ? [[kind.table, 'import_id']] : []),
  ])
  expect(needs.filter(([table, column]) => !columns.get(table!)?.has(column!))).toEqual([])
})

describe.each(records.map(kind => [kind.name, kind] as const))('%s', (name, kind) => {
  const slice = slices.find(({ records: own }) => own?.includes(kind))!
  const look = webSlices.flatMap(web => web.records ?? []).find(one => one.name === name)
  const asks = (method: string, path: string) =>
    routes.some(({ endpoint }) => endpoint.method === method && endpoint.path === path)

  test('its slice owns its table, says what happens to it and who may read and write it', () => {
    expect(slice.tables).toContain(kind.table)
    const nouns = (slice.events ?? []).flatMap(kinds => Object.values(kinds).map(event => event.noun))
    expect(nouns).toContain(name)
    const area = slice.name.split('/')[1]!
    expect([...permissions.keys()]).toEqual(expect.arrayContaining([`${area}:read`, `${area}:write`]))
  })

  test('the web app knows how it looks', () => {
    expect(look).toMatchObject({ name, table: kind.table })
    expect(look?.hasFields ?? false).toBe(hasFields(kind))
    expect(look?.linked ?? false).toBe(kind.linked !== undefined || `${name}Id` in attached)
    const tells =
      'tagIds' in (kind.columns ?? {}) || referencesOf(kind).some(({ to }) => records.some(({ table }) => table === to))
    const { definitions, tellsOf } = webSlices.find(web => web.records?.some(one => one === look))!
    if (tells) expect(definitions ?? tellsOf).toBeDefined()
    expect(look?.reference !== undefined && !look.isPart).toBe(kind.reference !== undefined)
  })

  test('what is found has a page, a list, a bin and an export', () => {
    if (!kind.search) return
    const screens = webSlices.flatMap(web => web.screens ?? []).map(screen => screen.path)
    expect(screens).toEqual(expect.arrayContaining([`/${kind.table}`, `/${kind.table}/bin`, `/${kind.table}/$id`]))
    expect(asks('GET', `/${kind.table}/export`)).toBe(true)
    expect(asks('POST', `/${kind.table}/{id}/restoration`)).toBe(true)
  })

  test('notes, tasks and files can be written on what has a page; a customer has a column of its own', () => {
    if (!kind.search) return
    expect(kind.linked !== undefined || `${name}Id` in attached || `${kind.table} linked` in open).toBe(true)
  })

  test('what is found has a timeline', () => {
    if (kind.search) expect(asks('GET', `/${kind.table}/{id}/timeline`)).toBe(true)
  })

  test('what happens to what names a contact stands on its timeline', () => {
    if (!hasColumn(kind, 'contactId')) return
    const own = (slice.events ?? []).flatMap(kinds => Object.values(kinds)).filter(({ noun }) => noun === name)
    expect(own.map(({ about }) => about.of({ id: 'r', contactId: 'c' }).contactId)).toEqual(own.map(() => 'c'))
  })

  test('what names a contact is a part of what is held about a person', () => {
    if (!columns.get(kind.table)!.has('contact_id')) return
    expect(t.app.personalData.flatMap(data => data.tables ?? [])).toContain(kind.table)
  })
})
