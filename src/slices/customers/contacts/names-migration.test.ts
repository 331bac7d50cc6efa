import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stored } from '../../../kernel/messages.ts'
import { createClient } from '../../../platform/db/connect.ts'
import { aTestApp } from '../../../testing/test-app.ts'

const t = await aTestApp()
const migrations = globSync('migrations/*_{names_nobody_gave,marked_texts}.sql').toSorted()

/** A workspace as it was when names that nobody gave were English. */
test('old names that nobody gave become texts, and names that only look like them stay', async () => {
  const acme = await t.aWorkspace()
  const make = async (name: string, handles: object[] = [], firstName?: string): Promise<string> => {
    const { body } = await acme.owner.request('POST', '/api/v1/contacts', { name, handles, firstName })
    return body.id
  }
  const device = [{ kind: 'device', value: 'device-1' }]
  const ids = [{ kind: 'external', value: 'shop:"1"' }]
  await make('No name')
  await make('Visitor 7f3a', device)
  await make('Customer "1"', ids)
  await make('Customer 2', [{ kind: 'external', value: 'shop:3' }])
  await make('Visitor 7f3b')
  await make('Visitor 7f3c', [{ kind: 'device', value: 'device-2' }], 'Visitor')
  const names = async (language: string) => {
    const headers = { 'accept-language': language }
    const { body } = await acme.owner.request('GET', '/api/v1/contacts?sort=name', undefined, headers)
    return body.items.map(({ name }: { name: string }) => name)
  }
  const client = createClient(t.url, 'rapport test')
  await client.connect()
  for (const migration of migrations) await client.query(readFileSync(migration, 'utf8'))
  await client.end()
  const given = ['Customer 2', 'Visitor 7f3b', 'Visitor 7f3c']
  expect(await names('en')).toEqual([...given, 'Customer "1"', 'No name', 'Visitor 7f3a'])
  expect(await names('cs')).toEqual([...given, 'Zákazník "1"', 'Bez jména', 'Návštěvník 7f3a'])
})

test('texts that were kept without a mark get it, within JSON and as lines too, and only once', async () => {
  const acme = await t.aWorkspace()
  const text = JSON.stringify({ group: 'contacts.name', key: 'none' })
  const body = { workspace_id: acme.id, reason: [text, text].join('\n'), kept: { deep: [text] } }
  const client = createClient(t.url, 'rapport test')
  await client.connect()
  await client.query('create table kept_texts (workspace_id uuid, reason text, kept jsonb)')
  try {
    await client.query('insert into kept_texts values ($1, $2, $3)', Object.values(body))
    for (let time = 0; time < 2; time++) await client.query(readFileSync(migrations.at(-1)!, 'utf8'))
    const { rows } = await client.query('select reason, kept from kept_texts')
    const marked = stored({ group: 'contacts.name', key: 'none' })
    expect(rows).toEqual([{ reason: [marked, marked].join('\n'), kept: { deep: [marked] } }])
  } finally {
    await client.query('drop table kept_texts')
    await client.end()
  }
})
